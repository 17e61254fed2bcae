public import Exam

/// A paper of a pack.
public struct PackPaper: Hashable, Sendable {
  /// `S01`, `S02`, … within the pack.
  public var id: ItemID
  /// What it is: `packing-sheet`, `separator`, `end-sheet`, or a material's id.
  public var paper: String
  /// Its pages.
  public var pages: Int
  /// The material's pages it repeats; nil for papers drawn by the layout.
  public var booklet: BookletID?
  /// The work whose material it is; nil for papers drawn by the layout.
  public var work: WorkID?

  /// Makes a paper.
  public init(
    id: ItemID, paper: String, pages: Int, booklet: BookletID? = nil, work: WorkID? = nil
  ) {
    self.id = id
    self.paper = paper
    self.pages = pages
    self.booklet = booklet
    self.work = work
  }

  /// Whether the layout draws it.
  public var isDrawn: Bool { booklet == nil }
}

/// A printed copy that goes into another pack with the participant it was printed for.
public struct CarriedCopy: Hashable, Codable, Sendable {
  /// The pack it was printed for.
  public var pack: PackID
  /// The copy there.
  public var copy: ItemID
  /// What stands on it: «204-07».
  public var serial: String
  /// What people called the pack when it went; nil in older plans.
  public var from: String?
  /// True where something else is wanted by now: the copy lies there, to be replaced.
  public var outdated: Bool?

  /// Names a copy.
  public init(pack: PackID, copy: ItemID, serial: String, from: String? = nil) {
    self.pack = pack
    self.copy = copy
    self.serial = serial
    self.from = from
  }
}

/// A participant's or spare's copy.
public struct PackCopy: Hashable, Sendable {
  /// `C001`, `C002`, … within the pack.
  public var id: ItemID
  /// What people read: «204-07».
  public var serial: String
  /// The participant's key, given once; nil for a spare.
  public var participant: String?
  /// The participant's code.
  public var code: ParticipantCode?
  /// The seat.
  public var seat: Seat?
  /// The class.
  public var className: ClassName?
  /// What it consists of.
  public var booklet: BookletID
  /// The booklet's work.
  public var work: WorkID
  /// The booklet's variant; nil where the work has none.
  public var variant: Variant?
  /// The booklet's pages.
  public var pages: Int
  /// Special conditions of the participant; nil where there are none.
  public var conditions: Conditions?
  /// The printed copy of another pack that has come with the participant, under its own serial.
  public var carried: CarriedCopy?

  /// The copy of another pack that takes its place, so that it is not printed here.
  public var standIn: CarriedCopy? { carried?.outdated == true ? nil : carried }

  /// Whether this is a spare.
  public var spare: Bool { participant == nil }

  /// Makes a copy of a booklet.
  public init(
    id: ItemID, serial: String, participant: String? = nil, code: ParticipantCode? = nil,
    seat: Seat? = nil, className: ClassName? = nil, of booklet: Booklet,
    conditions: Conditions? = nil, carried: CarriedCopy? = nil
  ) {
    self.id = id
    self.serial = serial
    self.participant = participant
    self.code = code
    self.seat = seat
    self.className = className
    self.booklet = booklet.id
    work = booklet.work
    variant = booklet.variant
    pages = booklet.pages
    self.conditions = conditions
    self.carried = carried
  }
}
