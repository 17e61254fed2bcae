import Exam

/// A place on a page where the mark may stand.
public struct MarkPlace: Hashable, Codable, Sendable {
  /// The corner from which a place is measured.
  public enum Corner: String, Codable, Sendable, CaseIterable {
    case bottomRight = "bottom-right"
    case bottomLeft = "bottom-left"
    case topRight = "top-right"
    case topLeft = "top-left"
  }

  /// The corner.
  public var corner: Corner
  /// Millimetres from the side edge to the quiet zone.
  public var x: Double
  /// Millimetres from the top or bottom edge to the quiet zone.
  public var y: Double
  /// Millimetres of the symbol's side, without the quiet zone.
  public var size: Double
  /// Millimetres beside the symbol kept for the line people read.
  public var caption: Double

  /// A rectangle in points, from the page's top left corner.
  public struct Rectangle: Hashable, Sendable {
    /// The left edge.
    public let x: Double
    /// The top edge.
    public let y: Double
    /// The width.
    public let width: Double
    /// The height.
    public let height: Double

    /// Makes a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
  }

  /// Makes a place.
  public init(corner: Corner, x: Double, y: Double, size: Double = 10, caption: Double = 45) {
    self.corner = corner
    self.x = x
    self.y = y
    self.size = size
    self.caption = caption
  }

  /// The symbol's side with four modules of quiet zone on each side, in millimetres.
  var outerSize: Double { size * 33 / 25 }

  /// All that the mark takes: quiet zone and caption.
  public func rectangle(pageWidth: Double, pageHeight: Double) -> Rectangle {
    let width = points(outerSize + caption)
    let height = points(outerSize)
    return Rectangle(
      x: isRight ? pageWidth - points(x) - width : points(x),
      y: isBottom ? pageHeight - points(y) - height : points(y), width: width, height: height)
  }

  var isRight: Bool { corner == .bottomRight || corner == .topRight }
  private var isBottom: Bool { corner == .bottomRight || corner == .bottomLeft }
}
