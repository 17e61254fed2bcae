public import Exam

/// The highest numbers that a pack has ever given: none is given twice.
public struct IssuedItems: Hashable, Codable, Sendable {
  /// Copies.
  public var copies = 0
  /// Papers.
  public var papers = 0

  /// Nothing has been given yet.
  public init() {}
}

/// Everything for one room (or for the exam as a whole), in order.
public struct Pack: Hashable, Sendable {
  /// The id: `P01`, `P02` and so on; given once.
  public var id: PackID
  /// The room that it was first planned for, which heads its serials; the layout's word for the exam's
  /// own pack.
  public var room: RoomName
  /// Where it goes now, if that is another door.
  public var door: RoomName?
  /// The part of the works in it.
  public var part: Int
  /// IPP `media` where it is not the campaign's usual one: everything in it is enlarged to that paper.
  public var media: String?
  /// Participants whose copies are in it.
  public var participants: Int
  /// Sheets of paper, all papers and copies together.
  public var sheets: Int
  /// The papers.
  public var papers: [PackPaper]
  /// The copies.
  public var copies: [PackCopy]
  /// The order of papers and copies in the pack.
  public var order: [ItemID]
  /// The numbers given so far.
  public var issued: IssuedItems

  /// Makes a pack.
  public init(
    id: PackID, room: RoomName, door: RoomName? = nil, part: Int, media: String? = nil,
    participants: Int, sheets: Int, papers: [PackPaper], copies: [PackCopy], order: [ItemID],
    issued: IssuedItems? = nil
  ) {
    self.id = id
    self.room = room
    self.door = door
    self.part = part
    self.media = media
    self.participants = participants
    self.sheets = sheets
    self.papers = papers
    self.copies = copies
    self.order = order
    self.issued = issued ?? Self.counted(papers, copies)
  }

  /// The room where it is given out.
  public var place: RoomName { door ?? room }

  /// What serials of a room's part begin with.
  static func head(_ room: RoomName, part: Int) -> String {
    part < 2 ? room.rawValue : "\(room.rawValue)/\(part)"
  }

  /// The serial of a copy's enlarged one.
  static func enlarged(_ serial: String) -> String { serial + " А3" }

  /// Sheets of these: no item begins on the back of another, and what is carried here is no sheet of it.
  static func sheets(_ papers: [PackPaper], _ copies: [PackCopy], _ sides: Sides) -> Int {
    sheets(papers.map(\.pages) + copies.filter { $0.standIn == nil }.map(\.pages), sides)
  }

  private static func sheets(_ pages: [Int], _ sides: Sides) -> Int {
    pages.reduce(0) { $0 + (sides == .one ? $1 : ($1 + 1) / 2) }
  }

  /// Sheets of the pile that is given out: copies that were carried here lie in it, too.
  func pile(_ sides: Sides) -> Int {
    Self.sheets(papers.map(\.pages) + copies.map(\.pages), sides)
  }

  /// What people call it: «204», «204/2» for a later part, «204 А3» for enlarged copies.
  public var label: String {
    (part > 1 ? "\(place.rawValue)/\(part)" : place.rawValue) + (media == nil ? "" : " А3")
  }

  /// The label as a command line takes it.
  public var argument: String { label.contains(" ") ? "\"\(label)\"" : label }

  /// What a job of the whole pack prints: copies that are carried here are printed already.
  public var printed: [ItemID] {
    let carried = Set(copies.filter { $0.standIn != nil }.map(\.id))
    return carried.isEmpty ? order : order.filter { !carried.contains($0) }
  }

  /// The paper with this id.
  public func paper(_ id: ItemID) -> PackPaper? { papers.first { $0.id == id } }

  /// The copy with this id.
  public func copy(_ id: ItemID) -> PackCopy? { copies.first { $0.id == id } }

  /// Pages of an item of this pack.
  public func pages(of id: ItemID) -> Int? { paper(id)?.pages ?? copy(id)?.pages }

  /// The highest numbers that stand in it.
  private static func counted(_ papers: [PackPaper], _ copies: [PackCopy]) -> IssuedItems {
    var issued = IssuedItems()
    issued.papers = papers.compactMap(\.id.number).max() ?? 0
    issued.copies = copies.compactMap(\.id.number).max() ?? 0
    return issued
  }
}
