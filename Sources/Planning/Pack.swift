public import Exam

/// Everything for one room (or for the exam as a whole), in order.
public struct Pack: Hashable, Codable, Sendable {
  /// The id: `P01`, `P02` and so on.
  public var id: PackID
  /// The room; the layout's word for the exam's own pack.
  public var room: RoomName
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

  enum CodingKeys: String, CodingKey {
    case id = "pack"
    case room, part, media, participants, sheets, papers, copies, order
  }

  /// Makes a pack.
  public init(
    id: PackID, room: RoomName, part: Int, media: String? = nil, participants: Int, sheets: Int,
    papers: [PackPaper], copies: [PackCopy],
    order: [ItemID]
  ) {
    self.id = id
    self.room = room
    self.part = part
    self.media = media
    self.participants = participants
    self.sheets = sheets
    self.papers = papers
    self.copies = copies
    self.order = order
  }

  /// What people call it: «204», «204/2» for a later part, «204 А3» for enlarged copies.
  public var label: String {
    (part > 1 ? "\(room.rawValue)/\(part)" : room.rawValue) + (media == nil ? "" : " А3")
  }

  /// The label as a command line takes it.
  public var argument: String { label.contains(" ") ? "\"\(label)\"" : label }

  /// The paper with this id.
  public func paper(_ id: ItemID) -> PackPaper? { papers.first { $0.id == id } }

  /// The copy with this id.
  public func copy(_ id: ItemID) -> PackCopy? { copies.first { $0.id == id } }

  /// Pages of an item of this pack.
  public func pages(of id: ItemID) -> Int? { paper(id)?.pages ?? copy(id)?.pages }
}
