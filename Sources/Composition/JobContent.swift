public import Exam
public import Planning

/// What one job consists of, and what its papers say of it.
public struct JobContent: Sendable {
  /// The revision it is printed under.
  public var revision: Int
  /// The attempt; 0 for a preview.
  public var attempt: Int
  /// The items in order of the sheets, with their pages; all pages where nil.
  public var items: [(item: ItemID, pages: [Int]?)]
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

  /// Makes a content.
  public init(
    revision: Int, attempt: Int, items: [(item: ItemID, pages: [Int]?)], slip: JobSlip?,
    printer: String, nextRoom: String?, isPreview: Bool, style: PageStyle = .asIs,
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
