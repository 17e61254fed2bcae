import Exam
import Foundation
import Planning
import Testing

/// Print files proved by whoever asks later.
@Suite(.serialized) struct VerifyTests {
  private struct Report: Decodable {
    struct File: Decodable {
      let verdict: String
      let room: String?
      let attempt: Int?
      let copies: Int?
      let recorded, identical: Bool
      let differences: [Difference]
    }
    struct Difference: Decodable {
      let kind: String
      let page: Int?
      let found, expected: String?
    }
    let files: [File]
  }

  private let sandbox: Sandbox
  private let file: URL
  private let pack: Pack

  init() throws {
    sandbox = try Sandbox()
    try sandbox.shrink()
    let printed = try sandbox.tirazh("print", "205", "--to", sandbox.out.path)
    try #require(printed.status == 0, "\(printed.text)")
    let plan = try sandbox.planJSON().plan()
    pack = try #require(plan.packs.first { $0.room.rawValue == "205" })
    file = try sandbox.file(of: pack.id, attempt: 1)
  }

  private func verify(_ file: URL) throws -> (status: Int32, Report.File) {
    let run = try sandbox.tirazh("verify", file.path, "--json")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    return (run.status, try #require(report.files.first))
  }

  /// The print file as qpdf writes it anew.
  private func rewritten(_ options: [String]) throws -> URL {
    let other = sandbox.folder.appendingPathComponent("other-\(UUID().uuidString).pdf")
    let made = try Program.run(
      URL(fileURLWithPath: "/usr/bin/qpdf"), [file.path] + options + [other.path])
    try #require(made.status == 0, "\(made.errors)")
    return other
  }

  /// Options that choose pages and leave them what they are.
  private static func pages(_ pages: String, of file: URL) -> [String] {
    ["--remove-unreferenced-resources=no", "--pages", file.path, pages, "--"]
  }

  @Test func theVeryFileIsProved() throws {
    defer { sandbox.remove() }
    let (status, result) = try verify(file)
    #expect(status == 0)
    #expect(result.verdict == "proved" && result.recorded && result.identical)
    #expect(result.room == "205" && result.attempt == 1)
    #expect(result.copies == pack.copies.count)
  }

  @Test func aFileThatAnotherProgramHasWrittenAnewIsProvedByItsPages() throws {
    defer { sandbox.remove() }
    let (status, result) = try verify(
      rewritten(["--object-streams=generate", "--stream-data=preserve"]))
    #expect(status == 0, "\(result)")
    #expect(result.verdict == "proved" && !result.recorded && !result.identical)
  }

  @Test func pagesThatChangedPlacesAreNamed() throws {
    defer { sandbox.remove() }
    let (status, result) = try verify(rewritten(Self.pages("1-2,4,3,5-z", of: file)))
    #expect(status == 4)
    #expect(result.differences.filter { $0.kind == "mark" }.map(\.page) == [3, 4])
  }

  @Test func aPageThatIsGoneIsCounted() throws {
    defer { sandbox.remove() }
    let (status, result) = try verify(rewritten(Self.pages("1-r2", of: file)))
    #expect(status == 4)
    #expect(result.differences.map(\.kind) == ["pages"])
  }

  @Test func somethingPutOntoAPageIsNamed() throws {
    defer { sandbox.remove() }
    let stamp = try rewritten(Self.pages("1", of: file))
    let (status, result) = try verify(rewritten(["--overlay", stamp.path, "--to=3", "--"]))
    #expect(status == 4)
    #expect(Set(result.differences.map(\.page)) == [3])
  }

  @Test func otherMaterialsUnderTheRightMarksAreNoProof() throws {
    defer { sandbox.remove() }
    try sandbox.replace("variant-1.pdf", with: "pdf/variant-2-short.pdf")
    let run = try sandbox.tirazh("verify", file.path)
    #expect(run.status == 3)
    #expect(run.output.contains("variant-1.pdf"))
  }

  @Test func aFileWithoutMarksIsRefused() throws {
    defer { sandbox.remove() }
    let (status, result) = try verify(sandbox.exam.appendingPathComponent("instruction.pdf"))
    #expect(status == 3)
    #expect(result.verdict == "refused")
  }
}
