import Exam
import Foundation
import GRDB
import Journal
import PrintRun
import Testing

@Suite("The journal")
struct ExamJournalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs SQL past the program, as somebody with an editor would.
  private func tamper(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { database in
      for statement in statements { try database.execute(sql: statement) }
    }
    try queue.close()
  }

  private func kind(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Trouble)?.kind }
  }

  @Test("a frozen plan comes back the same after reopening")
  func reopen() throws {
    let plan = try Samples.plan()
    do { _ = try Samples.journal(in: folder) }
    let journal = try ExamJournal(folder: folder.url, create: false)
    let revision = try #require(try journal.currentRevision())
    #expect(revision.plan == plan)
    #expect(revision.number == 1)
    #expect(revision.evidence == Samples.evidence)
    #expect(revision.when == Samples.start)
    #expect(try journal.people() == Samples.people)
    #expect(try journal.events().map(\.kind) == [.frozen])
    try journal.verifyChain()
  }

  @Test("only its owner may read it")
  func permissions() throws {
    _ = try Samples.journal(in: folder)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder.database) == 0o600)
    #expect(try mode(folder.url.appendingPathComponent(".tirazh").path) == 0o700)
  }

  @Test("a missing, a newer and a foreign file are refused")
  func refusals() throws {
    #expect(!ExamJournal.exists(in: folder.url))
    let missing = kind { _ = try ExamJournal(folder: folder.url, create: false) }
    #expect(missing == "journal.missing")
    do { _ = try Samples.journal(in: folder) }
    try tamper("PRAGMA user_version = 99")
    #expect(kind { _ = try ExamJournal(folder: folder.url, create: true) } == "journal.newer")
    try Data("это не журнал, а текст".utf8).write(to: URL(fileURLWithPath: folder.database))
    #expect(kind { _ = try ExamJournal(folder: folder.url, create: true) } == "journal.damaged")
  }

  @Test(
    "what is written can be neither changed nor deleted",
    arguments: [
      "UPDATE event SET detail = '{}'", "DELETE FROM event", "UPDATE revision SET plan = ''",
      "DELETE FROM revision", "UPDATE attempt SET attempt = 7", "DELETE FROM attempt",
    ])
  func appendOnly(_ statement: String) throws {
    _ = try Samples.take(try Samples.journal(in: folder))
    #expect(throws: DatabaseError.self) { try tamper(statement) }
  }

  @Test(
    "tampering past the triggers is noticed",
    arguments: [
      ["DROP TRIGGER event_no_update", "UPDATE event SET detail = '{}' WHERE id = 2"],
      ["DROP TRIGGER event_no_update", "UPDATE event SET at = at + 1 WHERE id = 1"],
      ["DROP TRIGGER event_no_delete", "DELETE FROM event WHERE id = 2"],
      ["DROP TRIGGER event_no_delete", "DELETE FROM event WHERE id = 3"],
      ["DROP TRIGGER revision_no_update", "UPDATE revision SET plan = plan || ' '"],
      ["DROP TRIGGER attempt_no_delete", "DELETE FROM attempt"],
    ])
  func tampering(_ statements: [String]) throws {
    let journal = try Samples.journal(in: folder)
    _ = try Samples.take(journal)
    _ = try Samples.take(journal)
    try journal.verifyChain()
    for statement in statements { try tamper(statement) }
    #expect(kind { try journal.verifyChain() } == "journal.tampered")
  }

  @Test("names are in the table of people and nowhere else, and purge deletes them for good")
  func names() throws {
    let journal = try Samples.journal(in: folder)
    // A surname in another case is no name that anybody could look up.
    _ = try Samples.take(journal, JobRequest(reason: "испорчен Ковалёвой", isReprint: true))
    #expect(try journal.attempts().last?.job.request.reason == "испорчен Ковалёвой")
    let written = try journal.events().map(\.detail).joined()
    #expect(!written.contains("Ковал"))
    try journal.purgePeople(when: Samples.start)
    #expect(try journal.people().isEmpty)
    #expect(try journal.events().last?.kind == .purged)
    let own = URL(fileURLWithPath: folder.database).deletingLastPathComponent()
    for file in try FileManager.default.contentsOfDirectory(
      at: own, includingPropertiesForKeys: nil)
    {
      #expect(try Data(contentsOf: file).range(of: Data("Ковал".utf8)) == nil, "\(file.path)")
    }
    try journal.verifyChain()
  }

  @Test("a reason that names a participant is refused before anything is written")
  func namedReason() throws {
    let journal = try Samples.journal(in: folder)
    let refused = kind {
      _ = try Samples.take(journal, JobRequest(reason: "испортила Ковалева", isReprint: true))
    }
    #expect(refused == "journal.name-in-reason")
    #expect(try journal.attempts().isEmpty)
  }

  @Test("a list that leaves the plan as it was brings new names and one event without names")
  func changedList() throws {
    let journal = try Samples.journal(in: folder)
    let people = [PersonRecord(key: "50001", name: "Коваленко Анна", className: "5А")]
    for _ in 1...2 {
      let draft = try Samples.draft(base: 1, people: people, names: "cc")
      let revision = try journal.freeze(draft, when: Samples.start)
      #expect(try journal.holds(draft))
      #expect(revision.listSHA256 == "cc" && revision.evidence.listSHA256 == "aa")
    }
    #expect(try journal.people() == people)
    #expect(try journal.currentRevision()?.listSHA256 == "cc")
    #expect(try journal.events().map(\.kind) == [.frozen, .list])
    #expect(try journal.events().allSatisfy { !$0.detail.contains("Ковал") })
    try journal.verifyChain()
    let refused = kind {
      _ = try journal.freeze(Samples.draft(base: 2, names: "dd"), when: Samples.start)
    }
    #expect(refused == "journal.revision-changed")
    let draft = try Samples.draft(base: 1, layout: "plain", people: people)
    #expect(try !journal.holds(draft))
    let second = try journal.freeze(draft, when: Samples.start)
    #expect(try journal.currentRevision() == second && journal.holds(draft))
  }

  /// Another process would take the journal of a window that prints away from under it.
  @Test("a second opening in a process leaves the locks of the first alone")
  func locksAreKept() throws {
    let journal = try Samples.journal(in: folder)
    _ = try ExamJournal(folder: folder.url, create: false)
    let peek = Process()
    peek.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Where nobody else has the file open, the last to close it takes its log away.
    peek.arguments = [
      "-c", "exec 3< \"$0\"; cat /proc/locks | grep \":$(stat -c %i \"$0\") \"", folder.database,
    ]
    let answer = Pipe()
    peek.standardOutput = answer
    try peek.run()
    peek.waitUntilExit()
    #expect(try answer.fileHandleForReading.readToEnd()?.isEmpty == false)
    #expect(try journal.currentRevision()?.number == 1)
  }

  @Test("another exam's plan is not frozen here, and revisions count up")
  func revisions() throws {
    let journal = try Samples.journal(in: folder)
    let refused = kind {
      _ = try journal.freeze(Samples.draft(base: 1, id: "ABCDEF"), when: Samples.start)
    }
    #expect(refused == "journal.other-exam")
    let second = try journal.freeze(
      Samples.draft(base: 1, layout: "plain"), when: Samples.start)
    #expect(second.number == 2)
    #expect(kind { _ = try Samples.take(journal) } == "journal.revision-changed")
  }
}
