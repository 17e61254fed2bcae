import Exam
import Foundation
import Planning
import Testing

/// A reprint never doubles a mark.
@Suite struct ReprintTests {
  @Test func aCopyNamedTwiceIsPrintedOnce() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let run = try sandbox.tirazh(
      "reprint", "205", "205-01", "50001", "205-01", "--reason", "1", "--to", sandbox.out.path)
    #expect(run.status == 0, "\(run.text)")
    // The slip and the nine pages of one copy.
    #expect(run.errors.contains("10 из 10"), "\(run.errors)")
  }

  @Test func aPageNamedTwiceIsRefused() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let run = try sandbox.tirazh(
      "reprint", "205", "205-01", "--pages", "2,2", "--reason", "1", "--to", sandbox.out.path)
    #expect(run.status == 64, "\(run.text)")
  }

  @Test func checkSaysThatTheListChangedAfterTheFreeze() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let list = sandbox.exam.appendingPathComponent("список.csv")
    let text = try String(contentsOf: list, encoding: .utf8) + "\n50007;5А;205;4А"
    try Data(text.utf8).write(to: list)
    let check = try sandbox.tirazh("check")
    #expect(check.output.contains("Список изменился"), "\(check.text)")
    #expect(check.output.contains("tirazh plan --freeze"))
  }
}
