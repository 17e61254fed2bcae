/// Looks for ink of one page that has no counterpart on the other.
///
/// Two renderings of one page differ by fractions of a pixel: a dark pixel counts only if the other
/// page has nothing within two pixels of it.
enum Difference {
  private static let reach = 2

  /// How many dark pixels of either page lie alone.
  static func pixels(_ left: Raster, _ right: Raster) -> Int {
    alone(left.dark, without: widened(right.ink)) + alone(right.dark, without: widened(left.ink))
  }

  private static func alone(_ dark: Raster.Bits, without ink: Raster.Bits) -> Int {
    var count = 0
    for index in 0..<min(dark.words.count, ink.words.count) where dark.words[index] != 0 {
      count += (dark.words[index] & ~ink.words[index]).nonzeroBitCount
    }
    return count
  }

  private static func widened(_ bits: Raster.Bits) -> Raster.Bits {
    let stride = bits.stride
    let words = bits.words
    var wide = words
    for index in words.indices where words[index] != 0 {
      let word = words[index]
      for shift in 1...reach {
        wide[index] |= word << UInt64(shift) | word >> UInt64(shift)
        if index % stride > 0 { wide[index - 1] |= word << UInt64(64 - shift) }
        if index % stride < stride - 1 { wide[index + 1] |= word >> UInt64(64 - shift) }
      }
    }
    var tall = wide
    for index in wide.indices where wide[index] != 0 {
      for rows in 1...reach {
        if index >= rows * stride { tall[index - rows * stride] |= wide[index] }
        if index + rows * stride < tall.count { tall[index + rows * stride] |= wide[index] }
      }
    }
    return Raster.Bits(stride: stride, words: tall)
  }
}

extension Raster {
  /// How many pixels of a box are not white.
  func ink(in box: PixelBox) -> Int {
    var count = 0
    for y in max(0, box.top)...max(0, min(height - 1, box.bottom)) {
      for x in max(0, box.left)...max(0, min(width - 1, box.right)) {
        let word = ink.words[y * ink.stride + x / 64]
        count += Int(word >> UInt64(x % 64) & 1)
      }
    }
    return count
  }

  /// The page with a box made white.
  func cleared(_ box: PixelBox) -> Raster {
    var copy = self
    let left = max(0, box.left)
    let right = min(width - 1, box.right)
    guard left <= right, box.top < height, box.bottom >= 0 else { return self }
    for y in max(0, box.top)...min(height - 1, box.bottom) {
      for x in left...right {
        let keep = ~(UInt64(1) << UInt64(x % 64))
        copy.dark.words[y * dark.stride + x / 64] &= keep
        copy.ink.words[y * ink.stride + x / 64] &= keep
      }
    }
    return copy
  }
}
