import Exam
import Foundation
@testable import Journal
import PrintRun
import Testing

@Suite("Attempts")
struct AttemptTests {
  private let folder: TemporaryFolder
  private let journal: ExamJournal

  init() throws {
    folder = try TemporaryFolder()
    journal = try Samples.journal(in: folder)
  }

  /// Writes an event as journals of the first version hold it.
  private func record(_ kind: String, _ detail: String = "{}") throws {
    try journal.write { database in
      try EventChain.append(
        named: kind, pack: Samples.pack, attempt: 1, detail: detail,
        when: Samples.start,
        to: database)
    }
  }

  @Test("who printed and who looked is kept, their initials apart")
  func attendance() throws {
    try journal.attend(
      Attendance(.prints, revision: 1), by: "Петрова А. И.", when: Samples.start)
    try journal.attend(Attendance(.looked, revision: 1), by: nil, when: Samples.start)
    let known = try journal.attendances()
    #expect(known.map(\.0.part) == [.prints, .looked])
    #expect(known.map(\.initials) == ["Петрова А. И.", nil])
    #expect(try journal.events().allSatisfy { !$0.detail.contains("Петрова") })
    try journal.verifyChain()
  }

  @Test("numbers count up within a pack and UUIDs are made from exam, pack and number")
  func numbers() throws {
    let first = try Samples.take(journal)
    let second = try Samples.take(
      journal,
      JobRequest(
        items: [JobPart(item: .copy(1), pages: [2, 3])], reason: "замятие", isReprint: true))
    let other = try Samples.take(journal, pack: PackID(number: 2))
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
          try own.record(.staging, pack: Samples.pack, attempt: 1, when: Samples.start)
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
    #expect(try journal.attempts().first?.job.stage == .taken)
    try record("composed", #"{"pages":9}"#)
    try record("staging")
    try record("staged", #"{"jobID":17}"#)
    try record("releasing")
    try record("released")
    try record("progress", #"{"impressions":4}"#)
    try record("blocked", #"{"reasons":["media-empty"]}"#)
    let waiting = try #require(try journal.attempts().first)
    #expect(waiting.ticket == #"{"pages":9}"#)
    #expect(waiting.job.blockedBy == ["media-empty"])
    #expect(waiting.job.jobID == 17)
    #expect(waiting.job.verdict == nil)
    try record("unblocked")
    try record("progress", #"{"impressions":9}"#)
    try record("ended", #"{"verdict":"proved"}"#)
    let ended = try #require(try journal.attempts().first?.job)
    #expect(ended.verdict == .proved)
    #expect(ended.impressions == 9)
    #expect(ended.blockedBy.isEmpty)
    #expect(ended.stage == .ended)
  }

  @Test(
    "every event of a job is read as it was written",
    arguments: [
      .composed, .staging, .staged(jobID: 4), .releasing, .released, .processing(since: 7),
      .blocked(reasons: ["media-jam"]), .unblocked, .odd("started again"), .withdrawn,
      .ended(.delivered, detail: "no count"), .answered(.whole), .answered(.upTo(.copy(7))),
      .answered(.nothing), .answered(.noEndSheet),
    ] as [JobEvent])
  func coding(event: JobEvent) throws {
    _ = try Samples.take(journal)
    try journal.record(event, pack: Samples.pack, attempt: 1, when: Samples.start)
    #expect(try journal.attempts().first?.last == event)
    try journal.verifyChain()
  }

  @Test("an end that this program does not know is for a person; what is unknown changes nothing")
  func unknown() throws {
    _ = try Samples.take(journal)
    try record("applauded", #"{"by":"all"}"#)
    #expect(try journal.attempts().first?.last == nil)
    try record("ended", #"{"verdict":"sung"}"#)
    #expect(try journal.attempts().first?.job.verdict == .person)
  }

  @Test("questions have numbers of their own, over all packs and for good")
  func questions() throws {
    let second = PackID(number: 2)
    _ = try Samples.take(journal)
    _ = try Samples.take(journal, pack: second)
    try journal.record(
      .ended(.delivered, detail: ""), pack: second, attempt: 1, when: Samples.start)
    try record("ended", #"{"verdict":"person"}"#)
    #expect(try journal.attempts().map(\.job.question) == [2, 1])
    try journal.record(.answered(.noEndSheet), pack: second, attempt: 1, when: Samples.start)
    #expect(try journal.attempts().map(\.job.question) == [2, 3])
    try journal.record(.answered(.whole), pack: second, attempt: 1, when: Samples.start)
    #expect(try journal.attempts().map(\.job.question) == [2, nil])
  }

  @Test(
    "older journals do not say that a printer is a folder, its jobs do",
    arguments: [
      ("/srv/out", #"{"verdict":"failed"}"#, Destination.file),
      ("folder", #"{"verdict":"proved","text":"fsync"}"#, .file),
      ("lab1", #"{"verdict":"proved","text":"9 pages"}"#, .paper),
    ])
  func destinations(printer: String, end: String, destination: Destination) throws {
    let intent = #"""
      {"printer":"\#(printer)","request":{"isReprint":false},"revision":1,
      "uuid":"C4AEC59A-AAA2-53B3-B042-909266E9767E"}
      """#
    try record("intent", intent)
    try record("ended", end)
    #expect(try journal.attempts().first?.job.destination == destination)
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
