import Cairo
public import Exam
import QREncode

/// Lays marks out: the symbol, and beside it a line for people.
///
/// Texts that many marks share are laid out once; used from one thread.
public final class MarkPainter {
  private static let style = TextStyle(family: "PT Sans", size: 8)
  private static let separator = " · "
  private static let cacheLimit = 500

  private var layouts: [String: TextLayout] = [:]

  /// Makes a painter that has laid out nothing yet.
  public init() {}

  /// Lays a mark out in its place.
  ///
  /// - Parameters:
  ///   - mark: What the symbol says.
  ///   - caption: What the line says; the head is shared by many marks, the tail tells pages apart.
  ///   - place: Where.
  ///   - pageWidth: The page's width in points.
  ///   - pageHeight: The page's height in points.
  /// - Returns: The symbol and the line, each with its place.
  /// - Throws: `Trouble` when a character has no glyph, `QRError` when the mark is too long.
  public func stamp(
    mark: Mark, caption: (head: String, tail: String), place: MarkPlace,
    pageWidth: Double, pageHeight: Double
  ) throws -> MarkStamp {
    let matrix = try QRMatrix(alphanumeric: mark.text)
    let area = place.rectangle(pageWidth: pageWidth, pageHeight: pageHeight)
    let size = points(place.size)
    let quiet = (points(place.outerSize) - size) / 2
    let symbol = MarkStamp.Symbol(
      side: matrix.side, rows: matrix.rows,
      x: place.isRight ? area.x + area.width - quiet - size : area.x + quiet, y: area.y + quiet,
      size: size)
    let texts = place.caption > 0 ? try self.texts(caption, place, area, paper: mark.text) : []
    return MarkStamp(symbol: symbol, texts: texts)
  }

  private func texts(
    _ caption: (head: String, tail: String), _ place: MarkPlace, _ area: MarkPlace.Rectangle,
    paper: String
  ) throws -> [MarkStamp.Text] {
    let width = points(place.caption)
    let left = place.isRight ? area.x : area.x + area.width - width
    let parts = [caption.head, caption.tail].filter { !$0.isEmpty }
    let pieces = parts.count == 2 ? [parts[0] + Self.separator, parts[1]] : parts
    let layouts = try pieces.map { try layout($0, paper) }
    let natural = layouts.reduce(0) { $0 + $1.naturalWidth }
    func middle(_ layout: TextLayout) -> Double { area.y + (area.height - layout.height) / 2 }
    guard natural <= width else {
      let text = parts.joined(separator: Self.separator)
      let whole = try Glyphs.layout(text, style(place), width: width, paper: paper)
      let key = "\(text) \(width) \(place.isRight)"
      return [MarkStamp.Text(key: key, layout: whole, x: left, y: middle(whole), width: width)]
    }
    var x = place.isRight ? left + width - natural : left
    return zip(pieces, layouts).map { piece, layout in
      defer { x += layout.naturalWidth }
      return MarkStamp.Text(
        key: piece, layout: layout, x: x, y: middle(layout), width: layout.naturalWidth)
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
