public import Exam

/// What a plan says of its exam, enough to head every paper.
public struct PlanExam: Hashable, Codable, Sendable {
  /// The exam's id.
  public var id: ExamID
  /// The title.
  public var title: String
  /// The school.
  public var school: String?
  /// The phone number for trouble.
  public var phone: String?
  /// The day.
  public var date: CivilDate?
  /// The bell.
  public var starts: ClockTime?
  /// When packs must be at the doors.
  public var ready: ClockTime?

  /// Makes the heading.
  public init(
    id: ExamID, title: String, school: String? = nil, phone: String? = nil,
    date: CivilDate? = nil, starts: ClockTime? = nil, ready: ClockTime? = nil
  ) {
    self.id = id
    self.title = title
    self.school = school
    self.phone = phone
    self.date = date
    self.starts = starts
    self.ready = ready
  }
}

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
  /// The printer named for it, if exam.yaml names printers.
  public var printer: String?
  /// Seconds from the start of printing when its first sheet comes.
  public var startS: Int
  /// Seconds from the start of printing when its last sheet is out.
  public var readyS: Int
  /// The papers.
  public var papers: [PackPaper]
  /// The copies.
  public var copies: [PackCopy]
  /// The order of papers and copies in the pack.
  public var order: [ItemID]

  enum CodingKeys: String, CodingKey {
    case id = "pack"
    case room, part, media, participants, sheets, printer, startS, readyS, papers, copies, order
  }

  /// Makes a pack.
  public init(
    id: PackID, room: RoomName, part: Int, media: String? = nil, participants: Int, sheets: Int,
    printer: String?, startS: Int, readyS: Int, papers: [PackPaper], copies: [PackCopy],
    order: [ItemID]
  ) {
    self.id = id
    self.room = room
    self.part = part
    self.media = media
    self.participants = participants
    self.sheets = sheets
    self.printer = printer
    self.startS = startS
    self.readyS = readyS
    self.papers = papers
    self.copies = copies
    self.order = order
  }

  /// What people call it: «204», «204/2» for a later part, «204 А3» for enlarged copies.
  public var label: String {
    (part > 1 ? "\(room.rawValue)/\(part)" : room.rawValue) + (media == nil ? "" : " А3")
  }

  /// The paper with this id.
  public func paper(_ id: ItemID) -> PackPaper? { papers.first { $0.id == id } }

  /// The copy with this id.
  public func copy(_ id: ItemID) -> PackCopy? { copies.first { $0.id == id } }

  /// Pages of an item of this pack.
  public func pages(of id: ItemID) -> Int? { paper(id)?.pages ?? copy(id)?.pages }
}

/// A work as far as papers speak of it.
public struct PlanWork: Hashable, Codable, Sendable {
  /// The id.
  public var id: WorkID
  /// The subject.
  public var subject: String
  /// How long it takes, in minutes.
  public var duration: Int?
  /// Whether its pages are assumed because the material is not there yet.
  public var assumed: Bool

  /// Makes a work.
  public init(id: WorkID, subject: String, duration: Int?, assumed: Bool) {
    self.id = id
    self.subject = subject
    self.duration = duration
    self.assumed = assumed
  }
}

/// The material file behind a plan's source pages.
public struct PlanDocument: Hashable, Codable, Sendable {
  /// The work.
  public var work: WorkID
  /// The material.
  public var material: MaterialID
  /// The file's name, as source pages give it.
  public var file: String
  /// The archive it lies in.
  public var container: String?
  /// SHA-256 of the PDF's bytes, lowercase hex.
  public var sha256: String

  /// Makes a document.
  public init(
    work: WorkID, material: MaterialID, file: String, container: String?, sha256: String
  ) {
    self.work = work
    self.material = material
    self.file = file
    self.container = container
    self.sha256 = sha256
  }
}

/// The plan of a print run: a value, without clocks and without names of people.
public struct Plan: Hashable, Codable, Sendable {
  /// The exam's heading.
  public var exam: PlanExam
  /// The works.
  public var works: [PlanWork]
  /// One side or both.
  public var sides: Sides
  /// Where the marks are.
  public var marks: MarkRule
  /// The files of the materials.
  public var documents: [PlanDocument]
  /// The packs, in order of rooms.
  public var packs: [Pack]

  /// Makes a plan.
  public init(
    exam: PlanExam, works: [PlanWork], sides: Sides, marks: MarkRule, documents: [PlanDocument],
    packs: [Pack]
  ) {
    self.exam = exam
    self.works = works
    self.sides = sides
    self.marks = marks
    self.documents = documents
    self.packs = packs
  }

  /// The pack with this id.
  public func pack(_ id: PackID) -> Pack? { packs.first { $0.id == id } }

  /// Participants in the whole exam: each counted once, however many works.
  public var participants: Int {
    Set(packs.flatMap { $0.copies.compactMap(\.participant) }).count
  }

  /// Copies of the whole exam, spares included.
  public var copies: Int { packs.reduce(0) { $0 + $1.copies.count } }

  /// Sheets of the whole exam.
  public var sheets: Int { packs.reduce(0) { $0 + $1.sheets } }
}
