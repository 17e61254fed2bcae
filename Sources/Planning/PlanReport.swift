public import Exam
import Foundation

/// The document of `plan --json`: fields are added, never renamed; later ones
/// (`media`, `conditions`, `half`) stand only where they say something, the others are null.
public struct PlanReport: Encodable, Sendable {
  struct ExamPart: Encodable, Sendable {
    let id: String
    let title: String
    let date: String
  }

  struct Totals: Encodable, Sendable {
    let participants: Int
    let copies: Int
    let sheets: Int
  }

  struct FindingLine: Encodable, Sendable {
    let number: Int
    let code: Int
    let severity: String
    let scope: String
    let id: String
    let message: String
    let `where`: String
  }

  let exam: ExamPart
  let revision: Int
  let frozen: Bool
  let totals: Totals
  let packs: [PackLine]
  let findings: [FindingLine]

  /// Builds the document; printers and times are of the schedule, messages are in `language`.
  public init(
    plan: Plan, schedule: [PackID: Scheduler.Slot], revision: Int, frozen: Bool,
    findings: [Finding], language: Language
  ) {
    exam = ExamPart(
      id: plan.exam.id.rawValue, title: plan.exam.title, date: plan.exam.date?.iso ?? "")
    self.revision = revision
    self.frozen = frozen
    totals = Totals(participants: plan.participants, copies: plan.copies, sheets: plan.sheets)
    packs = plan.packs.map { PackLine(pack: $0, plan: plan, slot: schedule[$0.id]) }
    self.findings = findings.enumerated().map { index, finding in
      FindingLine(
        number: index + 1, code: finding.code, severity: finding.severity.rawValue,
        scope: finding.scope.name,
        id: finding.scope.id, message: finding.message[language], where: finding.place[language])
    }
  }

  /// The document as text: one line, keys sorted.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(bytes: try encoder.encode(self), encoding: .utf8) ?? ""
  }
}
