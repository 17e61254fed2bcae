public import Cairo
public import Exam
public import Poppler

/// What of a page is shown: all of it, a half, or a part of these; points.
public struct PageArea: Hashable, Sendable {
  /// The left edge.
  public let x: Double
  /// The upper edge.
  public let y: Double
  /// The width.
  public let width: Double
  /// The height.
  public let height: Double

  /// What of it lies between these edges of the page, from whole points on.
  func part(left: Double, top: Double, right: Double, bottom: Double) -> PageArea {
    let (left, top) = (max(x, left.rounded(.down)), max(y, top.rounded(.down)))
    return PageArea(
      x: left, y: top, width: min(x + width, right) - left, height: min(y + height, bottom) - top)
  }
}

extension PDFPage {
  /// The page, or a half of it.
  public func area(_ half: PageHalf?) -> PageArea {
    let size = self.size
    let x = half?.edges(of: size.width) ?? 0...size.width
    return PageArea(
      x: x.lowerBound, y: 0, width: x.upperBound - x.lowerBound, height: size.height)
  }

  /// An area of the page as it would be printed, on white; `scale` dots a point.
  public func picture(of area: PageArea, scale: Double = 1) throws -> ImageSurface {
    let image = try ImageSurface(
      width: max(1, Int((area.width * scale).rounded(.up))),
      height: max(1, Int((area.height * scale).rounded(.up))), format: .argb32)
    image.context.setSource(gray: 1)
    image.context.paint()
    image.context.scale(x: scale, y: scale)
    image.context.translate(x: -area.x, y: -area.y)
    try draw(in: image.context)
    return image
  }
}
