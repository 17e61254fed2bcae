import Crypto
import Foundation

/// UUIDs made from a name (version 5 of RFC 9562): the same name always gives the same UUID.
enum NameUUID {
  /// The namespace of URLs, as the RFC gives it.
  private static let namespace: [UInt8] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]

  /// The UUID of a job's name within this program.
  static func make(_ name: String) -> UUID { make(bytes: Array("urn:tirazh:\(name)".utf8)) }

  /// The UUID of bytes in the namespace of URLs.
  static func make(bytes: [UInt8]) -> UUID {
    var b = Array(Insecure.SHA1.hash(data: namespace + bytes).prefix(16))
    b[6] = b[6] & 0x0f | 0x50
    b[8] = b[8] & 0x3f | 0x80
    return UUID(
      uuid: (
        b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13],
        b[14], b[15]
      ))
  }
}
