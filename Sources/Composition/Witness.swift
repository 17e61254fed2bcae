import Cairo
import Glibc

/// Compares two pictures of one page: as the material has it, and as it would be printed.
enum Witness {
  /// More different dots than this share, and the page is not the same.
  private static let tolerance = 0.001
  /// Softened edges differ by less than this, of 255.
  private static let visible = 48

  /// Whether the pictures are the same to the last dot, as good as.
  static func areEqual(_ left: ImageSurface, _ right: ImageSurface) -> Bool {
    share(left, right) { _, _, _ in true } <= tolerance
  }

  /// Whether they look the same: edges may be drawn otherwise, by parts of a dot.
  static func areAlike(_ left: ImageSurface, _ right: ImageSurface) -> Bool {
    share(left, right) { dots, x, y in dots.differVisibly(x: x, y: y, by: visible) }
      <= tolerance
  }

  /// The share of dots that differ and count.
  private static func share(
    _ left: ImageSurface, _ right: ImageSurface, _ counts: (Dots, Int, Int) -> Bool
  ) -> Double {
    guard left.width == right.width, left.height == right.height else { return 1 }
    let different = unsafe left.withPixels { first, stride in
      unsafe right.withPixels { second, _ in
        guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
        let dots = unsafe Dots(
          first: first, second: second, stride: stride, width: left.width, height: left.height)
        return dots.count(counts)
      }
    }
    return Double(different) / Double(left.width * left.height)
  }
}

/// The dots of two pictures of one size, four bytes each.
@safe private struct Dots {
  private let first: UnsafeRawPointer
  private let second: UnsafeRawPointer
  private let stride: Int
  private let width: Int
  private let height: Int

  init(
    first: UnsafeRawPointer, second: UnsafeRawPointer, stride: Int, width: Int, height: Int
  ) {
    unsafe self.first = first
    unsafe self.second = second
    (self.stride, self.width, self.height) = (stride, width, height)
  }

  /// How many differ and count; most rows are equal and not gone through.
  func count(_ counts: (Dots, Int, Int) -> Bool) -> Int {
    (0..<height).reduce(0) { sum, y in
      let row = y * stride
      guard unsafe memcmp(first + row, second + row, 4 * width) != 0 else { return sum }
      return sum
        + (0..<width).count { x in
          let place = row + 4 * x
          let (one, other) = unsafe (
            first.load(fromByteOffset: place, as: UInt32.self),
            second.load(fromByteOffset: place, as: UInt32.self)
          )
          return one != other && counts(self, x, y)
        }
    }
  }

  /// Whether the means of a dot and its neighbours differ.
  func differVisibly(x: Int, y: Int, by most: Int) -> Bool {
    var sums = (0, 0, 0)
    var dots = 0
    for row in max(0, y - 1)...min(height - 1, y + 1) {
      for column in max(0, x - 1)...min(width - 1, x + 1) {
        let place = row * stride + 4 * column
        func difference(_ channel: Int) -> Int {
          unsafe Int(first.load(fromByteOffset: place + channel, as: UInt8.self))
            - Int(second.load(fromByteOffset: place + channel, as: UInt8.self))
        }
        sums = (sums.0 + difference(0), sums.1 + difference(1), sums.2 + difference(2))
        dots += 1
      }
    }
    return max(abs(sums.0), abs(sums.1), abs(sums.2)) > most * dots
  }
}
