public import Exam
import Foundation
import Intake
import Journal
public import Planning

/// A frozen plan, and what has changed in the folder since.
public struct FrozenPlan: Sendable {
  /// The plan.
  public let plan: Plan
  /// Its revision.
  public let revision: Int
  /// What changed since, as findings.
  public let changes: [Finding]
  /// The printers that exam.yaml names now; nil if it names none or cannot be read.
  public let printers: [PrinterDescription]?
}

extension Workbench {
  /// The frozen plan, if there is one.
  public func frozenPlan() throws -> FrozenPlan? {
    try frozen().map {
      FrozenPlan(
        plan: $0.plan, revision: $0.number, changes: changes(since: $0),
        printers: plannedPrinters)
    }
  }

  /// The printers that exam.yaml names now, to plan with.
  var plannedPrinters: [PrinterDescription]? { (try? folder.description())?.printers }

  /// Freezes the plan and returns the number of its revision.
  ///
  /// No print may run meanwhile: it would begin packs that the new plan is not compared with.
  public func freezePlan(_ prepared: PreparedExam) throws -> Int {
    let lock = try PrintLock(folder: folder.url, when: Date())
    defer { lock.release() }
    return try freeze(prepared).number
  }

  /// Freezes the plan as a revision: the first, or a new one when nothing begun would change.
  ///
  /// A frozen revision that would not change is kept; of a changed list it takes the names. The
  /// caller holds the exam's print lock.
  func freeze(_ prepared: PreparedExam) throws -> FrozenRevision {
    let journal = try ExamJournal(folder: folder.url, create: true)
    let evidence = Self.evidence(of: prepared)
    let people = Self.people(of: prepared)
    if let current = try journal.currentRevision() {
      if current.plan == prepared.plan && current.evidence.isSame(asIn: evidence) {
        return try journal.takeNames(
          of: people, listSHA256: evidence.listSHA256, revision: current.number, when: Date())
      }
      try BegunPacks(
        frozen: current, plan: prepared.plan, layoutSHA256: evidence.layoutSHA256
      ).refuseChange(of: Set(try journal.attempts().map(\.pack)))
    }
    return try journal.freeze(
      prepared.plan, evidence: evidence, people: people,
      materials: prepared.settledImports(takingAccepted: true), when: Date())
  }

  private static func evidence(of prepared: PreparedExam) -> FreezeEvidence {
    FreezeEvidence(
      listSHA256: prepared.listSHA256,
      layoutSHA256: Digest.sha256(files: prepared.layout.files), layoutName: prepared.layout.name,
      layoutFiles: prepared.layout.files, policy: prepared.policy,
      stops: prepared.findings.filter { $0.severity == .stop })
  }

  /// Everybody of the list, and everybody else whose code is known: a code is given once.
  private static func people(of prepared: PreparedExam) -> [PersonRecord] {
    let listed = prepared.participants.map {
      PersonRecord(key: $0.key, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
    let keys = Set(listed.map(\.key))
    let others = prepared.knownCodes.filter { !keys.contains($0.code.rawValue) }.map {
      PersonRecord(
        key: $0.code.rawValue, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
    return listed + others
  }

  /// What changed in the folder since the plan was frozen, as notes.
  func changes(since revision: FrozenRevision) -> [Finding] {
    guard let description = try? folder.description(),
      let name = try? folder.listName(description), let bytes = try? folder.read(name)
    else {
      return [
        Finding(
          "freeze.list-unreadable", .warn, .exam,
          Wording(
            ru: "Список или exam.yaml не читается; печатается план, зафиксированный раньше, "
              + "ред. \(revision.number)",
            en: "The list or exam.yaml cannot be read; what was frozen is printed, revision "
              + "\(revision.number)"))
      ]
    }
    guard Digest.sha256(bytes) != revision.listSHA256 else { return [] }
    return [
      Finding(
        "freeze.list-changed", .warn, at: name,
        Wording(
          ru: "Список изменился после того, как план был зафиксирован; печатается прежний план, "
            + "ред. \(revision.number). Чтобы печатать по новому списку: tirazh plan --freeze",
          en: "The list has changed since the plan was frozen; revision \(revision.number) is what "
            + "is printed. To print by the new list: tirazh plan --freeze"))
    ]
  }
}

extension FreezeEvidence {
  /// Whether both differ in nothing but the list.
  fileprivate func isSame(asIn other: FreezeEvidence) -> Bool {
    var other = other
    other.listSHA256 = listSHA256
    return self == other
  }
}
