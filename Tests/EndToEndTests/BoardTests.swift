import Foundation
import Testing

/// The printing morning at a terminal of 80 columns.
@Suite(.serialized) struct BoardTests {
  @Test func theBoardShowsWhatIsToBeDoneAndLeavesTheTerminalAsItWas() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("empty", of: "lab1", to: "")
    let window = try TerminalSession(
      ["-C", sandbox.exam.path, "print", "--yes", "--no-proof"], environment: lab.environment)
    try window.shows("1 дата верна")
    window.type("1\n")
    try window.shows("НЕТ БУМАГИ с ")
    #expect(window.screen.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!window.isAsBefore)
    window.type("9\n")
    try window.shows("Остановить? 1 после этого пакета")
    window.type("1\n")
    try window.shows("· СТОП ·")
    try lab.set("empty", of: "lab1", to: nil)
    #expect(try window.end() == 4)
    #expect(window.isAsBefore)
    let last = window.screen.text
    #expect(last.contains("Готово 1 из 1") || last.contains("Готово 1 из 3"), "\(last)")
    #expect(!last.contains("█") && !last.contains("СТОП ·"), "\(last)")
  }
}
