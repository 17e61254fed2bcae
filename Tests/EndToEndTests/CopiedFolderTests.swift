import Foundation
import Testing

/// A folder that was copied with its journal: both must not print the same sheets.
@Suite struct CopiedFolderTests {
  private let sandbox: Sandbox
  private let copy: URL

  init() throws {
    sandbox = try Sandbox()
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    copy = sandbox.folder.appendingPathComponent("copy")
    try FileManager.default.copyItem(at: sandbox.exam, to: copy)
  }

  private func answered(_ digits: String...) throws -> Terminal.Talk {
    try Terminal.run(
      ["print", "-C", copy.path, "--yes", "--to", sandbox.out.path],
      answers: digits.map { $0 + "\n" },
      prompt: "· 2 ")
  }

  @Test func withoutATerminalNothingIsPrintedAndItsStateCanBeSeen() throws {
    defer { sandbox.remove() }
    let print = try Program.run(["print", "-C", copy.path, "--to", sandbox.out.path])
    #expect(print.status == 3 && print.text.contains("копия"), "\(print.text)")
    let check = try Program.run(["check", "-C", copy.path])
    #expect(check.status == 3 && check.output.contains("Эта папка — копия"), "\(check.text)")
    let status = try Program.run(["status", "-C", copy.path])
    #expect(status.status == 0 && status.output.contains("записан в файл"), "\(status.text)")
  }

  @Test func theSameExamGoesOnWhereItStood() throws {
    defer { sandbox.remove() }
    let talk = try answered("2")
    #expect(talk.status == 0 && talk.screen.contains("Печатать нечего"), "\(talk.screen)")
    let again = try Program.run(["print", "-C", copy.path, "--to", sandbox.out.path])
    #expect(again.status == 0, "\(again.text)")
  }

  @Test func aNewExamGetsAnIdOfItsOwn() throws {
    defer { sandbox.remove() }
    let talk = try answered("1", "1")
    #expect(talk.status == 0, "\(talk.screen)")
    let yaml = try String(
      contentsOf: copy.appendingPathComponent("exam.yaml"), encoding: .utf8)
    #expect(!yaml.contains("7F3A2C"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.out.path).count > 2)
  }
}
