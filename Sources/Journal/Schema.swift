import GRDB

/// The tables of the journal, what guards them, and how older journals become today's.
enum Schema {
  static let version = 2
  /// «TIRZ»: tells a journal from any other SQLite file.
  static let applicationID = 0x5449_525A

  /// Whether everything is as this program wants it; anything but a journal that it can read is refused.
  static func isCurrent(_ database: Database, path: String) throws -> Bool {
    guard try !isEmpty(database) else { return false }
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else { throw JournalTrouble.damaged(path) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else { throw JournalTrouble.newer(path) }
    return found == version
  }

  /// Makes the tables, or brings those of an older journal up to date; what is written stays as it is.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("version 1") { database in
      // A journal of the first version knows no migrations.
      guard try database.tableExists("event") == false else { return }
      try createEvents(database)
    }
    migrator.registerMigration("version 2") { database in
      try database.execute(sql: moving)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    return migrator
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
  }

  private static func createEvents(_ database: Database) throws {
    try database.execute(sql: lasting)
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
  }

  /// What is never changed, and the names, which can be deleted.
  private static let lasting = """
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

  /// What only holds for the moment: how far jobs are, what other windows ask, where the journal lives; and
  /// people's own words, which can be deleted.
  private static let moving = """
    CREATE TABLE progress (
      pack TEXT NOT NULL, attempt INTEGER NOT NULL, impressions INTEGER NOT NULL,
      PRIMARY KEY (pack, attempt)) STRICT;
    CREATE TABLE request (
      id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE home (body TEXT NOT NULL) STRICT;
    CREATE TABLE remark (event INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    """
}
