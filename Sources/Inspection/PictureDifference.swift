public import Cairo

/// What of two pictures of a page is not the same, as a picture.
public enum PictureDifference {
  /// Softened edges differ by less than this, of 255.
  private static let visible = 48

  /// The first picture in light grey; red where the second has ink of its own, blue where it lacks some.
  ///
  /// Edges may be a dot off. Where one picture is larger, only what both have is shown.
  public static func picture(
    of original: ImageSurface, and other: ImageSurface
  ) throws -> ImageSurface {
    let (width, height) = (
      min(original.width, other.width), min(original.height, other.height)
    )
    let before = Greys(original, width, height)
    let after = Greys(other, width, height)
    let result = try ImageSurface(width: width, height: height, format: .argb32)
    unsafe result.withMutablePixels { pixels, stride in
      for y in 0..<height {
        for x in 0..<width {
          let dot = shown(before, after, x, y)
          unsafe pixels.storeBytes(of: dot, toByteOffset: y * stride + 4 * x, as: UInt32.self)
        }
      }
    }
    return result
  }

  private static func shown(_ before: Greys, _ after: Greys, _ x: Int, _ y: Int) -> UInt32 {
    let (old, new) = (before[x, y], after[x, y])
    if new < old - visible, new < before.darkest(near: x, y) - visible { return 0xFFD0_0000 }
    if old < new - visible, old < after.darkest(near: x, y) - visible { return 0xFF00_40E0 }
    // A third of its darkness stays of what is the same.
    let light = UInt32(255 - (255 - old) / 3)
    return 0xFF00_0000 | light << 16 | light << 8 | light
  }
}

/// A picture's dots, 0 for black to 255 for white.
private struct Greys {
  private let width: Int
  private let height: Int
  private let dots: [UInt8]

  init(_ image: ImageSurface, _ width: Int, _ height: Int) {
    (self.width, self.height) = (width, height)
    dots = unsafe image.withPixels { bytes, stride in
      (0..<width * height).map { place in
        let offset = place / width * stride + place % width * 4
        let dot = unsafe bytes.load(fromByteOffset: offset, as: UInt32.self)
        let (red, green, blue) = (dot >> 16 & 255, dot >> 8 & 255, dot & 255)
        return UInt8((red * 30 + green * 59 + blue * 11) / 100)
      }
    }
  }

  subscript(x: Int, y: Int) -> Int { Int(dots[y * width + x]) }

  /// The darkest of a dot and its neighbours.
  func darkest(near x: Int, _ y: Int) -> Int {
    (max(0, y - 1)...min(height - 1, y + 1)).reduce(255) { least, row in
      (max(0, x - 1)...min(width - 1, x + 1)).reduce(least) { min($0, self[$1, row]) }
    }
  }
}
