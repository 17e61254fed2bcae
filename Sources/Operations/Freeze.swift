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
}

extension Workbench {
  /// The frozen plan, if there is one.
  public func frozenPlan() throws -> FrozenPlan? {
    try frozen().map { FrozenPlan(plan: $0.plan, revision: $0.number, changes: changes(since: $0)) }
  }

  /// Freezes the plan and returns the number of its revision.
  public func freezePlan(_ prepared: PreparedExam) throws -> Int { try freeze(prepared).number }

  /// Freezes the plan as a revision: the first, or a new one when nothing begun would change.
  ///
  /// A frozen revision whose inputs have not changed is returned as it is.
  func freeze(_ prepared: PreparedExam) throws -> FrozenRevision {
    let journal = try ExamJournal(folder: folder.url, create: true)
    let evidence = FreezeEvidence(
      listSHA256: prepared.listSHA256,
      layoutSHA256: Digest.sha256(files: prepared.layout.files), layoutName: prepared.layout.name,
      layoutFiles: prepared.layout.files, policy: prepared.policy,
      stops: prepared.findings.filter { $0.severity == .stop })
    if let current = try journal.currentRevision() {
      if current.plan == prepared.plan && current.evidence.stops == evidence.stops {
        return current
      }
      try refuseChangeOfBegunPacks(from: current.plan, to: prepared.plan, journal)
    }
    let listed = prepared.participants.map {
      PersonRecord(key: $0.key, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
    let keys = Set(listed.map(\.key))
    let others = prepared.knownCodes.filter { !keys.contains($0.code.rawValue) }.map {
      PersonRecord(
        key: $0.code.rawValue, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
    let people = listed + others
    return try journal.freeze(
      prepared.plan, evidence: evidence, people: people,
      materials: prepared.settledImports(takingAccepted: true), when: Date())
  }

  private func refuseChangeOfBegunPacks(
    from old: Plan, to new: Plan, _ journal: ExamJournal
  ) throws {
    let begun = Set(try journal.attempts().map(\.pack))
    for pack in old.packs where begun.contains(pack.id) {
      guard let now = new.pack(pack.id), now.room == pack.room, now.copies == pack.copies,
        now.papers == pack.papers
      else {
        throw Trouble(
          "freeze.pack-begun", at: pack.room.rawValue,
          Wording(
            ru: "Пакет кабинета \(pack.room.rawValue) уже печатался, а новый план его меняет. "
              + "Верните прежний список и материалы",
            en: "The pack of room \(pack.room.rawValue) has been printed already and the new plan "
              + "would change it. Put the former list and materials back"))
      }
    }
  }

  /// What changed in the folder since the plan was frozen, as notes.
  func changes(since revision: FrozenRevision) -> [Finding] {
    guard let description = try? folder.description(),
      let name = try? folder.listName(description), let bytes = try? folder.read(name)
    else { return [] }
    guard Digest.sha256(bytes) != revision.evidence.listSHA256 else { return [] }
    return [
      Finding(
        "freeze.list-changed", .warn, at: name,
        Wording(
          ru: "Список изменился после того, как план был зафиксирован; печатается прежний план, "
            + "ред. \(revision.number)",
          en: "The list has changed since the plan was frozen; revision \(revision.number) is what "
            + "is printed"))
    ]
  }
}
