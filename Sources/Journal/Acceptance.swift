public import Exam
public import Foundation
import GRDB

/// A person's word that something found is in order; it holds while the work's files are the same.
public struct Acceptance: Hashable, Codable, Sendable {
  /// The kind of the finding.
  public var kind: String
  /// What the finding is about: `exam`, `work`, `room`, `person`.
  public var scope: String
  /// Which one; a person by key.
  public var id: String
  /// Where it was found.
  public var place: String
  /// SHA-256 of the PDFs that the person has looked at, sorted.
  public var documents: [String]
  /// Why, in the person's words.
  public var reason: String

  /// Accepts a finding.
  public init(of finding: Finding, documents: [String], reason: String) {
    kind = finding.kind
    scope = finding.scope.name
    id = finding.scope.id
    place = finding.place
    self.documents = documents
    self.reason = reason
  }

  /// Whether this is about the same finding in the same files.
  public func covers(_ finding: Finding, documents: [String]) -> Bool {
    self == Acceptance(of: finding, documents: documents, reason: reason)
  }
}

extension ExamJournal {
  private static let acceptedKind = "accepted"

  /// Writes that a person accepts something found.
  ///
  /// `people` are the names that the reason must not hold, besides those of the frozen plan.
  public func accept(_ acceptance: Acceptance, people: [String], when: Date) throws(Trouble) {
    try write { database in
      try People.refuseNames(in: acceptance.reason, besides: people, database)
      try EventChain.append(
        kind: Self.acceptedKind, detail: JSON.text(acceptance), when: when, to: database)
    }
  }

  /// All that people have accepted, oldest first.
  public func acceptances() throws(Trouble) -> [Acceptance] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT detail FROM event WHERE kind = ? ORDER BY id",
        arguments: [Self.acceptedKind]
      ).map { try JSON.value(Acceptance.self, $0) }
    }
  }
}
