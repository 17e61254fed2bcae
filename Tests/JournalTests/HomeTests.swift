import Exam
import Foundation
import PrintRun
import Testing

@testable import Journal

@Suite("Where a journal lives")
struct HomeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func kind(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Trouble)?.kind }
  }

  private func copied() throws -> TemporaryFolder {
    do { _ = try Samples.journal(in: folder) }
    let other = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: folder.url.appendingPathComponent(".tirazh"),
      to: other.url.appendingPathComponent(".tirazh"))
    return other
  }

  @Test("a copied folder is only read until a person has said what it is")
  func copy() throws {
    let other = try copied()
    let journal = try ExamJournal(folder: other.url, create: false)
    let copy = try #require(try journal.copy())
    #expect(copy.isSameMachine)
    #expect(copy.folder == folder.url.resolvingSymlinksInPath().path)
    #expect(try journal.currentRevision()?.number == 1)
    #expect(kind { _ = try Samples.take(journal) } == "journal.copied")
    try journal.settleHere(when: Samples.start)
    _ = try Samples.take(journal)
    #expect(try journal.copy() == nil)
    #expect(try journal.events().map(\.kind) == [.frozen, .moved, .intent])
    try journal.verifyChain()
  }

  @Test("a folder that was only moved or renamed is the same")
  func moved() throws {
    do { _ = try Samples.journal(in: folder) }
    let other = folder.url.deletingLastPathComponent()
      .appendingPathComponent("tirazh-journal-\(UUID().uuidString)")
    try FileManager.default.moveItem(at: folder.url, to: other)
    defer { try? FileManager.default.removeItem(at: other) }
    let journal = try ExamJournal(folder: other, create: false)
    #expect(try journal.copy() == nil)
    _ = try Samples.take(journal)
  }

  @Test("a new exam in a copied folder sets the copied journal aside")
  func newExam() throws {
    let other = try copied()
    try ExamJournal.setAside(in: other.url, when: Samples.start)
    #expect(!ExamJournal.exists(in: other.url))
    let journal = try Samples.journal(in: other)
    #expect(try journal.copy() == nil)
  }

  @Test(
    "a folder on a network drive is refused, a root of any kind is not",
    arguments: [
      ("/mnt/share/exam", "journal.network-folder"),
      ("/mnt/with blank/exam", "journal.network-folder"),
      ("/home/user/exam", nil), ("/mnt/sharedish", nil), ("/mnt/share/local/exam", nil),
    ] as [(String, String?)])
  func network(path: String, expected: String?) {
    let mounts = #"""
      22 1 0:20 / / rw - 9p none rw
      30 22 0:30 / /mnt/share rw,relatime shared:1 - cifs //server/share rw
      31 22 0:31 / /mnt/with\040blank rw - nfs4 server:/x rw
      32 30 0:32 / /mnt/share/local rw - ext4 /dev/sda1 rw
      """#
    let found = kind {
      try NetworkFolder.refuse(URL(fileURLWithPath: path, isDirectory: true), mounts: mounts)
    }
    #expect(found == expected)
  }
}

@Suite("Requests of other windows")
struct RequestTests {
  private let folder: TemporaryFolder
  private let journal: ExamJournal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Samples.journal(in: folder)
  }

  @Test("requests are taken up once, oldest first; what is not understood is dropped")
  func order() throws {
    let other = try ExamJournal(folder: folder.url, create: false)
    let first = try other.post(["stop": "lab1"], when: Samples.start)
    _ = try other.post(7, when: Samples.start)
    _ = try other.post(["stop": "lab2"], when: Samples.start)
    #expect(try other.isWaiting(first))
    let taken = try journal.takeRequests(as: [String: String].self)
    #expect(taken == [["stop": "lab1"], ["stop": "lab2"]])
    #expect(try !other.isWaiting(first))
    #expect(try journal.takeRequests(as: [String: String].self).isEmpty)
  }

  @Test("a request nobody takes up can be withdrawn")
  func withdrawal() throws {
    let number = try journal.post("stop", when: Samples.start)
    try journal.withdraw(number)
    #expect(try journal.takeRequests(as: String.self).isEmpty)
  }

  @Test("how far a job is stands beside the chain")
  func progress() throws {
    let attempt = try Samples.take(journal)
    let before = try journal.events().count
    for count in [3, 9, 7] {
      try journal.record(
        .progress(impressions: count), pack: attempt.pack, attempt: attempt.attempt,
        when: Samples.start)
    }
    #expect(try journal.events().count == before)
    #expect(try journal.attempts().first?.job.impressions == 7)
  }
}
