import Exam
import GRDB
import Glibc

/// Keeps two windows from making or bringing up to date the same journal at once.
struct JournalMaking: ~Copyable {
  private let descriptor: Int32

  /// Waits for its turn; nil where the file is as it should be, and nobody has to wait.
  init?(_ path: String) throws(Trouble) {
    guard !Self.isCurrent(path) else { return nil }
    descriptor = unsafe Glibc.open(path + ".making", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalTrouble.notWritable(path) }
    flock(descriptor, LOCK_EX)
  }

  deinit { close(descriptor) }

  /// Lets the next one in.
  consuming func finish() {}

  /// Whether the journal is as this program makes it.
  ///
  /// Asked by SQLite, never by a look into the file: closing any descriptor of a file frees all POSIX locks
  /// that a process holds on it, and with them those of the connections that it has open.
  private static func isCurrent(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let found = try? DatabaseQueue(path: path, configuration: configuration).read { database in
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      return version == Schema.version && mode == "wal"
    }
    return found == true
  }
}
