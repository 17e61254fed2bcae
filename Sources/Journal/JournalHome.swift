public import Exam
public import Foundation
import GRDB
import Glibc

/// Where a journal lives: it must not be continued twice, or one mark would be printed by two machines.
struct JournalHome: Codable, Hashable {
  /// What tells this machine from others; never its name.
  var machine: String
  /// The name of the machine, for people.
  var host: String
  /// The file's number on its file system: a moved folder keeps it, a copied one does not.
  var inode: UInt64
  /// The folder's path, for people.
  var folder: String

  /// Where the file lies now.
  static func current(_ path: String) -> JournalHome {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
    return JournalHome(
      machine: machine, host: text(hostFile) ?? "?",
      inode: (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0,
      folder: folder.resolvingSymlinksInPath().path)
  }

  /// Read once: every write asks.
  private static let machine: String = {
    let id = text("/etc/machine-id") ?? text("/var/lib/dbus/machine-id") ?? text(hostFile) ?? "?"
    return String(Hex.sha256("tirazh:" + id).prefix(16))
  }()

  private static let hostFile = "/proc/sys/kernel/hostname"

  private static func text(_ file: String) -> String? {
    let text = try? String(contentsOfFile: file, encoding: .utf8)
    return text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether both are one file of one machine.
  ///
  /// Drives without numbers of their own (FAT) give a file another one at each mount: there the path tells.
  func isSame(as other: JournalHome) -> Bool {
    machine == other.machine && (inode == other.inode || folder == other.folder)
  }

  /// Where the journal was last at home; nil for one that has never been written down.
  static func known(in database: Database) throws -> JournalHome? {
    try String.fetchOne(database, sql: "SELECT body FROM home").map {
      try JSON.value(JournalHome.self, $0)
    }
  }

  func settle(in database: Database) throws {
    try database.execute(sql: "DELETE FROM home")
    try database.execute(
      sql: "INSERT INTO home (body) VALUES (?)", arguments: [try JSON.text(self)])
  }
}

/// Where a journal came from that was copied with its folder.
public struct JournalCopy: Hashable, Sendable {
  /// The machine where it was written.
  public let host: String
  /// The folder where it was written.
  public let folder: String
  /// Whether that was this machine.
  public let isSameMachine: Bool
}

extension ExamJournal {
  /// Where the journal was copied from; nil if it is at home here.
  ///
  /// Until a person has said what it is, nothing is written into a copy.
  public func copy() throws(Trouble) -> JournalCopy? {
    let here = JournalHome.current(path)
    let known = try read { try JournalHome.known(in: $0) }
    guard let known, !known.isSame(as: here) else { return nil }
    return JournalCopy(
      host: known.host, folder: known.folder, isSameMachine: known.machine == here.machine)
  }

  /// Goes on here: the folder that it was copied from must print no more.
  public func settleHere(when: Date) throws(Trouble) {
    let here = JournalHome.current(path)
    try writeAnywhere { database in
      let before = try JournalHome.known(in: database)
      try here.settle(in: database)
      try EventChain.append(
        .moved, detail: JSON.text(["from": before?.machine ?? "", "to": here.machine]),
        when: when, to: database)
    }
  }

  /// Sets the copied journal aside, so that a new one can begin; the file is kept.
  public static func setAside(in folder: URL, when: Date) throws(Trouble) {
    let own = PrivateFolder.url(in: folder)
    let name = "journal-\(Int(when.timeIntervalSince1970)).sqlite"
    do {
      for suffix in ["", "-wal", "-shm"] {
        let file = own.appendingPathComponent("journal.sqlite" + suffix)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        try FileManager.default.moveItem(
          at: file, to: own.appendingPathComponent(name + suffix))
      }
      try? FileManager.default.removeItem(at: own.appendingPathComponent("id"))
    } catch {
      throw JournalTrouble.notWritable(own.path)
    }
  }
}
