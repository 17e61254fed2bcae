import Exam
import Foundation
import GRDB
import Journal
import Planning
import PrintRun
import Testing

@Suite("Journals of earlier versions")
struct OldJournalTests {
  private let folder: TemporaryFolder
  private let journal: ExamJournal

  /// A copy: opening must be free to bring it up to date.
  init() throws {
    folder = try TemporaryFolder()
    let stored = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/journals/version-1.sqlite")
    let file = URL(fileURLWithPath: folder.database)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: stored, to: file)
    journal = try ExamJournal(folder: folder.url, create: false)
  }

  @Test("the frozen plan of version 1 says what it said")
  func plan() throws {
    let plan = try #require(try journal.currentRevision()).plan
    #expect(plan.exam.id.rawValue == "7F3A2C")
    #expect(plan.packs.map(\.id.rawValue) == ["P01", "P02", "P03"])
    #expect(plan.packs.map(\.room.rawValue) == ["204", "205", "301"])
    #expect(plan.packs.map(\.sheets) == [40, 40, 31])
    let copies = plan.packs.flatMap(\.copies)
    #expect(
      copies.map(\.serial) == [
        "204-01", "204-02", "204-Р1", "204-Р2", "205-01", "205-02", "205-Р1", "205-Р2", "301-01",
        "301-Р1", "301-Р2",
      ])
    #expect(
      copies.compactMap(\.participant) == ["50001", "50002", "#3", "#4", "50005"])
    #expect(
      copies.map(\.variant?.rawValue) == ["1", "2", "1", "2", "1", "2", "1", "2", "1", "1", "2"])
    #expect(copies.allSatisfy { $0.pages == 9 && plan.source(of: $0).map(\.page) == Array(1...9) })
    #expect(
      plan.packs[0].order.map(\.rawValue) == [
        "S01", "S02", "C001", "C002", "S03", "C003", "C004", "S04",
      ])
  }

  @Test("what was printed under version 1 is known")
  func attempts() throws {
    let attempts = try journal.attempts()
    #expect(attempts.map(\.pack.rawValue) == ["P03", "P01", "P01"])
    #expect(attempts.map(\.attempt) == [1, 1, 2])
    #expect(attempts.map(\.job.request.isReprint) == [false, false, true])
    #expect(attempts.map(\.job.verdict) == [.proved, .proved, .proved])
    #expect(attempts.map(\.job.impressions) == [31, 40, 10])
    #expect(attempts.last?.job.request.items == [JobPart(item: .copy(1))])
    try journal.verifyChain()
  }

  @Test("the people of version 1 keep the keys they had")
  func people() throws {
    #expect(try journal.people().map(\.key) == ["#3", "#4", "50001", "50002", "50005"])
  }

  @Test("a journal of version 1 is brought up to date, and is at home where it is first opened")
  func migration() throws {
    let version = try DatabaseQueue(path: folder.database).read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
    #expect(version == 2)
    #expect(try journal.copy() == nil)
    let before = try journal.attempts()
    let again = try ExamJournal(folder: folder.url, create: false)
    #expect(try again.attempts() == before)
  }
}
