public import Exam
public import Foundation
import GRDB

/// The events of a list that changed while the frozen plan stayed as it is: names, no more.
enum ListChanges {
  private static let kind = EventKind.list

  /// Digests only: names are in the table of people.
  private struct Detail: Codable {
    var revision: Int
    var listSHA256: String
  }

  static func append(
    _ listSHA256: String, revision: Int, when: Date, to database: Database
  ) throws {
    let detail = Detail(revision: revision, listSHA256: listSHA256)
    try EventChain.append(kind, detail: JSON.text(detail), when: when, to: database)
  }

  /// The digest of the list that a revision's people were last taken from; nil if that was when it
  /// was frozen.
  static func newest(of revision: Int, in database: Database) throws -> String? {
    let detail = try String.fetchOne(
      database, sql: "SELECT detail FROM event WHERE kind = ? ORDER BY id DESC LIMIT 1",
      arguments: [kind.rawValue]
    ).map { try JSON.value(Detail.self, $0) }
    return detail?.revision == revision ? detail?.listSHA256 : nil
  }
}

extension ExamJournal {
  /// Takes the people of a list that changed without changing the plan.
  ///
  /// - Returns: The newest revision, as it is then. Nothing is written where nothing has changed.
  public func takeNames(
    of people: [PersonRecord], listSHA256: String, revision: Int, when: Date
  ) throws(Trouble) -> FrozenRevision {
    try write { database in
      guard let current = try Revisions.current(in: database), current.number == revision else {
        throw JournalTrouble.revisionChanged(revision)
      }
      let isKnown = try People.isSame(as: people, in: database)
      guard !isKnown || current.listSHA256 != listSHA256 else { return current }
      try People.replace(with: people, in: database)
      try ListChanges.append(listSHA256, revision: revision, when: when, to: database)
      return try Revisions.current(in: database) ?? current
    }
  }
}
