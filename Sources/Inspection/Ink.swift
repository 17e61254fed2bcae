import Cairo
import Exam
public import Poppler

/// Where a page has ink: a raster with one pixel a point.
public struct Ink: Sendable {
  private let width: Int
  private let height: Int
  private let pixels: [Bool]

  /// Draws a page as it would be printed and looks where anything is darker than paper.
  public init(of page: borrowing PDFPage) throws {
    let size = page.size
    width = max(1, Int(size.width.rounded(.up)))
    height = max(1, Int(size.height.rounded(.up)))
    let image = try ImageSurface(width: width, height: height, format: .argb32)
    image.context.setSource(gray: 1)
    image.context.paint()
    try page.draw(in: image.context)
    let (width, height) = (width, height)
    pixels = unsafe image.withPixels { bytes, stride in
      var pixels: [Bool] = []
      pixels.reserveCapacity(width * height)
      for y in 0..<height {
        for x in 0..<width {
          let offset = y * stride + x * 4
          // Any channel visibly below white counts as ink.
          let lightest = unsafe min(bytes[offset], bytes[offset + 1], bytes[offset + 2])
          pixels.append(lightest < 250)
        }
      }
      return pixels
    }
  }

  /// Whether nothing at all is drawn.
  public var isBlank: Bool { !pixels.contains(true) }

  /// Whether a rectangle (points from the top left corner) lies on the page and is free of ink.
  public func isFree(x: Double, y: Double, width: Double, height: Double) -> Bool {
    let right = Int((x + width).rounded(.up))
    let bottom = Int((y + height).rounded(.up))
    guard x >= 0, y >= 0, right <= self.width, bottom <= self.height else { return false }
    return (Int(y)..<bottom).allSatisfy { row in
      !pixels[(row * self.width + Int(x))..<(row * self.width + right)].contains(true)
    }
  }
}
