import Foundation
import Testing

/// What printers and servers do with exam pages besides printing them.
@Suite(.serialized) struct PrinterTrustTests {
  @Test func aPrinterThatShowsAnotherCertificateIsNotSpokenTo() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    let port = try #require(lab.ports["lab1"])
    try sandbox.describe {
      $0 + "\nprinters: [{name: tls, uri: \"ipps://localhost:\(port)/ipp/print\"}]\n"
    }
    func printers(_ more: String...) throws -> String {
      try Program.run(
        options: ["-C", sandbox.exam.path], ["printers"] + more, environment: lab.environment
      ).text
    }
    #expect(try printers().contains("tls: готов"))
    let state = URL(fileURLWithPath: try #require(lab.environment["XDG_STATE_HOME"]))
    let file = state.appendingPathComponent("tirazh/printers.json")
    let known = try String(contentsOf: file, encoding: .utf8)
    let other = known.replacing(/"certificate" : "[0-9a-f]{64}"/) { _ in
      "\"certificate\" : \"\(String(repeating: "0", count: 64))\""
    }
    #expect(other != known)
    try Data(other.utf8).write(to: file)
    #expect(try printers().contains("не тот сертификат"))
    let print = try sandbox.tirazh("print", environment: lab.environment)
    #expect(print.status == 3 && print.errors.contains("не тот сертификат"), "\(print.text)")
    #expect(try lab.received(by: "lab1").isEmpty)
    #expect(try printers("--trust", "tls").contains("tls: готов"))
    #expect(try String(contentsOf: file, encoding: .utf8) == known)
  }

  @Test func aServerThatKeepsTheFilesOfJobsIsFound() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    let clean = try sandbox.tirazh("check", environment: lab.environment)
    #expect(!clean.output.contains("хранит файлы"), "\(clean.output)")
    let root = sandbox.folder.appendingPathComponent("cups")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: false)
    try Data("LogLevel debug\n".utf8).write(to: root.appendingPathComponent("cupsd.conf"))
    let kept = try sandbox.tirazh(
      "check", environment: lab.environment.merging(["CUPS_SERVERROOT": root.path]) { $1 })
    #expect(kept.output.contains("хранит файлы заданий"), "\(kept.output)")
    #expect(kept.output.contains("cupsctl PreserveJobFiles=No"), "\(kept.output)")
    #expect(kept.output.contains("--no-debug-logging"), "\(kept.output)")
  }
}
