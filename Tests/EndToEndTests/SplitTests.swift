import Exam
import Foundation
import PackProof
import Planning
import Testing

/// Sheets that hold two pages are printed as the pages they hold.
@Suite struct SplitTests {
  @Test(arguments: [("pdf/spread.pdf", "spreads"), ("pdf/two-up.pdf", "two-up")])
  func halvesArePrintedAsTheyAre(fixture: String, split: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try sandbox.replace("variant-1.pdf", with: fixture)
    try sandbox.describe {
      $0.replacingOccurrences(
        of: "files: [variant-1.pdf, variant-2.pdf]",
        with: "files: [variant-1.pdf]\n        split: \(split)")
    }
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 0, "\(run.text)")
    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first { $0.room.rawValue == "205" })
    let copy = try #require(pack.copies.first)
    #expect(plan.source(of: copy).map(\.half) == [.left, .right])
    let file = try sandbox.file(of: pack.id, attempt: 1)
    #expect(
      try sandbox.proof().problems(pdf: file, pack: pack.id, attempt: 1, revision: 1, items: nil)
        == [])
  }

  @Test(arguments: [
    ("pdf/two-parts.pdf", "part: 2", "", [3, 4, 5]), ("pdf/two-parts.pdf", "part: 1", "", [1, 2]),
    ("pdf/outline.pdf", "", "outline: Вариант 2", [3, 4]),
  ])
  func aPartOrAnOutlineEntryIsChosen(
    fixture: String, work: String, material: String, pages: [Int]
  ) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("variant-1.pdf", with: fixture)
    let list = "files: [variant-1.pdf, variant-2.pdf]"
    try sandbox.describe {
      let yaml = $0.replacingOccurrences(of: list, with: "file: variant-1.pdf\n        \(material)")
      guard !work.isEmpty else { return yaml }
      return yaml.replacingOccurrences(
        of: "subject: Математика\n    grade: 5",
        with: "subject: Русский язык\n    grade: 4\n    \(work)")
    }
    let plan = try sandbox.planJSON().plan()
    let copy = try #require(plan.packs.first?.copies.first)
    #expect(plan.source(of: copy).map(\.page) == pages)
  }
}
