import Exam
import Journal
import Planning
import PrintRun

extension FrozenRevision {
  /// The revision as what stands on paper is compared by.
  var contents: RevisionContents {
    RevisionContents(plan: plan, layoutFiles: evidence.layoutFiles)
  }

  /// The revision with the pack that is printed to be looked at.
  var withProof: FrozenRevision {
    printing(plan.withProof(named: policy.proofPackName))
  }
}

extension ExamJournal {
  /// Where every pack of the newest revision stands, or of one that would follow it.
  func standing(
    of revision: FrozenRevision, next: RevisionContents? = nil
  ) throws -> [PackStanding] {
    let jobs = try attempts().map(\.job)
    let isProofed = jobs.contains { $0.pack == ProofPack.id }
    func contents(_ revision: FrozenRevision) -> RevisionContents {
      isProofed ? revision.withProof.contents : revision.contents
    }
    var revisions = [revision.number: contents(revision)]
    for number in Set(jobs.map(\.revision)) where revisions[number] == nil {
      revisions[number] = try self.revision(number).map(contents)
    }
    if let next { revisions[revision.number + 1] = next }
    return PackStanding.all(of: PackHistory.all(of: revisions), jobs: jobs)
  }

  /// The newest revision, as far as a new plan has to keep to it; nil before the first freeze.
  func formerPlan(answers: [String: Bool] = [:]) throws -> FormerPlan? {
    guard let revision = try currentRevision() else { return nil }
    let standing = try standing(of: revision)
    let onPaper = standing.map { pack in
      (pack.pack.id, Set(pack.pack.copies.map(\.id).filter(pack.isGood)))
    }
    return FormerPlan(
      plan: revision.plan, people: try people(), answers: answers,
      onPaper: Dictionary(onPaper, uniquingKeysWith: { first, _ in first }))
  }
}

extension PackStanding {
  /// Whether a copy stands on paper as it is wanted: printed here, or carried here.
  ///
  /// One that may still come out, or that a newer one replaces, cannot go along with anybody.
  fileprivate func isGood(_ item: ItemID) -> Bool {
    if pack.copy(item)?.standIn != nil { return true }
    let pages = paper[item]
    return !pages.isEmpty && pages.allSatisfy { $0?.state == .good }
  }
}
