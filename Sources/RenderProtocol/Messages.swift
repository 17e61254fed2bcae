public import Exam
public import Planning

/// The version of the messages; both ends must speak the same.
public let renderProtocolVersion = 5

/// What is printed of one item.
public struct JobItem: Hashable, Codable, Sendable {
  /// The copy or paper of the pack.
  public var item: ItemID
  /// Its pages, from 1; all of them if nil.
  public var pages: [Int]?

  /// Chooses an item.
  public init(item: ItemID, pages: [Int]? = nil) {
    self.item = item
    self.pages = pages
  }
}

/// What one job consists of, and what its papers say of it.
public struct JobRecipe: Hashable, Codable, Sendable {
  /// The revision it is printed under.
  public var revision: Int
  /// The attempt; 0 for a preview.
  public var attempt: Int
  /// The items in order of the sheets.
  public var items: [JobItem]
  /// What its first sheet says; nil for a whole pack, which begins with its packing sheet.
  public var slip: JobSlip?
  /// The printer, for the end sheet.
  public var printer: String
  /// The room printed next on the same printer, for the end sheet.
  public var nextRoom: String?
  /// Whether every page is crossed by the word «preview».
  public var isPreview: Bool
  /// How the printer gets the pages of materials.
  public var style: PageStyle
  /// Whether the last sheet comes first.
  public var isTurned: Bool

  /// Makes a recipe.
  public init(
    revision: Int, attempt: Int, items: [JobItem], slip: JobSlip? = nil, printer: String = "",
    nextRoom: String? = nil, isPreview: Bool = false, style: PageStyle = .asIs,
    isTurned: Bool = false
  ) {
    self.revision = revision
    self.attempt = attempt
    self.items = items
    self.slip = slip
    self.printer = printer
    self.nextRoom = nextRoom
    self.isPreview = isPreview
    self.style = style
    self.isTurned = isTurned
  }
}

/// A page of a material, and how it gets onto paper.
public struct PrintedPage: Hashable, Codable, Sendable {
  /// The page.
  public var source: SourcePage
  /// Its way.
  public var way: PrintWay

  /// Names a page.
  public init(source: SourcePage, way: PrintWay) {
    self.source = source
    self.way = way
  }
}

/// A request to the render worker.
///
/// A blob, where there is one, follows the message.
public enum RenderRequest: Codable, Sendable {
  /// Opens the conversation.
  case hello(version: Int)
  /// The layout for all that follows: file name → text.
  case layout(name: String, files: [String: String])
  /// Opens a PDF whose bytes follow as a blob; kept under its SHA-256.
  case open(sha256: String, password: String?)
  /// The files inside an opened PDF, where it is a portfolio.
  case portfolio(sha256: String)
  /// Facts of every page of an opened PDF.
  case facts(sha256: String, marks: MarkRule, codes: CodeRule)
  /// Which characters of texts no font has.
  case glyphs(texts: [String])
  /// The plan for all that follows.
  case plan(Plan)
  /// Pages of every paper of the plan.
  case measure
  /// One job as PDF.
  case compose(pack: PackID, recipe: JobRecipe)
  /// A paper alone as PDF, one after another for each of the packs; `names` of participants by key.
  case paper(name: String, packs: [PackID], names: [String: String])
  /// One job as PNG pictures at a resolution in dots per inch.
  case pictures(pack: PackID, recipe: JobRecipe, dpi: Int)
  /// How each page of a copy differs on paper from its material, as PNG pictures.
  case differences(pack: PackID, recipe: JobRecipe, dpi: Int)
  /// The marks of a print file, whose bytes follow as a blob.
  case marks
  /// A print file, whose bytes follow as a blob, compared with a job.
  case compare(pack: PackID, recipe: JobRecipe)
}

/// The worker's answer.
///
/// Blobs follow as announced.
public enum RenderReply: Codable, Sendable {
  /// The worker is ready, and held so.
  case ready(Isolation)
  /// A page is looked at now; the answer is still to come.
  case page(Int)
  /// Done; nothing to say.
  case done
  /// An opened PDF's page count.
  case opened(pages: Int)
  /// The files of a portfolio, of which so many blobs follow as have names, and those that cannot be read.
  case portfolio(names: [String], unreadable: [String])
  /// The facts asked for.
  case facts([PageFacts])
  /// For each text the characters that no font has, as `U+1F3EB`.
  case lacking([[String]])
  /// The measures asked for.
  case measures(Measures)
  /// A composed job; one blob follows, the PDF.
  case composed(pages: Int, sheets: Int)
  /// Pictures; so many blobs follow.
  case pictures(count: Int)
  /// The pages of a copy and their ways onto paper; so many pictures follow.
  case differences([PrintedPage])
  /// The text of the mark of each page; nil where there is none.
  case marks([String?])
  /// What came of a comparison.
  case compared(FileComparison)
  /// Refused, with the reason; nothing follows.
  case refused(Trouble)

  /// How many blobs follow.
  public var blobCount: Int {
    switch self {
    case .composed: 1
    case .pictures(let count): count
    case .differences(let pages): pages.count
    case .portfolio(let names, _): names.count
    case .ready, .page, .done, .opened, .facts, .lacking, .measures, .marks, .compared, .refused: 0
    }
  }
}
