import Foundation

/// A grey page as two bitmaps: dark pixels, and pixels that are not quite white.
struct Raster: Sendable {
  let width: Int
  let height: Int
  var dark: Bits
  var ink: Bits

  /// One bit per pixel, rows padded to words.
  struct Bits: Sendable {
    let stride: Int
    var words: [UInt64]
  }

  /// A file that is no binary PGM of 8 bits.
  struct NoPGM: Error {}

  private static let darkBelow = 100
  private static let inkUpTo = 160

  /// Reads a binary PGM.
  init(pgm data: Data) throws {
    let bytes = [UInt8](data)
    var offset = 2
    guard bytes.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "5")]) else { throw NoPGM() }
    let numbers = try (0..<3).map { _ in try Self.number(bytes, &offset) }
    offset += 1
    (width, height) = (numbers[0], numbers[1])
    guard numbers[2] == 255, width > 0, bytes.count >= offset + width * height else { throw NoPGM() }
    let stride = (width + 63) / 64
    var dark = [UInt64](repeating: 0, count: stride * height)
    var ink = dark
    unsafe bytes.withUnsafeBytes { buffer in
      for y in 0..<height {
        let row = offset + y * width
        var x = 0
        while x < width {
          let isLong = x + 8 <= width
          if isLong, unsafe buffer.loadUnaligned(fromByteOffset: row + x, as: UInt64.self) == .max {
            x += 8
            continue
          }
          for place in x..<min(x + 8, width) {
            let value = unsafe Int(buffer[row + place])
            if value > Self.inkUpTo { continue }
            let word = y * stride + place / 64
            ink[word] |= 1 << UInt64(place % 64)
            if value < Self.darkBelow { dark[word] |= 1 << UInt64(place % 64) }
          }
          x += 8
        }
      }
    }
    self.dark = Bits(stride: stride, words: dark)
    self.ink = Bits(stride: stride, words: ink)
  }

  /// Whether nothing is drawn.
  var isBlank: Bool { ink.words.allSatisfy { $0 == 0 } }

  private static func number(_ bytes: [UInt8], _ offset: inout Int) throws -> Int {
    while offset < bytes.count, bytes[offset] <= 32 { offset += 1 }
    var value = 0
    let start = offset
    while offset < bytes.count, (48...57).contains(bytes[offset]), value < 1_000_000 {
      value = value * 10 + Int(bytes[offset] - 48)
      offset += 1
    }
    guard offset > start else { throw NoPGM() }
    return value
  }
}

/// A rectangle of pixels.
struct PixelBox: Hashable, Sendable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  /// The box grown on each side.
  func grown(left: Int, top: Int, right: Int, bottom: Int) -> PixelBox {
    PixelBox(
      left: self.left - left, top: self.top - top, right: self.right + right,
      bottom: self.bottom + bottom)
  }
}
