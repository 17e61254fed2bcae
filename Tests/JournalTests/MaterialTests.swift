import Exam
import Foundation
import Journal
import Planning
import Testing

@Suite("Materials and acceptances in the journal")
struct MaterialTests {
  private let folder: TemporaryFolder
  private static let work = WorkID(rawValue: "math5")

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, _ sha: String, holds pdf: String? = nil) -> MaterialImport {
    MaterialImport(
      work: Self.work, file: name, sha256: sha,
      contents: pdf.map { [ImportedFile(file: "variant-1.pdf", sha256: $0)] } ?? [])
  }

  @Test("freezing writes the digests of archives and of what they hold")
  func freeze() throws {
    let journal = try ExamJournal(folder: folder.url, create: true)
    let files = [file("a.zip", "a1", holds: "p1"), file("b.pdf", "b1")]
    for (base, layout) in [(nil, "vpr"), (1, "plain")] {
      _ = try journal.freeze(
        Samples.draft(base: base, layout: layout, materials: files), when: Samples.start)
    }
    #expect(try journal.events().map(\.kind) == [.frozen, .materials, .materials, .frozen])
    #expect(try journal.events()[1].detail.contains(#""sha256":"a1""#))
    #expect(try journal.materialImports() == files)
    try journal.verifyChain()
  }

  @Test("only what is seen for the first time is written down in passing")
  func firstImports() throws {
    let journal = try Samples.journal(in: folder)
    let first = file("a.zip", "a1", holds: "p1")
    try journal.recordFirstImports([first], when: Samples.start)
    try journal.recordFirstImports(
      [file("a.zip", "a2", holds: "p2"), file("b.pdf", "b1")], when: Samples.start)
    #expect(try journal.materialImports() == [first, file("b.pdf", "b1")])
  }

  @Test("a freeze takes over what replaced a file")
  func replaced() throws {
    let journal = try ExamJournal(folder: folder.url, create: true)
    for (base, layout, sha) in [(nil, "vpr", "a1"), (1, "plain", "a2")] {
      _ = try journal.freeze(
        Samples.draft(base: base, layout: layout, materials: [file("a.zip", sha)]),
        when: Samples.start)
    }
    #expect(try journal.materialImports() == [file("a.zip", "a2")])
  }

  @Test("an acceptance covers one finding in the same files")
  func acceptance() throws {
    let journal = try Samples.journal(in: folder)
    let finding = Finding(
      .materialReplaced, .stop, .work(Self.work), at: "a.zip", Wording(same: "x"))
    try journal.accept(
      Acceptance(of: finding, documents: ["p1"], reason: "замена согласована"), people: [],
      when: Samples.start)
    let accepted = try #require(try journal.acceptances().first)
    #expect(accepted.reason == "замена согласована")
    #expect(accepted.covers(finding, documents: ["p1"]))
    #expect(!accepted.covers(finding, documents: ["p2"]))
    var other = finding
    other.place = Wording(same: "b.zip")
    #expect(!accepted.covers(other, documents: ["p1"]))
    other = finding
    other.message = Wording(same: "9/3 pages")
    #expect(!accepted.covers(other, documents: ["p1"]))
    #expect(try journal.events().last?.kind == .accepted)
  }

  @Test(
    "an acceptance of a replaced file ends when that file is imported again",
    arguments: [("a.zip", 0), ("b.zip", 1)])
  func overtaken(_ imported: String, left: Int) throws {
    let journal = try Samples.journal(in: folder)
    let finding = Finding(
      .materialReplaced, .stop, .work(Self.work), at: "a.zip", Wording(same: "x"))
    try journal.accept(
      Acceptance(of: finding, documents: ["p1"], reason: "сверено"), people: [],
      when: Samples.start)
    try journal.recordFirstImports([file(imported, "f1")], when: Samples.start)
    #expect(try journal.acceptances(endedByImport: [.materialReplaced]).count == left)
    #expect(try journal.acceptances(endedByImport: [.materialPageCounts]).count == 1)
    #expect(try journal.acceptances().count == 1)
  }

  @Test("no name gets into a reason", arguments: ["просила Ковалева", "решил Берёзкин"])
  func names(_ reason: String) throws {
    let journal = try Samples.journal(in: folder)
    let finding = Finding(.materialReplaced, .stop, .exam, Wording(same: "x"))
    let trouble = #expect(throws: Trouble.self) {
      try journal.accept(
        Acceptance(of: finding, documents: [], reason: reason), people: ["Берёзкин Пётр"],
        when: Samples.start)
    }
    #expect(trouble?.kind == "journal.name-in-reason")
    #expect(try journal.acceptances().isEmpty)
  }
}
