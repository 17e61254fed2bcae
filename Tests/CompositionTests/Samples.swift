import Composition
import Exam
import Foundation
import Layout
import LayoutFiles
import Planning

/// Two variants of one work in one pack.
enum Samples {
  static let pack = PackID(number: 1)
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/pdf")
  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("examples/vpr-math-5")

  static func file(_ variant: Int) -> URL {
    examples.appendingPathComponent("variant-\(variant).pdf")
  }

  /// A composer with plan, layout and documents, and the pages of each variant.
  static func composer(
    sides: Sides = .one, marks: MarkRule = .pages, media: String? = nil,
    without paper: String? = nil
  ) throws -> (composer: Composer, pages: [Int]) {
    let composer = Composer()
    let files = (LayoutFiles.builtIn["vpr"] ?? [:]).filter { $0.key != paper }
    composer.use(layout: try LayoutProfile.parse(name: "vpr", files: files))
    let pages = try [1, 2].map {
      try composer.open(
        Array(try Data(contentsOf: file($0))), sha256: "variant-\($0)", password: nil)
    }
    composer.use(plan: try plan(pages, sides, marks, media))
    return (composer, pages)
  }

  static func content(
    _ items: [(item: ItemID, pages: [Int]?)] = [(.copy(1), nil), (.copy(2), nil)],
    slip: JobSlip? = nil
  ) -> JobContent {
    JobContent(
      revision: 1, attempt: 1, items: items, slip: slip, printer: "test", nextRoom: nil,
      isPreview: false)
  }

  /// A job of one copy of a PDF.
  static func job(
    of pdf: [UInt8], style: PageStyle = .asIs, marks: MarkRule = .none, codes: CodeRule = .mark
  ) throws -> [UInt8] {
    let composer = Composer()
    let files = LayoutFiles.builtIn["vpr"] ?? [:]
    composer.use(layout: try LayoutProfile.parse(name: "vpr", files: files))
    let pages = try composer.open(pdf, sha256: "variant-1", password: nil)
    var plan = try plan([pages, pages], .one, marks, nil)
    plan.codes = codes
    composer.use(plan: plan)
    var content = content([(.copy(1), nil)])
    content.style = style
    return try composer.compose(pack, content).pdf
  }

  /// What the layout for ВПР finds on the pages of a PDF.
  static func facts(of pdf: [UInt8], codes: CodeRule) throws -> [PageFacts] {
    let composer = Composer()
    let files = LayoutFiles.builtIn["vpr"] ?? [:]
    composer.use(layout: try LayoutProfile.parse(name: "vpr", files: files))
    _ = try composer.open(pdf, sha256: "x", password: nil)
    return try composer.facts(sha256: "x", marks: .pages, codes: codes)
  }

  private static func plan(_ pages: [Int], _ sides: Sides, _ marks: MarkRule, _ media: String?)
    throws -> Plan
  {
    guard let id = ExamID(rawValue: "7F3A2C") else { throw Trouble("test", Wording(same: "id")) }
    let work = WorkID(rawValue: "math5")
    let material = MaterialID(rawValue: "test")
    let booklets = zip(1..., pages).map { number, count in
      Booklet(
        id: BookletID(rawValue: "B0\(number)"), work: work,
        variant: Variant(rawValue: "\(number)"), pages: count,
        source: (1...count).map {
          SourcePage(material: material, file: "variant-\(number).pdf", page: $0)
        })
    }
    let copies = zip(1..., booklets).map { number, booklet in
      PackCopy(
        id: .copy(number), serial: "204-\(number)", participant: "5000\(number)",
        code: ParticipantCode(rawValue: "5000\(number)"), of: booklet)
    }
    let pack = Pack(
      id: pack, room: RoomName(rawValue: "204"), part: 1, media: media, participants: 2,
      sheets: pages.reduce(0, +), papers: [], copies: copies,
      order: copies.map(\.id))
    let documents = [1, 2].map {
      PlanDocument(
        work: work, material: material, file: "variant-\($0).pdf", container: nil,
        sha256: "variant-\($0)")
    }
    return Plan(
      exam: PlanExam(id: id, title: "ВПР", date: CivilDate(year: 2026, month: 4, day: 21)),
      works: [PlanWork(id: work, subject: "Математика", duration: 60, assumed: false)],
      sides: sides, marks: marks, documents: documents, booklets: booklets, packs: [pack])
  }
}
