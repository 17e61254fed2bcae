import GRDB

/// What people have said in their own words, apart from the events that it belongs to: words may tell more
/// than their writer meant, and `purge` deletes them.
enum Remarks {
  /// Keeps words of the newest event.
  static func keep(_ text: String, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO remark (event, text) SELECT MAX(id), ? FROM event", arguments: [text])
  }

  /// All that are left, by event.
  static func all(in database: Database) throws -> [Int: String] {
    let rows = try Row.fetchAll(database, sql: "SELECT event, text FROM remark")
    return Dictionary(rows.map { ($0["event"], $0["text"]) }, uniquingKeysWith: { $1 })
  }

  static func delete(in database: Database) throws {
    try database.execute(sql: "DELETE FROM remark")
  }
}
