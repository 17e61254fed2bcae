public import Exam

/// The plan of a print run: what is on paper and in which order; a value, without clocks and without names
/// of people.
public struct Plan: Hashable, Sendable {
  /// The exam's heading.
  public var exam: PlanExam
  /// The works.
  public var works: [PlanWork]
  /// One side or both.
  public var sides: Sides
  /// Where the marks are.
  public var marks: MarkRule
  /// Where codes stand on pages.
  public var codes: CodeRule
  /// The files of the materials.
  public var documents: [PlanDocument]
  /// What the copies consist of.
  public var booklets: [Booklet]
  /// The packs, in order of rooms.
  public var packs: [Pack]
  /// The highest number of a pack ever given.
  public var issuedPacks: Int
  /// The highest number of a participant without a code ever given.
  public var issuedPeople: Int
  /// The highest serials ever given.
  public var serials: SerialRegister
  /// Participants whom a person has sent to another room than their list says.
  public var moves: [Move]

  /// A participant who was sent to another room.
  public struct Move: Hashable, Codable, Sendable {
    /// The participant's key.
    public var participant: String
    /// The room of the list.
    public var from: RoomName
    /// The room where they sit.
    public var to: RoomName

    /// Makes a move.
    public init(participant: String, from: RoomName, to: RoomName) {
      self.participant = participant
      self.from = from
      self.to = to
    }
  }

  /// Makes a plan.
  public init(
    exam: PlanExam, works: [PlanWork], sides: Sides, marks: MarkRule,
    codes: CodeRule = .mark, documents: [PlanDocument],
    booklets: [Booklet], packs: [Pack], issuedPacks: Int? = nil, issuedPeople: Int = 0,
    serials: SerialRegister? = nil, moves: [Move] = []
  ) {
    self.exam = exam
    self.works = works
    self.sides = sides
    self.marks = marks
    self.codes = codes
    self.documents = documents
    self.booklets = booklets
    self.packs = packs
    self.issuedPacks = issuedPacks ?? packs.compactMap(\.id.number).max() ?? 0
    self.issuedPeople = issuedPeople
    self.serials = serials ?? SerialRegister(packs: packs)
    self.moves = moves
  }

  /// The pack with this id.
  public func pack(_ id: PackID) -> Pack? { packs.first { $0.id == id } }

  /// The booklet with this id.
  public func booklet(_ id: BookletID) -> Booklet? { booklets.first { $0.id == id } }

  /// The source pages of a copy; empty while the material is not there.
  public func source(of copy: PackCopy) -> [SourcePage] { booklet(copy.booklet)?.source ?? [] }

  /// The source pages of a paper; empty for papers drawn by the layout.
  public func source(of paper: PackPaper) -> [SourcePage] {
    paper.booklet.flatMap(booklet)?.source ?? []
  }

  /// Participants in the whole exam: each counted once, however many works.
  public var participants: Int {
    Set(packs.flatMap { $0.copies.compactMap(\.participant) }).count
  }

  /// Copies of the whole exam, spares included.
  public var copies: Int { packs.reduce(0) { $0 + $1.copies.count } }

  /// Sheets of the whole exam.
  public var sheets: Int { packs.reduce(0) { $0 + $1.sheets } }
}
