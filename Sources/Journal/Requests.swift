public import Exam
public import Foundation
import GRDB

/// What other windows ask of the one that prints: rows that it takes up, oldest first.
extension ExamJournal {
  /// Leaves a request for the owner of the run, and returns its number.
  public func post(_ request: some Encodable, when: Date) throws(Trouble) -> Int64 {
    try write { database in
      try database.execute(
        sql: "INSERT INTO request (body, at) VALUES (?, ?)",
        arguments: [try JSON.text(request), Moment.milliseconds(when)])
      return database.lastInsertedRowID
    }
  }

  /// Whether a request has not been taken up yet.
  public func isWaiting(_ number: Int64) throws(Trouble) -> Bool {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM request WHERE id = ?", arguments: [number]) == 1
    }
  }

  /// Takes a request back that nobody has taken up.
  public func withdraw(_ number: Int64) throws(Trouble) {
    try write { database in
      try database.execute(sql: "DELETE FROM request WHERE id = ?", arguments: [number])
    }
  }

  /// Takes up the requests that are waiting; those that this program does not understand are dropped.
  public func takeRequests<Request: Decodable>(
    as type: Request.Type
  ) throws(Trouble) -> [Request] {
    // A look first: taking a write lock every half second would disturb the others.
    let isEmpty = try read { database in
      try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM request") == 0
    }
    guard !isEmpty else { return [] }
    return try write { database in
      let bodies = try String.fetchAll(database, sql: "SELECT body FROM request ORDER BY id")
      try database.execute(sql: "DELETE FROM request")
      return bodies.compactMap { try? JSON.value(type, $0) }
    }
  }
}
