/// The machine-readable mark of one printed page.
public struct Mark: Hashable, Codable, Sendable {
  /// The exam.
  public var exam: ExamID
  /// The revision it is printed under.
  public var revision: Int
  /// The pack.
  public var pack: PackID
  /// The copy or paper.
  public var item: ItemID
  /// The page within the item, from 1.
  public var page: Int
  /// How many pages the item has.
  public var of: Int
  /// The attempt; 0 for a preview, which is no print.
  public var attempt: Int

  /// Makes a mark.
  public init(
    exam: ExamID, revision: Int, pack: PackID, item: ItemID, page: Int, of: Int, attempt: Int
  ) {
    self.exam = exam
    self.revision = revision
    self.pack = pack
    self.item = item
    self.page = page
    self.of = of
    self.attempt = attempt
  }

  /// `TZ1:7F3A2C:1:P03:C017:5/11:2`: QR alphanumeric characters only.
  public var text: String {
    "TZ1:\(exam.rawValue):\(revision):\(pack.rawValue):\(item.rawValue):\(page)/\(of):\(attempt)"
  }

  /// Reads the text of a mark; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 7, parts[0] == "TZ1", let exam = ExamID(rawValue: parts[1]) else {
      return nil
    }
    let pages = parts[5].split(separator: "/").map { Int($0) }
    guard pages.count == 2, let page = pages[0], let of = pages[1] else { return nil }
    guard let revision = Int(parts[2]), let attempt = Int(parts[6]) else { return nil }
    self.init(
      exam: exam, revision: revision, pack: PackID(rawValue: parts[3]),
      item: ItemID(rawValue: parts[4]), page: page, of: of, attempt: attempt)
  }
}
