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

  /// Lays a participant's code out in a page's box for it; nil where it would not lie inside.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - box: The free inside of the box in points, its walls left out.
  ///   - cells: How many equal cells it has, one for each character; 1 for a box without cells.
  /// - Returns: The code in one piece, or a piece for each character.
  /// - Throws: `Trouble` when a character has no glyph.
  public func code(
    _ code: String, in box: MarkPlace.Rectangle, cells: Int
  ) throws -> [MarkStamp.Text]? {
    guard cells > 1 else { return try piece(code, in: box).map { [$0] } }
    guard code.count <= cells else { return nil }
    let width = box.width / Double(cells)
    let pieces = try code.enumerated().compactMap { index, character in
      try piece(
        String(character),
        in: MarkPlace.Rectangle(
          x: box.x + Double(index) * width, y: box.y, width: width, height: box.height))
    }
    return pieces.count == code.count ? pieces : nil
  }

  /// Sizes of a code in points, from the largest; digits take three quarters of their size.
  private static let codeSizes = [14.0, 12, 10, 9, 8, 7]
  private static let digitHeight = 0.75
  /// What stays free between a code and its box, in points.
  private static let clearance = 1.0

  private func piece(
    _ text: String, in box: MarkPlace.Rectangle
  ) throws -> MarkStamp.Text? {
    for size in Self.codeSizes where size * Self.digitHeight + 2 * Self.clearance <= box.height {
      let key = "\(text) \(size)"
      let layout =
        try layouts[key]
        ?? Glyphs.layout(text, Self.code(size), width: nil, paper: text)
      keep(layout, key)
      guard layout.naturalWidth + 2 * Self.clearance <= box.width else { continue }
      return MarkStamp.Text(
        key: "code " + key, layout: layout, x: box.x + (box.width - layout.naturalWidth) / 2,
        y: box.y + (box.height - layout.height) / 2, width: layout.naturalWidth)
    }
    return nil
  }

  private static func code(_ size: Double) -> TextStyle {
    TextStyle(family: style.family, size: size)
  }

  private func style(_ place: MarkPlace) -> TextStyle {
    var style = Self.style
    style.align = place.isRight ? .right : .left
    return style
  }

  private func layout(_ text: String, _ paper: String) throws -> TextLayout {
    if let known = layouts[text] { return known }
    let fresh = try Glyphs.layout(text, Self.style, width: nil, paper: paper)
    keep(fresh, text)
    return fresh
  }

  private func keep(_ layout: TextLayout, _ key: String) {
    if layouts.count >= Self.cacheLimit { layouts.removeAll(keepingCapacity: true) }
    layouts[key] = layout
  }
}
