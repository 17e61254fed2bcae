import Foundation
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
