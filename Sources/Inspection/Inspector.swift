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

  private var isPictureWithText: Bool { glyphs.drawn == 0 && letters > 0 }

  /// Blanks are drawn, too, by most programs: they count on both sides.
  private var isLegible: Bool {
    let blanks = whole.unicodeScalars.count { $0 == " " }
    return Double(letters + min(blanks, letters / 4)) >= Self.legibleShare * Double(glyphs.drawn)
  }

  /// What is told of the page's text, size and ink; the rest is not filled in.
  public func facts(ink: Ink) -> PageFacts {
    facts(nil, x: 0...size.width, ink: ink)
  }

  /// The same of a half; where nobody can tell where its text stands, with the whole page's text.
  public func facts(of half: PageHalf, ink: Ink) -> PageFacts {
    facts(half, x: half.edges(of: size.width), ink: ink)
  }

  private func facts(
    _ half: PageHalf?, x: ClosedRange<Double>, ink: Ink
  ) -> PageFacts {
    // What a scanner's program took the letters of a picture for does not stand exactly on them.
    let text = isPictureWithText ? text : text.seen(on: ink, from: x.lowerBound)
    let body = Self.margin...max(Self.margin, size.height - Self.margin)
    return PageFacts(
      page: number, half: half, width: x.upperBound - x.lowerBound, height: size.height,
      text: content(text, half, x), top: text.text(x: x, y: 0...min(Self.margin, size.height)),
      bottom: text.text(x: x, y: max(0, size.height - Self.margin)...size.height),
      turn: text.turn(x: x), isBlank: ink.isBlank, isLegible: isLegible,
      isPictureWithText: isPictureWithText, missingGlyphs: glyphs.missing,
      isMostlyPicture: text.leavesOpen(ink, x: x, y: body))
  }

  /// The text that is seen; as the page has it where nobody can tell where it stands.
  private func content(
    _ seen: PageText, _ half: PageHalf?, _ x: ClosedRange<Double>
  ) -> String {
    guard text.isPlaced else { return whole }
    return half == nil ? seen.whole : seen.text(x: x, y: 0...size.height)
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
