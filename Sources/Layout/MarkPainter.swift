public import Cairo
public import Exam
import QREncode

/// Draws marks: the symbol, and beside it a line for people.
///
/// Texts that many marks share are laid out once; used from one thread.
public final class MarkPainter {
  private static let style = TextStyle(family: "PT Sans", size: 8)
  private static let separator = " · "
  private static let cacheLimit = 500

  private var layouts: [String: TextLayout] = [:]

  /// Makes a painter that has drawn nothing yet.
  public init() {}

  /// Draws a mark into its place.
  ///
  /// - Parameters:
  ///   - mark: What the symbol says.
  ///   - caption: What the line says; the head is shared by many marks, the tail tells pages apart.
  ///   - place: Where.
  ///   - context: What to draw with.
  ///   - pageWidth: The page's width in points.
  ///   - pageHeight: The page's height in points.
  /// - Throws: `Trouble` when a character has no glyph, `QRError` when the mark is too long.
  public func draw(
    mark: Mark, caption: (head: String, tail: String), place: MarkPlace,
    in context: DrawingContext, pageWidth: Double, pageHeight: Double
  ) throws {
    let matrix = try QRMatrix(alphanumeric: mark.text)
    let bits = try BitImage(side: matrix.side) { matrix.isDark(x: $0, y: $1) }
    let area = place.rectangle(pageWidth: pageWidth, pageHeight: pageHeight)
    let size = points(place.size)
    let quiet = (points(place.outerSize) - size) / 2
    let symbolX = place.isRight ? area.x + area.width - quiet - size : area.x + quiet
    context.setSource(gray: 0)
    context.mask(bits, x: symbolX, y: area.y + quiet, size: size)
    guard place.caption > 0 else { return }
    try draw(caption, place, area, in: context, paper: mark.text)
  }

  private func draw(
    _ caption: (head: String, tail: String), _ place: MarkPlace, _ area: MarkPlace.Rectangle,
    in context: DrawingContext, paper: String
  ) throws {
    let width = points(place.caption)
    let left = place.isRight ? area.x : area.x + area.width - width
    let parts = [caption.head, caption.tail].filter { !$0.isEmpty }
    let texts = parts.count == 2 ? [parts[0] + Self.separator, parts[1]] : parts
    let layouts = try texts.map { try layout($0, paper) }
    let natural = layouts.reduce(0) { $0 + $1.naturalWidth }
    guard natural <= width else {
      let whole = try Glyphs.layout(
        parts.joined(separator: Self.separator), style(place), width: width, paper: paper)
      whole.draw(in: context, x: left, y: area.y + (area.height - whole.height) / 2)
      return
    }
    var x = place.isRight ? left + width - natural : left
    for layout in layouts {
      layout.draw(in: context, x: x, y: area.y + (area.height - layout.height) / 2)
      x += layout.naturalWidth
    }
  }

  private func style(_ place: MarkPlace) -> TextStyle {
    var style = Self.style
    style.align = place.isRight ? .right : .left
    return style
  }

  private func layout(_ text: String, _ paper: String) throws -> TextLayout {
    if let known = layouts[text] { return known }
    if layouts.count >= Self.cacheLimit { layouts.removeAll(keepingCapacity: true) }
    let fresh = try Glyphs.layout(text, Self.style, width: nil, paper: paper)
    layouts[text] = fresh
    return fresh
  }
}
