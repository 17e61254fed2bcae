import Exam
import Foundation
import PrintRun
import Printing
import Testing

/// A folder that is gone when the test is over, printed into.
private final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("tirazh-printing-\(UUID().uuidString)", isDirectory: true)
  let ticket: JobTicket
  let printer: FolderPrinter
  var file: URL { url.appendingPathComponent("7F3A2C-P01-a1.pdf") }
  var part: URL { url.appendingPathComponent(".7F3A2C-P01-a1.pdf.part") }

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    ticket = try PrintingTests.ticket()
    printer = FolderPrinter(url: url, examID: ticket.exam)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

@Test func aJobBecomesOneWholeFile() async throws {
  let folder = try Folder()
  try Data("stale".utf8).write(to: folder.part)
  let log = MemoryLog()
  let sink = JobSink(ticket: folder.ticket, printer: folder.printer.name, log: log)
  let verdict = try await folder.printer.print(
    [1, 2, 3], as: folder.ticket, to: sink, stop: { .none })
  #expect(verdict == .proved)
  #expect(try Data(contentsOf: folder.file) == Data([1, 2, 3]))
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  #expect(
    log.events == [
      .staging, .releasing, .progress(impressions: 1), .ended(.proved, detail: "fsync"),
    ])
}

@Test func aForeignFileIsRefused() async throws {
  let folder = try Folder()
  try Data("foreign".utf8).write(to: folder.file)
  let trouble = await #expect(throws: Trouble.self) {
    try await folder.printer.check(folder.ticket)
  }
  #expect(trouble?.kind == "folder.foreign-file")
  #expect(try Data(contentsOf: folder.file) == Data("foreign".utf8))
}

@Test func whatIsStoppedBeforeItsReleaseLeavesNothing() async throws {
  let folder = try Folder()
  let log = MemoryLog()
  let sink = JobSink(ticket: folder.ticket, printer: folder.printer.name, log: log)
  let verdict = try await folder.printer.print(
    [1, 2, 3], as: folder.ticket, to: sink, stop: { .afterThis })
  #expect(verdict == .failed)
  #expect(!log.events.contains(.releasing))
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  #expect(!FileManager.default.fileExists(atPath: folder.file.path))
}

@Test func recoveryFindsTheFileOrNothing() async throws {
  let folder = try Folder()
  let log = MemoryLog()
  let sink = JobSink(ticket: folder.ticket, printer: folder.printer.name, log: log)
  try Data("part".utf8).write(to: folder.part)
  #expect(
    try await folder.printer.recover(folder.ticket, lastEvent: .staging, to: sink, stop: { .none })
      == nil)
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  try Data("whole".utf8).write(to: folder.file)
  #expect(
    try await folder.printer.recover(
      folder.ticket, lastEvent: .releasing, to: sink, stop: { .none }) == .proved)
  #expect(log.events == [.ended(.proved, detail: "found")])
}
