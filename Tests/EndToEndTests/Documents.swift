import Exam
import Foundation
import PackProof
import Planning
import Testing

/// `plan --json` as a script reads it.
struct PlanJSON: Decodable {
  struct Heading: Decodable { let id, title, date: String }
  struct Totals: Decodable { let participants, copies, sheets: Int }
  struct Paper: Decodable {
    let copy, paper: String
    let pages: Int
  }
  struct Source: Decodable {
    let material, file: String
    let page: Int
    let half: PageHalf?
  }
  struct Copy: Decodable {
    let copy, serial, work: String
    let code, seat, `class`, variant: String?
    let spare: Bool
    let pages: Int
    let source: [Source]
  }
  struct Line: Decodable {
    let pack, room: String
    let part, participants, sheets, startS, readyS: Int
    let printer: String?
    let papers: [Paper]
    let copies: [Copy]
    let order: [String]
  }
  struct FindingLine: Decodable {
    let number, code: Int
    let severity, scope, id, message, `where`: String
  }
  let exam: Heading
  let revision: Int
  let frozen: Bool
  let totals: Totals
  let packs: [Line]
  let findings: [FindingLine]

  /// The plan that the document tells, with the example's instruction as a paper.
  func plan() throws -> Plan {
    let id = try #require(ExamID(rawValue: exam.id))
    var booklets: [Booklet] = []
    let packs = self.packs.map { Self.pack($0, &booklets) }
    let files = Set(self.packs.flatMap { $0.copies.flatMap { $0.source.map(\.file) } })
    let work = WorkID(rawValue: "math5")
    let documents =
      files.sorted().map { Self.document(work, "work", $0) }
      + [Self.document(work, "инструкция", "instruction.pdf")]
    return Plan(
      exam: PlanExam(id: id, title: exam.title), works: [], sides: .one, marks: .pages,
      codes: .box, documents: documents, booklets: booklets, packs: packs)
  }

  private static func document(
    _ work: WorkID, _ material: String, _ file: String
  ) -> PlanDocument {
    PlanDocument(
      work: work, material: MaterialID(rawValue: material), file: file, container: nil, sha256: "")
  }

  private static func pack(_ line: Line, _ booklets: inout [Booklet]) -> Pack {
    Pack(
      id: PackID(rawValue: line.pack), room: RoomName(rawValue: line.room), part: line.part,
      participants: line.participants, sheets: line.sheets,
      papers: line.papers.map { paper($0, &booklets) },
      copies: line.copies.map { copy($0, &booklets) },
      order: line.order.map(ItemID.init(rawValue:)))
  }

  /// The booklet of these pages, each once.
  private static func booklet(
    _ work: String, _ variant: String?, _ source: [SourcePage], _ booklets: inout [Booklet]
  ) -> Booklet {
    let known = booklets.first {
      $0.work.rawValue == work && $0.variant?.rawValue == variant && $0.source == source
    }
    if let known { return known }
    let booklet = Booklet(
      id: BookletID(rawValue: "B\(booklets.count + 1)"), work: WorkID(rawValue: work),
      variant: variant.map(Variant.init(rawValue:)), pages: source.count, source: source)
    booklets.append(booklet)
    return booklet
  }

  private static func paper(_ paper: Paper, _ booklets: inout [Booklet]) -> PackPaper {
    let id = ItemID(rawValue: paper.copy)
    guard paper.paper == "инструкция" else {
      return PackPaper(id: id, paper: paper.paper, pages: paper.pages)
    }
    let pages = (1...paper.pages).map {
      SourcePage(
        material: MaterialID(rawValue: "инструкция"), file: "instruction.pdf", page: $0)
    }
    return PackPaper(
      id: id, paper: paper.paper, pages: paper.pages,
      booklet: booklet("math5", nil, pages, &booklets).id, work: WorkID(rawValue: "math5"))
  }

  private static func copy(_ copy: Copy, _ booklets: inout [Booklet]) -> PackCopy {
    let source = copy.source.map {
      SourcePage(
        material: MaterialID(rawValue: $0.material), file: $0.file, page: $0.page, half: $0.half)
    }
    return PackCopy(
      id: ItemID(rawValue: copy.copy), serial: copy.serial,
      participant: copy.spare ? nil : copy.code ?? copy.serial,
      code: copy.code.map(ParticipantCode.init(rawValue:)),
      of: booklet(copy.work, copy.variant, source, &booklets))
  }
}

/// `status --json` as a script reads it.
struct StatusJSON: Decodable {
  struct Line: Decodable {
    let pack, room, state: String
    let attempt, sheetsDone, sheets, needed: Int
    let printer: String?
    let question: Int?
  }
  struct PrinterLine: Decodable {
    let name, state: String
    let reasons: [String]
    let pack: String?
  }
  struct Question: Decodable {
    let number: Int
    let pack, text: String
  }
  let exam: String
  let revision: Int
  let packs: [Line]
  let printers: [PrinterLine]
  let questions: [Question]
}

extension Sandbox {
  /// The document of `plan --json`.
  func planJSON() throws -> PlanJSON {
    try JSONDecoder().decode(PlanJSON.self, from: Data(tirazh("plan", "--json").output.utf8))
  }

  /// A proof for the exam's plan.
  func proof() throws -> PackProof {
    let exam = exam
    return PackProof(plan: try planJSON().plan()) { exam.appendingPathComponent($0.file) }
  }
}
