public import Exam

/// A paper of a pack.
public struct PackPaper: Hashable, Codable, Sendable {
  /// `S01`, `S02`, … within the pack.
  public var id: ItemID
  /// What it is: `packing-sheet`, `separator`, `end-sheet`, or a material's id.
  public var paper: String
  /// Its pages.
  public var pages: Int
  /// The material's pages it repeats; empty for papers drawn by the layout.
  public var source: [SourcePage]
  /// The work whose material it is; nil for papers drawn by the layout.
  public var work: WorkID?

  enum CodingKeys: String, CodingKey {
    case id = "copy"
    case paper, pages, source, work
  }

  /// Makes a paper.
  public init(
    id: ItemID, paper: String, pages: Int, source: [SourcePage] = [], work: WorkID? = nil
  ) {
    self.id = id
    self.paper = paper
    self.pages = pages
    self.source = source
    self.work = work
  }
}

/// A participant's or spare's copy.
public struct PackCopy: Hashable, Codable, Sendable {
  /// `C001`, `C002`, … within the pack.
  public var id: ItemID
  /// What people read: «204-07».
  public var serial: String
  /// The participant's key: the code, or `#` and the place in the list; nil for a spare.
  public var participant: String?
  /// The participant's code.
  public var code: ParticipantCode?
  /// The seat.
  public var seat: Seat?
  /// The class.
  public var className: ClassName?
  /// The work.
  public var work: WorkID
  /// The variant; nil where the work has none.
  public var variant: Variant?
  /// Special conditions of the participant; nil where there are none.
  public var conditions: Conditions?
  /// Whether this is a spare.
  public var spare: Bool
  /// Its pages.
  public var pages: Int
  /// The source pages in order; empty while the material is not there.
  public var source: [SourcePage]

  enum CodingKeys: String, CodingKey {
    case id = "copy"
    case className = "class"
    case serial, participant, code, seat, work, variant, conditions, spare, pages, source
  }

  /// Makes a copy.
  public init(
    id: ItemID, serial: String, participant: String? = nil, code: ParticipantCode? = nil,
    seat: Seat? = nil, className: ClassName? = nil, work: WorkID, variant: Variant? = nil,
    conditions: Conditions? = nil, spare: Bool = false, pages: Int, source: [SourcePage] = []
  ) {
    self.id = id
    self.serial = serial
    self.participant = participant
    self.code = code
    self.seat = seat
    self.className = className
    self.work = work
    self.variant = variant
    self.conditions = conditions
    self.spare = spare
    self.pages = pages
    self.source = source
  }
}
