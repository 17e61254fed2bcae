import Cairo
public import Exam
public import Poppler

/// Where a page has ink: a raster with one bit a square point.
public struct Ink: Sendable {
  private let width: Int
  private let height: Int
  private let wordsPerRow: Int
  private let words: [UInt64]

  /// Draws a page, or a half of it, as it would be printed and looks where anything is darker than
  /// paper.
  public init(of page: borrowing PDFPage, half: PageHalf? = nil) throws {
    let size = page.size
    let x = half?.edges(of: size.width) ?? 0...size.width
    let width = max(1, Int((x.upperBound - x.lowerBound).rounded(.up)))
    let height = max(1, Int(size.height.rounded(.up)))
    let image = try ImageSurface(width: width, height: height, format: .argb32)
    image.context.setSource(gray: 1)
    image.context.paint()
    image.context.translate(x: -x.lowerBound, y: 0)
    try page.draw(in: image.context)
    let wordsPerRow = (width + 63) / 64
    (self.width, self.height, self.wordsPerRow) = (width, height, wordsPerRow)
    words = unsafe image.withPixels { bytes, stride in
      var words = [UInt64](repeating: 0, count: wordsPerRow * height)
      for y in 0..<height {
        for x in 0..<width {
          let offset = y * stride + x * 4
          // Any channel visibly below white counts as ink.
          let lightest = unsafe min(bytes[offset], bytes[offset + 1], bytes[offset + 2])
          if lightest < 250 { words[y * wordsPerRow + x / 64] |= 1 << UInt64(x % 64) }
        }
      }
      return words
    }
  }

  /// Whether nothing at all is drawn.
  public var isBlank: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a rectangle (points from the top left corner) lies on the page and is free of ink.
  public func isFree(x: Double, y: Double, width: Double, height: Double) -> Bool {
    let right = Int((x + width).rounded(.up))
    let bottom = Int((y + height).rounded(.up))
    guard x >= 0, y >= 0, right <= self.width, bottom <= self.height else { return false }
    return (Int(y)..<bottom).allSatisfy { row in
      (Int(x)..<right).allSatisfy { column in
        words[row * wordsPerRow + column / 64] & (1 << UInt64(column % 64)) == 0
      }
    }
  }
}
