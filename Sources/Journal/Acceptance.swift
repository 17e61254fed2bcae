public import Exam
public import Foundation
import GRDB

/// A person's word that something found is in order.
///
/// Of pages that were looked at it holds for those pages of that very file, whatever else changes; of
/// anything else while the work's files are the same.
public struct Acceptance: Hashable, Codable, Sendable {
  /// The kind of the finding.
  public var kind: String
  /// What the finding is about: `exam`, `work`, `room`, `person`.
  public var scope: String
  /// Which one; a person by key.
  public var id: String
  /// Where it was found, in English.
  public var place: String
  /// What the finding said, in English.
  public var message: String
  /// SHA-256 of the PDFs that the person has looked at, sorted.
  public var documents: [String]
  /// The pages that the person has looked at, where the finding is about pages.
  public var pages: [PageReference]?
  /// Why, in the person's words; empty after a purge.
  public var reason: String

  /// Accepts a finding.
  public init(of finding: Finding, documents: [String], reason: String) {
    kind = finding.kind.rawValue
    scope = finding.scope.name
    id = finding.scope.id
    place = finding.place.en
    message = finding.message.en
    self.documents = documents
    pages = finding.pages
    self.reason = reason
  }

  /// Whether this is about the same finding, in the same words, in the same files.
  public func covers(_ finding: Finding, documents: [String]) -> Bool {
    self == Acceptance(of: finding, documents: documents, reason: reason)
  }

  /// The pages that this word vouches for in a finding; none of a finding of another kind.
  public func pages(of finding: Finding) -> Set<PageReference> {
    kind == finding.kind.rawValue && scope == finding.scope.name && id == finding.scope.id
      ? Set(pages ?? []) : []
  }

  /// Whether this is about this file of its work.
  func isAbout(_ file: MaterialImport) -> Bool {
    scope == Scope.work(file.work).name && id == file.work.rawValue && place == file.file
  }
}

extension ExamJournal {
  /// Writes that a person accepts something found.
  ///
  /// `people` are the names that the reason must not hold, besides those of the frozen plan.
  public func accept(_ acceptance: Acceptance, people: [String], when: Date) throws(Trouble) {
    try write { database in
      try People.refuseNames(in: acceptance.reason, besides: people, database)
      var detail = acceptance
      detail.reason = ""
      try EventChain.append(.accepted, detail: JSON.text(detail), when: when, to: database)
      try Remarks.keep(acceptance.reason, in: database)
    }
  }

  /// All that people have accepted, oldest first.
  ///
  /// - Parameter kinds: Kinds of findings about a work's file whose acceptance ends when the file
  ///   is imported again: what was accepted of one change says nothing of the next.
  /// - Returns: Those that still hold.
  /// - Throws: Why the journal cannot be read.
  public func acceptances(
    endedByImport kinds: Set<Finding.Kind> = []
  ) throws(Trouble) -> [Acceptance] {
    try read { database in
      let events = try Row.fetchAll(
        database, sql: "SELECT * FROM event WHERE kind IN (?, ?) ORDER BY id",
        arguments: [EventKind.accepted.rawValue, EventKind.materials.rawValue]
      ).map(JournalEvent.init)
      let remarks = try Remarks.all(in: database)
      var standing: [Acceptance] = []
      for event in events {
        if event.kind == .accepted {
          var acceptance = try JSON.value(Acceptance.self, event.detail)
          acceptance.reason = remarks[event.id] ?? acceptance.reason
          standing.append(acceptance)
        } else {
          let file = try JSON.value(MaterialImport.self, event.detail)
          standing.removeAll {
            Finding.Kind(rawValue: $0.kind).map(kinds.contains) == true && $0.isAbout(file)
          }
        }
      }
      return standing
    }
  }
}
