import Foundation

/// The frames of the pipe between the program and its render worker.
///
/// A message is a 4-byte big-endian length and so many bytes of JSON. A blob is an 8-byte big-endian
/// length and so many bytes; whether one follows is told by the message.
public enum Frame {
  /// The longest message; a plan of a thousand participants is far below.
  public static let messageLimit = 256 << 20
  /// The longest blob.
  public static let blobLimit = 2 << 30

  /// The head and body of a message.
  public static func message(_ value: some Encodable) throws -> [UInt8] {
    let body = try JSONEncoder().encode(value)
    return head(body.count, bytes: 4) + body
  }

  /// The head of a blob of `count` bytes.
  public static func blobHead(_ count: Int) -> [UInt8] { head(count, bytes: 8) }

  /// The length that a head announces, or nil if it is more than `limit`.
  public static func length(_ head: [UInt8], limit: Int) -> Int? {
    let length = head.reduce(0) { ($0 << 8) | UInt64($1) }
    return length <= UInt64(limit) ? Int(length) : nil
  }

  /// The value of a message's body.
  public static func decode<Value: Decodable>(_: Value.Type, from body: [UInt8]) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(body))
  }

  private static func head(_ count: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  }
}
