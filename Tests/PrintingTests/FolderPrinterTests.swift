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
    printer = FolderPrinter(url: url)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

@Test func aJobBecomesOneWholeFile() async throws {
  let folder = try Folder()
  try Data("stale".utf8).write(to: folder.part)
  let jobID = try await folder.printer.stage([1, 2, 3], folder.ticket)
  #expect(!FileManager.default.fileExists(atPath: folder.file.path))
  #expect(try await folder.printer.look(jobID, folder.ticket) == nil)
  _ = try await folder.printer.release(jobID, folder.ticket)
  #expect(try Data(contentsOf: folder.file) == Data([1, 2, 3]))
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  let snapshot = try await folder.printer.look(jobID, folder.ticket)
  #expect(snapshot?.state == 9)
  #expect(snapshot?.impressions == 1)
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

@Test func aFileIsNeverReplaced() async throws {
  let folder = try Folder()
  let jobID = try await folder.printer.stage([1, 2, 3], folder.ticket)
  try Data("foreign".utf8).write(to: folder.file)
  let failure = await #expect(throws: ReleaseFailure.self) {
    try await folder.printer.release(jobID, folder.ticket)
  }
  #expect(failure?.isRefused == true)
  #expect(try Data(contentsOf: folder.file) == Data("foreign".utf8))
}

@Test func whatIsTakenBackLeavesNothing() async throws {
  let folder = try Folder()
  let jobID = try await folder.printer.stage([1, 2, 3], folder.ticket)
  try await folder.printer.cancel(jobID, folder.ticket)
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  #expect(!FileManager.default.fileExists(atPath: folder.file.path))
}

@Test func aFolderIsSearchedForTheFileOrNothing() async throws {
  let folder = try Folder()
  try Data("part".utf8).write(to: folder.part)
  #expect(try await folder.printer.find(folder.ticket) == nil)
  #expect(!FileManager.default.fileExists(atPath: folder.part.path))
  try Data("whole".utf8).write(to: folder.file)
  #expect(try await folder.printer.find(folder.ticket)?.1.state == 9)
}
