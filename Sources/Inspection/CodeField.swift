import Exam
public import Poppler

/// The words that stand beside the box for the participant's code: «КОД».
///
/// Only those near the upper and the lower edge count: what a task asks for is no field for a code.
public struct CodeField: Sendable {
  private let words: [[Character]]

  /// Takes the words that a layout names.
  public init(words: [String]) {
    self.words = words.map { $0.unicodeScalars.map(Self.folded) }.filter { !$0.isEmpty }
  }

  /// A small letter, Cyrillic where it looks so.
  private static func folded(_ scalar: Unicode.Scalar) -> Character {
    let letter = scalar.properties.lowercaseMapping.first ?? " "
    return LookAlikes.small[letter] ?? letter
  }

  /// Where a field may stand, in points: 45 mm from the upper edge, 30 mm from the lower one.
  private static let (top, bottom) = (127.0, 85.0)
  /// Dots a point.
  private static let scale = 4
  /// How much of a page around a word is looked at, in points.
  private static let (left, above, right, below) = (60.0, 60.0, 330.0, 80.0)

  /// The box of a page, or of a half of it; nil where there is none.
  public func box(
    on page: borrowing PDFPage, _ area: PageArea, _ paper: PaperTone
  ) throws -> CodeBox? {
    for label in labels(page.glyphs, area) {
      let near = area.part(
        left: label.left - Self.left, top: label.top - Self.above,
        right: label.right + Self.right, bottom: label.bottom + Self.below)
      let ink = Ink(
        of: try page.picture(of: near, scale: Double(Self.scale)), paper: paper)
      let finder = CodeBoxFinder(ink: ink, scale: Self.scale, word: label.dots(near, Self.scale))
      if let found = finder.found() {
        return Self.points(found, near, in: area)
      }
    }
    return nil
  }

  private static func points(
    _ found: CodeBoxFinder.Found, _ near: PageArea, in area: PageArea
  ) -> CodeBox {
    let scale = Double(Self.scale)
    func points(_ dots: Int) -> Double { Double(dots) / scale }
    return CodeBox(
      x: near.x - area.x + points(found.box.left), y: near.y + points(found.box.top),
      width: points(found.box.right - found.box.left),
      height: points(found.box.bottom - found.box.top), cells: found.cells)
  }

  /// A word where it stands, in points.
  struct Label: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func dots(_ area: PageArea, _ scale: Int) -> CodeBoxFinder.Box {
      func dots(_ points: Double) -> Int { Int((points * Double(scale)).rounded()) }
      return CodeBoxFinder.Box(
        left: dots(left - area.x), top: dots(top - area.y), right: dots(right - area.x),
        bottom: dots(bottom - area.y))
    }
  }

  /// The words of a page that may have a box, from above.
  func labels(_ glyphs: [PDFGlyph], _ area: PageArea) -> [Label] {
    let letters = glyphs.indices.filter { !glyphs[$0].scalar.properties.isWhitespace }
    let folded = letters.map { Self.folded(glyphs[$0].scalar) }
    let labels = letters.indices.flatMap { start in
      words.compactMap { word -> Label? in
        let end = start + word.count
        guard end <= letters.count, folded[start..<end].elementsEqual(word) else { return nil }
        return label(
          letters[start..<end].map { glyphs[$0] },
          before: start > 0 ? glyphs[letters[start - 1]] : nil,
          after: letters[end...].prefix(20).map { glyphs[$0] })
      }
    }
    return labels.filter { label in
      let middle = (label.top + label.bottom) / 2
      return label.left >= area.x && label.right <= area.x + area.width
        && (middle < Self.top || middle > area.height - Self.bottom)
    }.sorted { $0.top < $1.top }
  }

  /// A word that stands alone on its line, but for «участника» and signs.
  private func label(_ word: [PDFGlyph], before: PDFGlyph?, after: [PDFGlyph]) -> Label? {
    guard let first = word.first, let last = word.last, last.left > first.left else { return nil }
    let height = first.bottom - first.top
    func follows(_ glyph: PDFGlyph, _ other: PDFGlyph, within distance: Double) -> Bool {
      abs(glyph.top - other.top) < height / 2 && glyph.left - other.right < distance * height
        && glyph.left > other.left
    }
    // Letters may be spaced, words may not be parts of others: «QR-КОД», «коды».
    guard zip(word, word.dropFirst()).allSatisfy({ follows($1, $0, within: 1) }) else { return nil }
    if let before, follows(first, before, within: 0.2), before.isOfWord { return nil }
    var label = Label(
      left: first.left, top: first.top, right: last.right, bottom: first.bottom)
    var end = last
    var rest = ""
    for glyph in after where follows(glyph, end, within: 0.8) {
      guard !glyph.isLine else { break }
      rest.unicodeScalars.append(glyph.scalar)
      end = glyph
    }
    guard Self.belongs(rest) else { return nil }
    label.right = end.right
    return label
  }

  /// What may follow: whose code it is, and signs.
  private static func belongs(_ rest: String) -> Bool {
    let letters = LookAlikes.folded(rest.filter(\.isLetter))
    return ["", "участника", "участницы", "ученика", "обучающегося"].contains(letters)
      && !rest.contains(where: \.isNumber)
  }
}

extension PDFGlyph {
  /// Whether it makes one word with a letter beside it.
  fileprivate var isOfWord: Bool {
    scalar.properties.isAlphabetic || scalar == "-" || scalar.properties.numericType != nil
  }

  /// Whether it may be a part of a box's frame.
  fileprivate var isLine: Bool {
    scalar == "_" || scalar == "|" || scalar == "[" || scalar == "." || scalar == "…"
      || (0x2500...0x25FF).contains(scalar.value)
  }
}
