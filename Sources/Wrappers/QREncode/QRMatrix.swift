import CQREncode

/// A text that does not fit the symbol, or has characters outside QR's alphanumeric set.
public struct QRError: Error, Hashable, Sendable {
  /// The text.
  public let text: String
}

/// A QR symbol, version 2, error correction M, alphanumeric mode; without its quiet zone.
public struct QRMatrix: Hashable, Sendable {
  /// Modules along each side: 25.
  public let side: Int
  private let modules: [UInt8]

  /// Encodes a text.
  public init(alphanumeric text: String) throws {
    guard let input = unsafe QRinput_new2(2, QR_ECLEVEL_M) else { throw QRError(text: text) }
    defer { unsafe QRinput_free(input) }
    let bytes = Array(text.utf8)
    guard unsafe QRinput_append(input, QR_MODE_AN, Int32(bytes.count), bytes) == 0,
      let code = unsafe QRcode_encodeInput(input)
    else { throw QRError(text: text) }
    defer { unsafe QRcode_free(code) }
    // qrencode moves to a larger version by itself where the text does not fit.
    guard unsafe code.pointee.version == 2 else { throw QRError(text: text) }
    side = Int(unsafe code.pointee.width)
    unsafe modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: side * side))
  }

  /// Whether a module is dark.
  public func isDark(x: Int, y: Int) -> Bool { modules[y * side + x] & 1 == 1 }

  /// Rows from the top, each beginning with a new byte, whose highest bit is the first module; set where it
  /// is dark.
  public var rows: [UInt8] {
    let stride = (side + 7) / 8
    var rows = [UInt8](repeating: 0, count: stride * side)
    for y in 0..<side {
      for x in 0..<side where isDark(x: x, y: y) {
        rows[y * stride + x / 8] |= 0x80 >> UInt8(x % 8)
      }
    }
    return rows
  }
}
