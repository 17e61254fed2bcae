public import Exam
public import Foundation
import GRDB
public import Planning

/// A plan that is to be frozen as the next revision, with everything it was made from.
public struct RevisionDraft: Hashable, Codable, Sendable {
  /// The revision that it follows; nil for the first.
  public var base: Int?
  /// The plan.
  public var plan: Plan
  /// What it was made from.
  public var evidence: FreezeEvidence
  /// The people whom its papers name.
  public var people: [PersonRecord]
  /// The files that it was made from, where they are new.
  public var materials: [MaterialImport]
  /// SHA-256 of the list that the names are of, where it is not the one of the evidence.
  public var namesSHA256: String?

  /// Collects them.
  public init(
    base: Int?, plan: Plan, evidence: FreezeEvidence, people: [PersonRecord],
    materials: [MaterialImport] = [], namesSHA256: String? = nil
  ) {
    self.base = base
    self.plan = plan
    self.evidence = evidence
    self.people = people
    self.materials = materials
    self.namesSHA256 = namesSHA256
  }

  /// Whether it is the revision that it follows, but for the names.
  func isSame(as current: FrozenRevision) -> Bool {
    var evidence = evidence
    // Neither is part of a plan.
    evidence.listSHA256 = current.evidence.listSHA256
    evidence.printers = current.evidence.printers
    return plan == current.plan && evidence == current.evidence
  }
}

extension ExamJournal {
  /// Freezes a plan as the next revision; of one that would not change the names are taken.
  public func freeze(_ draft: RevisionDraft, when: Date) throws(Trouble) -> FrozenRevision {
    try write { database in
      let current = try Revisions.current(in: database)
      guard current?.number == draft.base else {
        throw JournalTrouble.revisionChanged(draft.base ?? 0)
      }
      let names = draft.namesSHA256 ?? draft.evidence.listSHA256
      if let current, draft.isSame(as: current) {
        let isKnown = try People.isSame(as: draft.people, in: database)
        guard !isKnown || current.listSHA256 != names else { return current }
        try People.replace(with: draft.people, in: database)
        try ListChanges.append(names, revision: current.number, when: when, to: database)
        return try Revisions.current(in: database) ?? current
      }
      let revision = try Revisions.insert(
        draft.plan, evidence: draft.evidence, when: when, into: database)
      try MaterialImports.append(draft.materials, when: when, to: database)
      try People.replace(with: draft.people, in: database)
      guard names != draft.evidence.listSHA256 else { return revision }
      try ListChanges.append(names, revision: revision.number, when: when, to: database)
      return try Revisions.current(in: database) ?? revision
    }
  }

  /// Whether a plan is frozen and its names are taken.
  public func holds(_ draft: RevisionDraft) throws(Trouble) -> Bool {
    try read { database in
      guard let current = try Revisions.current(in: database), draft.isSame(as: current) else {
        return false
      }
      return current.listSHA256 == draft.namesSHA256 ?? draft.evidence.listSHA256
    }
  }
}
