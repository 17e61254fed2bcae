import Crypto
public import Exam
import Foundation
import GRDB

/// Each event's hash covers the event before it, so that no entry can be changed unnoticed.
enum EventChain {
  static func append(
    _ kind: EventKind, pack: PackID? = nil, attempt: Int? = nil, detail: String, when: Date,
    to database: Database
  ) throws {
    try append(
      named: kind.rawValue, pack: pack, attempt: attempt, detail: detail, when: when, to: database)
  }

  /// Appends an event by its name, which may be one that only another version knows.
  static func append(
    named name: String, pack: PackID? = nil, attempt: Int? = nil, detail: String, when: Date,
    to database: Database
  ) throws {
    let last = try Row.fetchOne(
      database, sql: "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
    let id = (last.map { $0["id"] as Int } ?? 0) + 1
    let at = Moment.milliseconds(when)
    let hash = hash(
      after: last.map { $0["hash"] } ?? "", id: id, kind: name, pack: pack,
      attempt: attempt,
      detail: detail, at: at)
    try database.execute(
      sql: """
        INSERT INTO event (id, kind, pack, attempt, detail, at, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, name, pack?.rawValue, attempt, detail, at, hash])
  }

  /// Recomputes the chain; the first event that does not fit is named.
  static func verify(_ events: [JournalEvent]) throws(Trouble) {
    var previous = ""
    for (index, event) in events.enumerated() {
      let expected = hash(
        after: previous, id: index + 1, kind: event.name, pack: event.pack,
        attempt: event.attempt, detail: event.detail, at: Moment.milliseconds(event.when))
      guard event.id == index + 1, event.hash == expected else {
        throw JournalTrouble.tampered("event \(index + 1)")
      }
      previous = event.hash
    }
  }

  /// Lengths stand before the fields, so that no two events give the same bytes.
  private static func hash(
    after previous: String, id: Int, kind: String, pack: PackID?, attempt: Int?, detail: String,
    at: Int64
  ) -> String {
    let fields = [
      previous, "\(id)", kind, pack?.rawValue ?? "-", attempt.map { "\($0)" } ?? "-", detail,
      "\(at)",
    ]
    return Hex.sha256(fields.map { "\($0.utf8.count):\($0)" }.joined())
  }
}

/// Digests as lowercase hex.
enum Hex {
  static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }.joined()
  }
}

extension ExamJournal {
  /// Checks that nothing was changed since it was written: the chain, the frozen plans, the
  /// attempts.
  public func verifyChain() throws(Trouble) {
    try read { database in
      let events = try Row.fetchAll(database, sql: "SELECT * FROM event ORDER BY id")
        .map(JournalEvent.init)
      try EventChain.verify(events)
      try Revisions.verify(events, in: database)
      try Attempts.verify(events, in: database)
    }
  }
}
