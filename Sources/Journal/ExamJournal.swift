public import Exam
public import Foundation
import GRDB
import Glibc

/// What happened to an exam, kept so that nothing can be forgotten, changed or done twice.
///
/// Each method is one whole transaction; all SQL of the program is in this module.
public final class ExamJournal: Sendable {
  /// The file, for messages.
  let path: String
  let database: DatabaseQueue

  /// Opens the journal of an exam's folder; `create` makes one where there is none.
  public init(folder: URL, create: Bool) throws(Trouble) {
    let path = Self.file(in: folder).path
    try NetworkFolder.refuse(folder)
    if !FileManager.default.fileExists(atPath: path) {
      guard create else { throw JournalTrouble.missing(path) }
      try Self.makeFile(path, in: PrivateFolder.url(in: folder))
    }
    self.path = path
    let making = try JournalMaking(path)
    database = try JournalTrouble.translate(path) { try Self.opened(path) }
    making?.finish()
  }

  private static func opened(_ path: String) throws -> DatabaseQueue {
    let database = try DatabaseQueue(path: path, configuration: configuration)
    guard try !database.read({ try Schema.isCurrent($0, path: path) }) else { return database }
    try Schema.migrator.migrate(database)
    try database.write { database in
      // A new journal, or one of the first version, is at home where it is first opened.
      guard try JournalHome.known(in: database) == nil else { return }
      try JournalHome.current(path).settle(in: database)
    }
    return database
  }

  /// Whether an exam's folder has a journal.
  public static func exists(in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: file(in: folder).path)
  }

  /// A number that changes when another connection writes anything.
  public func dataVersion() throws(Trouble) -> Int {
    try read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(Trouble) -> Value {
    try JournalTrouble.translate(path) { try database.read(body) }
  }

  /// Writes in one transaction, on the disk when this returns; a copied journal is only read.
  func write<Value>(_ body: (Database) throws -> Value) throws(Trouble) -> Value {
    if try copy() != nil { throw JournalTrouble.copied(path) }
    return try writeAnywhere(body)
  }

  /// Does what cannot be done within a transaction.
  func outsideTransaction(_ body: (Database) throws -> Void) throws(Trouble) {
    try JournalTrouble.translate(path) { try database.writeWithoutTransaction(body) }
  }

  /// Writes in one transaction, wherever the journal came from.
  func writeAnywhere<Value>(_ body: (Database) throws -> Value) throws(Trouble) -> Value {
    try JournalTrouble.translate(path) { try database.write(body) }
  }

  private static func file(in folder: URL) -> URL {
    PrivateFolder.url(in: folder).appendingPathComponent("journal.sqlite")
  }

  private static func makeFile(_ path: String, in folder: URL) throws(Trouble) {
    try PrivateFolder.make(folder)
    // Never truncates: another window may have made the journal a moment ago.
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalTrouble.notWritable(path) }
    close(descriptor)
  }

  /// A commit is on the disk before the act it announces, even if the power fails right after it.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // Readers never hold up who prints.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }
}
