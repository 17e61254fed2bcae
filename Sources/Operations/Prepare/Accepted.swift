public import Exam
import Journal
import Planning

extension Finding {
  /// Whether a person may say that it is in order.
  public var isAcceptable: Bool { severity != .note && kind.isAcceptable }
}

/// What people have accepted of what was found.
struct Accepted {
  private let acceptances: [Acceptance]
  private let plan: Plan

  init(journal: ExamJournal, plan: Plan) throws {
    acceptances = try journal.acceptances(endedByImport: [.materialReplaced])
    self.plan = plan
  }

  /// Findings that were accepted become notes that say why.
  func applied(to findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard finding.kind.isAcceptable else { return finding }
      let documents = Self.documents(of: finding, in: plan)
      guard let acceptance = word(on: finding, documents) else { return finding }
      var accepted = finding
      accepted.severity = .note
      accepted.message = Wording(
        ru: "принято («\(acceptance.reason)»): \(finding.message.ru)",
        en: "accepted (“\(acceptance.reason)”): \(finding.message.en)")
      return accepted
    }
  }

  /// The word that settles a finding; several may settle the pages of one together.
  private func word(on finding: Finding, _ documents: [String]) -> Acceptance? {
    guard let pages = finding.pages else {
      return acceptances.last { $0.covers(finding, documents: documents) }
    }
    let own = acceptances.filter { !$0.pages(of: finding).isEmpty }
    let seen = own.reduce(into: Set<PageReference>()) { $0.formUnion($1.pages(of: finding)) }
    return seen.isSuperset(of: pages) ? own.last : nil
  }

  /// The digests of the PDFs that a finding is about.
  static func documents(of finding: Finding, in plan: Plan) -> [String] {
    guard case .work(let work) = finding.scope else { return [] }
    return Set(plan.documents.filter { $0.work == work }.map(\.sha256)).sorted()
  }
}
