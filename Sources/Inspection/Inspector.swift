public import Exam
public import Poppler

/// Finds out what a page says of itself.
public struct Inspector: Sendable {
  private let text: PageText
  private let size: (width: Double, height: Double)
  private let number: Int
  private let whole: String

  /// How much of a page counts as its top and its bottom: 30 mm.
  private static let margin = 30.0 / 25.4 * 72

  private let glyphs: GlyphCount

  /// Reads a page of which it is known how many glyphs are drawn.
  public init(of page: borrowing PDFPage, number: Int, glyphs: GlyphCount) {
    text = PageText(of: page)
    size = page.size
    whole = page.text
    self.number = number
    self.glyphs = glyphs
  }

  /// Fewer letters than this share of what is drawn do not tell what the page says.
  private static let legibleShare = 0.6

  /// Letters, digits and signs that mean something; blanks and private characters do not.
  private var letters: Int {
    whole.unicodeScalars.count { scalar in
      !scalar.properties.isWhitespace && scalar.value != 0xFFFD
        && ![.privateUse, .control, .unassigned].contains(scalar.properties.generalCategory)
    }
  }

  /// Blanks are drawn, too, by most programs: they count on both sides.
  private var isLegible: Bool {
    let blanks = whole.unicodeScalars.count { $0 == " " }
    return Double(letters + min(blanks, letters / 4)) >= Self.legibleShare * Double(glyphs.drawn)
  }

  /// What is told of the page's text, size and ink; the rest is not filled in.
  public func facts(ink: Ink) -> PageFacts {
    facts(nil, x: 0...size.width, text: whole, ink: ink)
  }

  /// The same of a half; where nobody can tell where its text stands, with the whole page's text.
  public func facts(of half: PageHalf, ink: Ink) -> PageFacts {
    let x = half.edges(of: size.width)
    let own = text.isPlaced ? text.text(x: x, y: 0...size.height) : whole
    return facts(half, x: x, text: own, ink: ink)
  }

  private func facts(
    _ half: PageHalf?, x: ClosedRange<Double>, text content: String, ink: Ink
  ) -> PageFacts {
    PageFacts(
      page: number, half: half, width: x.upperBound - x.lowerBound, height: size.height,
      text: content, top: text.text(x: x, y: 0...min(Self.margin, size.height)),
      bottom: text.text(x: x, y: max(0, size.height - Self.margin)...size.height),
      turn: text.turn(x: x), isBlank: ink.isBlank, isLegible: isLegible,
      isPictureWithText: glyphs.drawn == 0 && letters > 0, missingGlyphs: glyphs.missing)
  }
}

extension PageHalf {
  /// The left and the right edge on a page, in points.
  public func edges(of width: Double) -> ClosedRange<Double> {
    switch self {
    case .left: 0...width / 2
    case .right: width / 2...width
    }
  }
}
