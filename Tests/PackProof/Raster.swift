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
    let (width, height) = (numbers[0], numbers[1])
    guard numbers[2] == 255, width > 0, bytes.count >= offset + width * height else {
      throw NoPGM()
    }
    let stride = (width + 63) / 64
    (self.width, self.height) = (width, height)
    var darkWords = [UInt64](repeating: 0, count: stride * height)
    var inkWords = darkWords
    for y in 0..<height {
      let row = offset + y * width
      for x in Self.notWhite(bytes, from: row, count: width) {
        let value = Int(bytes[row + x])
        if value > Self.inkUpTo { continue }
        let word = y * stride + x / 64
        inkWords[word] |= 1 << UInt64(x % 64)
        if value < Self.darkBelow { darkWords[word] |= 1 << UInt64(x % 64) }
      }
    }
    dark = Bits(stride: stride, words: darkWords)
    ink = Bits(stride: stride, words: inkWords)
  }

  /// The places of a row that are not white; white is passed over eight at a time.
  private static func notWhite(_ bytes: [UInt8], from row: Int, count: Int) -> [Int] {
    unsafe bytes.withUnsafeBytes { buffer in
      var places: [Int] = []
      var x = 0
      while x < count {
        defer { x += 8 }
        if x + 8 <= count,
          unsafe buffer.loadUnaligned(fromByteOffset: row + x, as: UInt64.self) == .max
        {
          continue
        }
        places += x..<min(x + 8, count)
      }
      return places
    }
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
