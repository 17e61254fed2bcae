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
  /// The text that is seen, in reading order, lines separated by `\n`.
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
  /// Whether the line for people finds its place beside the mark; nil where there is no mark.
  public var hasRoomForLine: Bool?
  /// Whether it has a box for the participant's code; nil if not asked.
  public var hasCodeBox: Bool?
  /// Names of fonts that the page's text is set in and that are not embedded.
  public var fontsNotEmbedded: [String]
  /// Whether the letters that are drawn can be read as text.
  public var isLegible: Bool
  /// Whether the text is not drawn at all: a picture, and behind it what a program took its letters for.
  public var isPictureWithText: Bool
  /// What went wrong while the page was read and drawn, in the reader's own words, each once.
  public var complaints: [String]
  /// How many letters come out as the box for a letter that the font does not have.
  public var missingGlyphs: Int
  /// Whether a form field has a value and nothing that shows it.
  public var hasUndrawnField: Bool
  /// Whether notes or values of form fields are printed over it.
  public var isWrittenOver: Bool
  /// Whether nearly all that is drawn beside its header has no letters: a picture, or lines.
  public var isMostlyPicture: Bool
  /// How it gets onto paper.
  public var way: PrintWay
  /// What is told of the whole file.
  public var document: DocumentFacts
  /// The lines of the file's outline that point to this page.
  public var outline: [OutlineEntry]
  /// The same facts of the left and the right half; empty where the page does not lie.
  public var halves: [PageFacts]

  /// Makes facts.
  public init(
    page: Int, half: PageHalf? = nil, width: Double, height: Double, text: String,
    top: String = "", bottom: String = "", turn: Int = 0, isBlank: Bool = false,
    hasRoomForMark: Bool? = nil, hasRoomForLine: Bool? = nil, hasCodeBox: Bool? = nil,
    fontsNotEmbedded: [String] = [],
    isLegible: Bool = true,
    isPictureWithText: Bool = false, complaints: [String] = [], missingGlyphs: Int = 0,
    hasUndrawnField: Bool = false, isWrittenOver: Bool = false, isMostlyPicture: Bool = false,
    way: PrintWay = .asIs, document: DocumentFacts = DocumentFacts(),
    outline: [OutlineEntry] = [], halves: [PageFacts] = []
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
    self.hasRoomForLine = hasRoomForLine
    self.hasCodeBox = hasCodeBox
    self.fontsNotEmbedded = fontsNotEmbedded
    self.isLegible = isLegible
    self.isPictureWithText = isPictureWithText
    self.complaints = complaints
    self.missingGlyphs = missingGlyphs
    self.hasUndrawnField = hasUndrawnField
    self.isWrittenOver = isWrittenOver
    self.isMostlyPicture = isMostlyPicture
    self.way = way
    self.document = document
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

  /// Whether the text can be read: neither empty, nor a picture, nor letters that nobody knows.
  ///
  /// What a scanner's program took for letters counts, and is said.
  public var isReadable: Bool { !isBlank && !isBare && isLegible }

  private static func isClose(
    _ width: Double, _ height: Double, to wide: Double, _ high: Double
  ) -> Bool {
    let point = 25.4 / 72
    return abs(width * point - wide) <= 2 && abs(height * point - high) <= 2
  }
}

/// What is told of a whole PDF.
public struct DocumentFacts: Hashable, Codable, Sendable {
  /// Layers that are not printed.
  public var hiddenLayers: [String]
  /// Layers that some readers print and others do not.
  public var doubtfulLayers: [String]
  /// Whether the pages only stand for a form that another program would draw (XFA).
  public var isDynamicForm: Bool
  /// The files inside a portfolio, whose own pages are only a cover.
  public var portfolio: [String]

  /// Makes facts of an ordinary file.
  public init(
    hiddenLayers: [String] = [], doubtfulLayers: [String] = [], isDynamicForm: Bool = false,
    portfolio: [String] = []
  ) {
    self.hiddenLayers = hiddenLayers
    self.doubtfulLayers = doubtfulLayers
    self.isDynamicForm = isDynamicForm
    self.portfolio = portfolio
  }
}
