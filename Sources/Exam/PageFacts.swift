/// What a page says of itself, found out by the render worker.
public struct PageFacts: Hashable, Codable, Sendable {
  /// The page, counted from 1.
  public var page: Int
  /// Which half of that page this is; nil for the whole.
  public var half: PageHalf?
  /// The width as shown, in points (1/72 inch).
  public var width: Double
  /// The height as shown, in points.
  public var height: Double
  /// The text in reading order, lines separated by `\n`.
  public var text: String
  /// The text in the uppermost 30 mm.
  public var top: String
  /// The text in the lowest 30 mm.
  public var bottom: String
  /// How far most of the text is turned clockwise as shown: 0, 90, 180 or 270 degrees.
  public var turn: Int
  /// Whether nothing at all is drawn.
  public var isBlank: Bool
  /// Whether one of the layout's places for the mark is free of ink; nil if not asked.
  public var hasRoomForMark: Bool?
  /// Names of fonts that are not embedded, of this page or a page before it.
  public var fontsNotEmbedded: [String]
  /// The lines of the file's outline that point to this page.
  public var outline: [OutlineEntry]
  /// The same facts of the left and the right half; empty where the page does not lie.
  public var halves: [PageFacts]

  /// Makes facts.
  public init(
    page: Int, half: PageHalf? = nil, width: Double, height: Double, text: String,
    top: String = "", bottom: String = "", turn: Int = 0, isBlank: Bool = false,
    hasRoomForMark: Bool? = nil, fontsNotEmbedded: [String] = [], outline: [OutlineEntry] = [],
    halves: [PageFacts] = []
  ) {
    self.page = page
    self.half = half
    self.width = width
    self.height = height
    self.text = text
    self.top = top
    self.bottom = bottom
    self.turn = turn
    self.isBlank = isBlank
    self.hasRoomForMark = hasRoomForMark
    self.fontsNotEmbedded = fontsNotEmbedded
    self.outline = outline
    self.halves = halves
  }

  /// Whether the page is A4 within 2 mm, upright or lying.
  public var isA4: Bool {
    Self.isClose(width, height, to: 210, 297) || Self.isClose(height, width, to: 210, 297)
  }

  /// Whether the page is a lying A3 page within 2 mm, as of two A4 pages side by side.
  public var isSpread: Bool { Self.isClose(width, height, to: 420, 297) }

  /// Whether the page lies on its side.
  public var isLandscape: Bool { width > height }

  /// Whether there is no text on it, though something is drawn.
  public var isBare: Bool { !isBlank && text.allSatisfy(\.isWhitespace) }

  private static func isClose(
    _ width: Double, _ height: Double, to wide: Double, _ high: Double
  ) -> Bool {
    let point = 25.4 / 72
    return abs(width * point - wide) <= 2 && abs(height * point - high) <= 2
  }
}
