public import Exam

/// A booklet's id within its plan: `B01`, `B02` and so on.
public struct BookletID: RawRepresentable, Hashable, Codable, Sendable {
  /// The text.
  public let rawValue: String
  /// Wraps the text.
  public init(rawValue: String) { self.rawValue = rawValue }
  init(number: Int) { rawValue = "B" + (number < 10 ? "0" : "") + "\(number)" }
}

/// What copies consist of: named once in a plan, however many copies there are.
public struct Booklet: Hashable, Codable, Sendable {
  /// The id.
  public var id: BookletID
  /// The work.
  public var work: WorkID
  /// The variant; nil where the work has none, and for papers.
  public var variant: Variant?
  /// How many pages it has, known or assumed.
  public var pages: Int
  /// The source pages in order; empty while the material is not there.
  public var source: [SourcePage]

  /// Makes a booklet.
  public init(
    id: BookletID, work: WorkID, variant: Variant? = nil, pages: Int, source: [SourcePage] = []
  ) {
    self.id = id
    self.work = work
    self.variant = variant
    self.pages = pages
    self.source = source
  }
}

/// Gives each booklet of a plan its id, in the order in which they are first wanted.
struct BookletShelf {
  private(set) var all: [Booklet] = []
  private var known: [Booklet: Booklet] = [:]

  mutating func booklet(
    work: WorkID, variant: Variant?, pages: Int, source: [SourcePage]
  ) -> Booklet {
    let nameless = Booklet(
      id: BookletID(rawValue: ""), work: work, variant: variant, pages: pages, source: source)
    if let known = known[nameless] { return known }
    var booklet = nameless
    booklet.id = BookletID(number: all.count + 1)
    known[nameless] = booklet
    all.append(booklet)
    return booklet
  }
}
