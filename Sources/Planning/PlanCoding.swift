import Exam

/// How a plan is stored: each booklet once, and of a copy only what is its own.
///
/// Plans of the first version had every copy's pages in it; they are read, and never written.
extension Plan: Codable {
  private enum Key: String, CodingKey {
    case version, exam, works, sides, marks, codes, documents, booklets, packs, issuedPacks,
      issuedPeople
    case serials, moves
  }

  private static let version = 2

  /// Reads a plan of this version or of the first.
  public init(from decoder: any Decoder) throws {
    let plan = try decoder.container(keyedBy: Key.self)
    let version = try plan.decodeIfPresent(Int.self, forKey: .version) ?? 1
    guard version <= Self.version else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: plan, debugDescription: "a plan of version \(version)")
    }
    let booklets: [Booklet]
    let packs: [Pack]
    if version == 1 {
      var shelf = BookletShelf()
      packs = try plan.decode([StoredPack].self, forKey: .packs).map { $0.whole(&shelf) }
      booklets = shelf.all
    } else {
      booklets = try plan.decode([Booklet].self, forKey: .booklets)
      let known = Dictionary(booklets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      packs = try plan.decode([StoredPack].self, forKey: .packs).map { try $0.whole(known) }
    }
    self.init(
      exam: try plan.decode(PlanExam.self, forKey: .exam),
      works: try plan.decode([PlanWork].self, forKey: .works),
      sides: try plan.decode(Sides.self, forKey: .sides),
      marks: try plan.decode(MarkRule.self, forKey: .marks),
      // What older plans had.
      codes: try plan.decodeIfPresent(CodeRule.self, forKey: .codes) ?? .mark,
      documents: try plan.decode([PlanDocument].self, forKey: .documents), booklets: booklets,
      packs: packs, issuedPacks: try plan.decodeIfPresent(Int.self, forKey: .issuedPacks),
      issuedPeople: try plan.decodeIfPresent(Int.self, forKey: .issuedPeople) ?? 0,
      serials: SerialRegister(
        try plan.decodeIfPresent([String: SerialRegister.Issued].self, forKey: .serials) ?? [:],
        packs: packs),
      moves: try plan.decodeIfPresent([Move].self, forKey: .moves) ?? [])
  }

  /// Writes a plan of this version.
  public func encode(to encoder: any Encoder) throws {
    var plan = encoder.container(keyedBy: Key.self)
    try plan.encode(Self.version, forKey: .version)
    try plan.encode(exam, forKey: .exam)
    try plan.encode(works, forKey: .works)
    try plan.encode(sides, forKey: .sides)
    try plan.encode(marks, forKey: .marks)
    if codes != .mark { try plan.encode(codes, forKey: .codes) }
    try plan.encode(documents, forKey: .documents)
    try plan.encode(booklets, forKey: .booklets)
    try plan.encode(packs.map(StoredPack.init), forKey: .packs)
    try plan.encode(issuedPacks, forKey: .issuedPacks)
    if issuedPeople > 0 { try plan.encode(issuedPeople, forKey: .issuedPeople) }
    // Only what does not stand in the packs.
    if serials != SerialRegister(packs: packs) { try plan.encode(serials.issued, forKey: .serials) }
    if !moves.isEmpty { try plan.encode(moves, forKey: .moves) }
  }
}

/// A pack as it is stored.
private struct StoredPack: Codable {
  var pack: PackID
  var room: RoomName
  var door: RoomName?
  var part: Int
  var media: String?
  var participants: Int
  var sheets: Int
  var papers: [StoredPaper]
  var copies: [StoredCopy]
  var order: [ItemID]
  var issued: IssuedItems?

  init(_ whole: Pack) {
    pack = whole.id
    room = whole.room
    door = whole.door
    part = whole.part
    media = whole.media
    participants = whole.participants
    sheets = whole.sheets
    papers = whole.papers.map(StoredPaper.init)
    copies = whole.copies.map(StoredCopy.init)
    order = whole.order
    issued = whole.issued
  }

  func whole(_ booklets: [BookletID: Booklet]) throws -> Pack {
    whole(papers.map { $0.whole() }, try copies.map { try $0.whole(booklets) })
  }

  func whole(_ shelf: inout BookletShelf) -> Pack {
    whole(papers.map { $0.whole(&shelf) }, copies.map { $0.whole(&shelf) })
  }

  private func whole(_ papers: [PackPaper], _ copies: [PackCopy]) -> Pack {
    Pack(
      id: pack, room: room, door: door, part: part, media: media, participants: participants,
      sheets: sheets, papers: papers, copies: copies, order: order, issued: issued)
  }
}

/// A paper as it is stored; `source` only in plans of the first version.
private struct StoredPaper: Codable {
  var copy: ItemID
  var paper: String
  var pages: Int
  var booklet: BookletID?
  var work: WorkID?
  var source: [SourcePage]?

  init(_ paper: PackPaper) {
    copy = paper.id
    self.paper = paper.paper
    pages = paper.pages
    booklet = paper.booklet
    work = paper.work
  }

  func whole() -> PackPaper {
    PackPaper(id: copy, paper: paper, pages: pages, booklet: booklet, work: work)
  }

  func whole(_ shelf: inout BookletShelf) -> PackPaper {
    guard let work, let source, !source.isEmpty else {
      return PackPaper(id: copy, paper: paper, pages: pages)
    }
    let booklet = shelf.booklet(work: work, variant: nil, pages: pages, source: source)
    return PackPaper(id: copy, paper: paper, pages: pages, booklet: booklet.id, work: work)
  }
}

/// A copy as it is stored; `work` … `source` only in plans of the first version.
private struct StoredCopy: Codable {
  var copy: ItemID
  var serial: String
  var participant: String?
  /// Left out where it is the participant's key.
  var code: ParticipantCode?
  var seat: Seat?
  var `class`: ClassName?
  var booklet: BookletID?
  var conditions: Conditions?
  var carried: CarriedCopy?
  var coded: Bool?
  var work: WorkID?
  var variant: Variant?
  var pages: Int?
  var source: [SourcePage]?

  init(_ whole: PackCopy) {
    copy = whole.id
    serial = whole.serial
    participant = whole.participant
    let isKey = whole.code != nil && whole.code?.rawValue == whole.participant
    code = isKey ? nil : whole.code
    coded = whole.code == nil && !PersonRecord.isNumber(whole.participant) ? false : nil
    seat = whole.seat
    `class` = whole.className
    booklet = whole.booklet
    conditions = whole.conditions
    carried = whole.carried
  }

  func whole(_ booklets: [BookletID: Booklet]) throws -> PackCopy {
    guard let booklet = booklet.flatMap({ booklets[$0] }) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "\(copy.rawValue) has no booklet"))
    }
    let isKey = code == nil && coded != false && !PersonRecord.isNumber(participant)
    return whole(booklet, code: isKey ? participant.map(ParticipantCode.init(rawValue:)) : code)
  }

  func whole(_ shelf: inout BookletShelf) -> PackCopy {
    whole(
      shelf.booklet(
        work: work ?? WorkID(rawValue: "work"), variant: variant, pages: pages ?? 0,
        source: source ?? []),
      code: code)
  }

  private func whole(_ booklet: Booklet, code: ParticipantCode?) -> PackCopy {
    PackCopy(
      id: copy, serial: serial, participant: participant, code: code, seat: seat,
      className: `class`, of: booklet, conditions: conditions, carried: carried)
  }
}
