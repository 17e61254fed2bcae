import CCairo

/// A failure that cairo or pango reports.
public struct CairoError: Error, Hashable, Sendable {
  /// The C function that failed.
  public let call: String
  /// Cairo's status code; -1 for pango.
  public let code: Int32
  /// What it says.
  public let message: String

  init(call: String, code: Int32, message: String) {
    self.call = call
    self.code = code
    self.message = message
  }

  /// Throws unless `status` is success.
  static func check(_ status: cairo_status_t, _ call: String) throws {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let text = unsafe String(cString: cairo_status_to_string(status))
    throw CairoError(call: call, code: Int32(bitPattern: status.rawValue), message: text)
  }
}
