import Exam
import Foundation
import Planning
import Testing

/// A reprint never doubles a mark.
@Suite struct ReprintTests {
  @Test func aCopyNamedTwiceIsPrintedOnce() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    let run = try sandbox.tirazh(
      "reprint", "205", "205-01", "50001", "205-01", "--reason", "1", "--to", sandbox.out.path)
    #expect(run.status == 0, "\(run.text)")
    // The slip and the nine pages of one copy.
    #expect(run.errors.contains("10 из 10"), "\(run.errors)")
  }

  @Test(arguments: [["--pages", "2,2", "--reason", "1"], ["--reason", "9"], ["--reason", " "]])
  func aPageNamedTwiceAndADigitThatIsNoReasonAreRefused(options: [String]) throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    let run = try Program.run(
      ["reprint", "-C", sandbox.exam.path, "205", "205-01", "--to", sandbox.out.path] + options)
    #expect(run.status == 64, "\(run.text)")
  }

  /// The disk is full before anything is out: the pack is what it was, and `print` prints nothing.
  @Test(arguments: [[], ["205-01"]])
  func aReprintThatNeverCameOutChangesNothing(copies: [String]) throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    let reprint = try Program.run(
      URL(fileURLWithPath: "/bin/bash"),
      [
        "-c", "trap '' XFSZ; ulimit -f 130; exec \"$@\"", "bash", Program.executable().path,
        "reprint", "-C", sandbox.exam.path, "205",
      ] + copies + ["--yes", "--reason", "1", "--to", sandbox.out.path])
    #expect(reprint.text.contains("Проверьте место на диске"), "\(reprint.text)")
    #expect(try sandbox.states()["205"] == "proved")
    let status = try sandbox.tirazh("status")
    #expect(status.output.contains("перепечатка не вышла"), "\(status.output)")
    let print = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(print.output.contains("Печатать нечего"), "\(print.text)")
  }

  /// A small exam, printed into its folder.
  private func printed() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    return sandbox
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
