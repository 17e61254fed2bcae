/// A failure of an IPP exchange.
public struct IPPError: Error, Hashable, Sendable {
  /// The operation: `createJob`.
  public let operation: String
  /// The IPP status code; -1 where the server could not be reached.
  public let status: Int32
  /// What libcups says.
  public let message: String

  /// Makes an error.
  public init(operation: String, status: Int32, message: String) {
    self.operation = operation
    self.status = status
    self.message = message
  }

  /// Whether no answer came at all: not connected, or `server-error-service-unavailable`.
  public var isUnreachable: Bool { status < 0 || status == 0x0502 }
}
