import ChildProcess
import Exam
import Foundation
import PackProof
import Planning
import Testing

/// The evening before: three sheets on every printer, and what they teach.
@Suite(.serialized) struct RehearsalTests {
  @Test func withoutATerminalItPrintsAndSaysWhatWouldBeAsked() throws {
    let (sandbox, lab) = try atLab(printers: 2)
    defer { leave(sandbox, lab) }
    let run = try sandbox.tirazh("rehearse", environment: lab.environment)
    #expect(run.status == 4, "\(run.text)")
    #expect(run.errors.contains("lab2: возьмите листы"), "\(run.text)")
    #expect(run.output.contains("Не спрошено про lab1, lab2"), "\(run.text)")
    for printer in ["lab1", "lab2"] {
      #expect(
        lab.engineLog(of: printer).contains { $0.hasPrefix("DONE") && $0.contains("pages=3") })
    }
    // Nothing of the exam is frozen or printed by it.
    #expect(
      !FileManager.default.fileExists(
        atPath: sandbox.exam.appendingPathComponent(".tirazh/journal.sqlite").path))
  }

  @Test func aPrinterThatStacksFaceUpGetsItsPacksFromTheEnd() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try sandbox.seat(["204": 1...2])
    let window = try TerminalSession(
      ["-C", sandbox.exam.path, "rehearse"], environment: lab.environment)
    for (prompt, answer) in [
      ("Сверху лежит:", "2"), ("и на обороте:", "1"), ("обрезано:", "1"),
    ] {
      try window.shows(prompt)
      window.type(answer + "\n")
    }
    #expect(try window.end() == 0, "\(window.screen.text)")
    let printers = try sandbox.tirazh("printers", environment: lab.environment).output
    #expect(printers.contains("сверху последний лист"), "\(printers)")
    #expect(printers.contains("счётчик верен"), "\(printers)")
    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 0, "\(run.text)")
    let file = try #require(try lab.received(by: "lab1")["tz-7f3a2c-p01-a1"])
    #expect(
      try sandbox.proof().problems(
        pdf: turned(file, in: sandbox.folder), pack: PackID(number: 1), attempt: 1, revision: 1,
        items: nil) == [])
  }

  /// The file with its last page first.
  private func turned(_ file: URL, in folder: URL) throws -> URL {
    let one = folder.appendingPathComponent("page-%d.pdf").path
    try tool("/usr/bin/pdfseparate", [file.path, one])
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .compactMap { name in Int(name.dropFirst(5).dropLast(4)).map { ($0, name) } }
      .filter { $0.1.hasPrefix("page-") }.sorted { $0.0 > $1.0 }
    let result = folder.appendingPathComponent("turned.pdf")
    try tool(
      "/usr/bin/pdfunite",
      pages.map { folder.appendingPathComponent($0.1).path } + [result.path])
    return result
  }

  private func tool(_ program: String, _ arguments: [String]) throws {
    let run = try Program.run(URL(fileURLWithPath: program), arguments)
    try #require(run.status == 0, "\(run.text)")
  }
}
