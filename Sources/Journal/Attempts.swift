public import Exam
public import Foundation
import GRDB
import PrintRun

/// The attempts in the database: their numbers are unique, and all else is in their events.
enum Attempts {
  static func take(
    _ wanted: JobIntent, when: Date, in database: Database
  ) throws -> AttemptRecord {
    let pack = wanted.pack
    let exam = try exam(ofNewest: wanted.revision, in: database)
    if let reason = wanted.request.reason { try People.refuseNames(in: reason, database) }
    let last = try Int.fetchOne(
      database, sql: "SELECT MAX(attempt) FROM attempt WHERE pack = ?", arguments: [pack.rawValue])
    let attempt = (last ?? 0) + 1
    let uuid = NameUUID.make("\(exam):\(pack.rawValue):\(attempt)")
    try database.execute(
      sql: "INSERT INTO attempt (pack, attempt, uuid) VALUES (?, ?, ?)",
      arguments: [pack.rawValue, attempt, uuid.uuidString])
    var detail = IntentDetail(
      uuid: uuid, revision: wanted.revision, printer: wanted.printer,
      destination: wanted.destination, request: wanted.request)
    detail.request.reason = nil
    try EventChain.append(
      .intent, pack: pack, attempt: attempt, detail: JSON.text(detail),
      when: when, to: database)
    if let reason = wanted.request.reason { try Remarks.keep(reason, in: database) }
    let row = try Row.fetchOne(database, sql: "SELECT * FROM event ORDER BY id DESC LIMIT 1")
    let remarks = try Remarks.all(in: database)
    guard let row, let record = try AttemptRecord(intent: JournalEvent(row: row), remarks) else {
      throw JournalTrouble.tampered("attempt \(pack.rawValue)/\(attempt)")
    }
    return record
  }

  /// Each number taken must have its event, and each event its number.
  static func verify(_ events: [JournalEvent], in database: Database) throws {
    let announced = Set(
      events.filter { $0.kind == .intent }
        .map { "\($0.pack?.rawValue ?? "-")/\($0.attempt ?? 0)" })
    let taken = Set(
      try Row.fetchAll(database, sql: "SELECT pack, attempt FROM attempt")
        .map { "\($0["pack"] as String)/\($0["attempt"] as Int)" })
    guard let stray = announced.symmetricDifference(taken).sorted().first else { return }
    throw JournalTrouble.tampered("attempt \(stray)")
  }

  /// The exam's id, if the revision is the newest; an older one is printed no more.
  private static func exam(ofNewest revision: Int, in database: Database) throws -> String {
    let row = try Row.fetchOne(
      database, sql: "SELECT number, exam FROM revision ORDER BY number DESC LIMIT 1")
    guard let row, row["number"] == revision else {
      throw JournalTrouble.revisionChanged(revision)
    }
    return row["exam"]
  }
}

extension ExamJournal {
  /// Takes the next attempt at a pack: from here on its number and its mark are used up.
  public func take(_ job: JobIntent, when: Date) throws(Trouble) -> AttemptRecord {
    try write { try Attempts.take(job, when: when, in: $0) }
  }

  /// All attempts in the order they were taken, each as far as its events tell.
  public func attempts() throws(Trouble) -> [AttemptRecord] {
    try read { database in
      let events = try Row.fetchAll(
        database, sql: "SELECT * FROM event WHERE pack IS NOT NULL ORDER BY id")
      return try Progress.added(
        to: AttemptRecord.fold(events.map(JournalEvent.init), Remarks.all(in: database)),
        in: database)
    }
  }
}
