import Exam
import Foundation
import PackProof
import Planning
import Testing

/// The main job into a folder: print, print again, reprint.
@Suite(.serialized) struct PrintTests {
  @Test func packsAreWhatThePlanSays() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let printed = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(printed.status == 0, "\(printed.text)")
    let document = try sandbox.planJSON()
    let plan = try document.plan()
    // A file's name begins with the room as people say it; a note lies beside the files.
    let names = plan.packs.map { "каб. \($0.room.rawValue) · 7F3A2C-\($0.id.rawValue)-a1.pdf" }
    #expect(try Set(files(sandbox)) == Set(names + ["ЧИТАЙ.txt"]))
    #expect(document.frozen)
    #expect(document.totals.participants == 58)
    #expect(document.totals.sheets == document.packs.reduce(0) { $0 + $1.sheets })
    let proof = try sandbox.proof()
    for pack in plan.packs where pack.room.rawValue == "205" {
      let file = try sandbox.file(of: pack.id, attempt: 1)
      #expect(
        try proof.problems(pdf: file, pack: pack.id, attempt: 1, revision: 1, items: nil) == [])
    }

    let again = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(again.status == 0)
    #expect(again.output.contains("Печатать нечего"))
    #expect(try files(sandbox).count == 4)

    let reprinted = try sandbox.tirazh(
      "reprint", "204", "204-03", "--reason", "брак", "--to", sandbox.out.path)
    #expect(reprinted.status == 0, "\(reprinted.text)")
    let pack = try #require(plan.packs.first { $0.room.rawValue == "204" })
    let copy = try #require(pack.copies.first { $0.serial == "204-03" })
    let file = try sandbox.file(of: pack.id, attempt: 2)
    #expect(
      try proof.problems(pdf: file, pack: pack.id, attempt: 2, revision: 1, items: [copy.id]) == [])

    let status = try JSONDecoder().decode(
      StatusJSON.self, from: Data(sandbox.tirazh("status", "--json").output.utf8))
    #expect(status.exam == "7F3A2C")
    #expect(status.packs.allSatisfy { $0.state == "proved" && $0.sheetsDone == $0.sheets })
    #expect(status.questions.isEmpty)
  }

  private func files(_ sandbox: Sandbox) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.out.path).sorted()
  }
}
