import Exam
import Foundation
import Journal
import Testing

@Suite("Attempts")
struct AttemptTests {
  private let folder: TemporaryFolder
  private let journal: ExamJournal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Samples.journal(in: folder)
  }

  private func record(_ kind: String, _ detail: String = "{}", after seconds: Double = 1) throws {
    try journal.record(
      kind: kind, pack: Samples.pack, attempt: 1, detail: detail,
      when: Samples.start.addingTimeInterval(seconds))
  }

  @Test("numbers count up within a pack and UUIDs are made from exam, pack and number")
  func numbers() throws {
    let first = try Samples.take(journal)
    let second = try Samples.take(
      journal,
      AttemptRequest(
        items: [AttemptItem(item: .copy(1), pages: [2, 3])], reason: "замятие", isReprint: true))
    let other = try journal.takeAttempt(
      pack: PackID(number: 2), revision: 1, printer: "lab1", request: AttemptRequest(),
      when: Samples.start)
    #expect([first, second, other].map(\.attempt) == [1, 2, 1])
    #expect(Set([first.uuid, second.uuid, other.uuid]).count == 3)
    #expect(try journal.attempts() == [first, second, other])
    #expect(first.uuid.uuidString == "C4AEC59A-AAA2-53B3-B042-909266E9767E")
  }

  @Test("attempts taken from several windows at once are all different")
  func concurrent() async throws {
    let url = folder.url
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let own = try ExamJournal(folder: url, create: false)
          return try Samples.take(own).attempt
        }
      }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(numbers.sorted() == [1, 2, 3, 4])
    try journal.verifyChain()
  }

  @Test("a journal made from several windows at once is one journal")
  func concurrentCreation() async throws {
    let fresh = try TemporaryFolder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let own = try ExamJournal(folder: fresh.url, create: true)
          try own.record(kind: "noted", when: Samples.start)
        }
      }
      try await group.waitForAll()
    }
    let journal = try ExamJournal(folder: fresh.url, create: false)
    #expect(try journal.events().count == 4)
    try journal.verifyChain()
  }

  @Test("an attempt's state is folded from its events")
  func folding() throws {
    _ = try Samples.take(journal)
    #expect(try journal.attempts().first?.lastKind == "intent")
    try record("composed", #"{"pages":9}"#)
    try record("staging")
    try record("staged", #"{"jobID":17}"#)
    try record("releasing")
    try record("released", after: 5)
    try record("progress", #"{"impressions":4}"#)
    try record("blocked", #"{"reasons":["media-empty"]}"#)
    let waiting = try #require(try journal.attempts().first)
    #expect(waiting.blockedBy == ["media-empty"])
    #expect(waiting.jobID == 17)
    #expect(waiting.verdict == nil)
    try record("unblocked")
    try record("progress", #"{"impressions":9}"#)
    try record("ended", #"{"verdict":"proved"}"#, after: 60)
    let ended = try #require(try journal.attempts().first)
    #expect(ended.verdict == "proved")
    #expect(ended.impressions == 9)
    #expect(ended.blockedBy.isEmpty)
    #expect(ended.released == Samples.start.addingTimeInterval(5))
    #expect(ended.ended == Samples.start.addingTimeInterval(60))
    #expect(ended.lastKind == "ended")
  }

  @Test("only one print at a time; the second is told who prints")
  func lock() throws {
    let first = try PrintLock(folder: folder.url, when: Samples.start)
    let process = "\(ProcessInfo.processInfo.processIdentifier)"
    do {
      _ = try PrintLock(folder: folder.url, when: Samples.start)
      Issue.record("the lock was given twice")
    } catch {
      #expect(error.kind == "print.locked")
      #expect(error.message.en.contains(process))
      #expect(error.message.en.contains(NSUserName()))
    }
    first.release()
    _ = try PrintLock(folder: folder.url, when: Samples.start)
  }
}
