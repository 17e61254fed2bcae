public import Exam
public import Foundation
import GRDB

/// One entry of the journal; never changed once written.
public struct JournalEvent: Hashable, Sendable {
  /// The place in the journal, from 1.
  public let id: Int
  /// What happened, as it is written.
  public let name: String
  /// The pack it happened to, if any.
  public let pack: PackID?
  /// The attempt it happened to, if any.
  public let attempt: Int?
  /// The particulars, as JSON; no names of people.
  public let detail: String
  /// When it happened.
  public let when: Date
  /// SHA-256 over the previous event's hash and this event, lowercase hex.
  public let hash: String

  init(row: Row) {
    id = row["id"]
    name = row["kind"]
    pack = (row["pack"] as String?).map(PackID.init(rawValue:))
    attempt = row["attempt"]
    detail = row["detail"]
    when = Moment.date(row["at"])
    hash = row["hash"]
  }
}

extension JournalEvent {
  /// What happened; nil for what only a later program knows.
  public var kind: EventKind? { EventKind(rawValue: name) }
}

/// Times as the database keeps them: whole milliseconds since 1970.
enum Moment {
  static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}

extension ExamJournal {
  /// All events, oldest first.
  public func events() throws(Trouble) -> [JournalEvent] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM event ORDER BY id").map(JournalEvent.init)
    }
  }
}
