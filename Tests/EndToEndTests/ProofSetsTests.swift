import Foundation
import Testing

/// At a terminal a set of each work and variant is printed first, and somebody looks at it.
@Suite(.serialized) struct ProofSetsTests {
  @Test func theProofIsLookedAtThenAllIsPrinted() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try sandbox.describe { $0 + "\npeople: {prints: Петрова А. И., checks: [Сидоров В. П.]}\n" }
    let first = try window(sandbox, lab)
    try first.shows("Посмотрите 2 экземпляра в лотке lab1")
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("DONE") } == 1)
    first.type("2\n")
    #expect(try first.end() == 4)
    #expect(first.screen.text.contains("Остановлено после пробы"))
    let second = try window(sandbox, lab)
    try second.shows("Посмотрите 2 экземпляра в лотке lab1")
    second.type("1\n")
    try second.shows("Кто посмотрел? 1 Сидоров В. П.")
    second.type("1\n")
    #expect(try second.end() == 0, "\(second.screen.text)")
    // What was looked at is not printed twice, and stands in the books.
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("DONE") } == 4)
    #expect(try sandbox.states()["Проба"] == "proved")
    #expect(Set(try sandbox.states().values) == ["proved"])
  }

  private func window(_ sandbox: Sandbox, _ lab: PrintLab) throws -> TerminalSession {
    let window = try TerminalSession(
      ["-C", sandbox.exam.path, "print", "--yes"], environment: lab.environment)
    try window.shows("1 дата верна")
    window.type("1\n")
    try window.shows("Кто за компьютером?")
    window.type("1\n")
    return window
  }

  @Test func whoWantsNoProofGetsNone() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    let window = try TerminalSession(
      ["-C", sandbox.exam.path, "print", "--yes", "--no-proof"], environment: lab.environment)
    try window.shows("1 дата верна")
    window.type("1\n")
    #expect(try window.end() == 0)
    #expect(try sandbox.states()["Проба"] == nil)
  }
}
