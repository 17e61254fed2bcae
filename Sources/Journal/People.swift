public import Exam
public import Foundation
import GRDB

/// The one table of names.
enum People {
  static func replace(with people: [PersonRecord], in database: Database) throws {
    try database.execute(sql: "DELETE FROM person")
    for person in people {
      try database.execute(
        sql: "INSERT OR REPLACE INTO person (key, name, class) VALUES (?, ?, ?)",
        arguments: [person.key, person.name, person.className])
    }
  }

  /// Whether the table would stay as it is.
  static func isSame(as people: [PersonRecord], in database: Database) throws -> Bool {
    let wanted = Dictionary(people.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    return try all(in: database) == wanted.values.sorted { $0.key < $1.key }
  }

  static func all(in database: Database) throws -> [PersonRecord] {
    try Row.fetchAll(database, sql: "SELECT * FROM person").map {
      PersonRecord(key: $0["key"], name: $0["name"], className: $0["class"])
    }.sorted { $0.key < $1.key }
  }

  /// Refuses a person's own words that name a participant: events are never deleted.
  static func refuseNames(
    in text: String, besides others: [String] = [], _ database: Database
  ) throws {
    let written = Set(words(text))
    let known = try String.fetchAll(database, sql: "SELECT name FROM person") + others
    guard known.contains(where: { isNamed($0, in: written) }) else { return }
    throw Trouble(
      "journal.name-in-reason",
      Wording(
        ru: "В тексте названа фамилия участника. Журнал не хранит фамилий: "
          + "назовите номер экземпляра, код или место",
        en: "The text names a participant. The journal keeps no names: "
          + "give the copy's serial, the code or the seat"))
  }

  /// Whether the surname, the first word of a name, is among the words.
  private static func isNamed(_ name: String, in written: Set<String>) -> Bool {
    guard let surname = words(name).first, surname.count > 2 else { return false }
    return written.contains(surname)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }
      .map { $0.replacingOccurrences(of: "ё", with: "е") }
  }
}

extension ExamJournal {
  /// The people of the frozen plan, by key; empty after a purge.
  public func people() throws(Trouble) -> [PersonRecord] {
    try read { try People.all(in: $0) }
  }

  /// Deletes every name and what people have said in their own words, for good; the events stay.
  public func purgePeople(when: Date) throws(Trouble) {
    try write { database in
      let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM person") ?? 0
      try database.execute(sql: "DELETE FROM person")
      try Remarks.delete(in: database)
      try EventChain.append(
        .purged, detail: JSON.text(["people": count]), when: when, to: database)
    }
    // The write-ahead file still holds the pages with the names.
    try outsideTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }
}
