import GRDB

/// The tables of the journal, and what guards them.
enum Schema {
  static let version = 1
  /// «TIRZ»: tells a journal from any other SQLite file.
  static let applicationID = 0x5449_525A

  /// Whether the file is still empty; anything but a journal that this program can read is refused.
  static func isMissing(_ database: Database, path: String) throws -> Bool {
    guard try !isEmpty(database) else { return true }
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else { throw JournalTrouble.damaged(path) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else { throw JournalTrouble.newer(path) }
    return false
  }

  /// Makes the tables, unless another window has just made them.
  static func create(_ database: Database) throws {
    guard try isEmpty(database) else { return }
    try database.execute(sql: tables)
    for table in ["event", "revision", "attempt"] {
      for change in ["UPDATE", "DELETE"] {
        try database.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
            """)
      }
    }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
  }

  private static let tables = """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, pack TEXT, attempt INTEGER,
      detail TEXT NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE INDEX event_of_attempt ON event (pack, attempt);
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY, exam TEXT NOT NULL, plan TEXT NOT NULL,
      evidence TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE attempt (
      pack TEXT NOT NULL, attempt INTEGER NOT NULL, uuid TEXT NOT NULL UNIQUE,
      PRIMARY KEY (pack, attempt)) STRICT;
    CREATE TABLE person (
      key TEXT PRIMARY KEY, name TEXT NOT NULL, class TEXT NOT NULL) STRICT;
    """
}
