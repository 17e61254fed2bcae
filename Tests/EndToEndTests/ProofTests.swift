import Exam
import Foundation
import PackProof
import Planning
import Testing

/// The proof accepts a good print file and names what is wrong with a bad one.
@Suite(.serialized) struct ProofTests {
  @Test func badFilesAreFound() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "205", "--to", sandbox.out.path).status == 0)
    let proof = try sandbox.proof()
    let pack = try #require(try sandbox.planJSON().plan().packs.first { $0.room.rawValue == "205" })
    let good = try sandbox.file(of: pack.id, attempt: 1)
    let last = pack.order.reduce(0) { $0 + (pack.pages(of: $1) ?? 0) }
    let start = try #require(Self.firstPage(of: .copy(1), in: pack))

    func problems(_ pages: String) throws -> [ProofProblem] {
      let bad = sandbox.folder.appendingPathComponent("bad.pdf")
      try? FileManager.default.removeItem(at: bad)
      let made = try Program.run(
        URL(fileURLWithPath: "/usr/bin/qpdf"),
        ["--empty", "--pages", good.path, pages, "--", bad.path])
      #expect(made.status == 0, "\(made.errors)")
      return try proof.problems(pdf: bad, pack: pack.id, attempt: 1, revision: 1, items: nil)
    }

    #expect(try problems("1-\(last)").isEmpty)
    #expect(
      try problems("1-\(start),\(start + 2)-\(last)").contains {
        if case .missing(let mark) = $0 { mark.item == .copy(1) && mark.page == 2 } else { false }
      })
    #expect(
      try problems("1-\(start),\(start + 2),\(start + 1),\(start + 3)-\(last)").contains {
        if case .outOfOrder(start + 1, _) = $0 { true } else { false }
      })
    #expect(
      try problems("1-\(start + 8),\(start)-\(last)").contains {
        if case .doubled(start + 9, _) = $0 { true } else { false }
      })
    // The other variant's page: neighbours have different variants.
    #expect(
      try problems("1-\(start + 1),\(start + 11),\(start + 3)-\(last)").contains {
        if case .doubled(_, let mark) = $0 { mark.item == .copy(2) } else { false }
      })
  }

  @Test func otherVariantUnderTheRightMarkIsFound() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "205", "--to", sandbox.out.path).status == 0)
    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first { $0.room.rawValue == "205" })
    let exam = sandbox.exam
    // A proof whose variants are exchanged must object to every page of every copy.
    let exchanged = PackProof(plan: plan) { document in
      let other = ["variant-1.pdf": "variant-2.pdf", "variant-2.pdf": "variant-1.pdf"]
      return exam.appendingPathComponent(other[document.file] ?? document.file)
    }
    let problems = try exchanged.problems(
      pdf: try sandbox.file(of: pack.id, attempt: 1),
      pack: pack.id, attempt: 1, revision: 1, items: nil)
    let wrong = problems.filter { problem in
      switch problem {
      case .content, .markOnInk: true
      default: false
      }
    }
    #expect(wrong.count == pack.copies.reduce(0) { $0 + $1.pages })
    #expect(wrong.count == problems.count)
  }

  private static func firstPage(of item: ItemID, in pack: Pack) -> Int? {
    guard let index = pack.order.firstIndex(of: item) else { return nil }
    return 1 + pack.order[..<index].reduce(0) { $0 + (pack.pages(of: $1) ?? 0) }
  }
}
