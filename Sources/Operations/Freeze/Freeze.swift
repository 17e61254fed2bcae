public import Exam
import Foundation
import Intake
import Journal
public import Planning
import PrintRun

/// A frozen plan, and what has changed in the folder since.
public struct FrozenPlan: Sendable {
  /// The plan.
  public let plan: Plan
  /// Its revision.
  public let revision: Int
  /// What changed since.
  public let changes: FrozenChanges
  /// The printers that exam.yaml names now; nil if it names none or cannot be read.
  public let printers: [PrinterDescription]?
}

extension ExamDesk {
  /// The frozen plan, if there is one.
  public nonisolated func frozenPlan() throws -> FrozenPlan? {
    try frozen().map {
      FrozenPlan(
        plan: $0.plan, revision: $0.number, changes: try changes(since: $0),
        printers: plannedPrinters)
    }
  }

  /// The printers that exam.yaml names now, to plan with.
  nonisolated var plannedPrinters: [PrinterDescription]? {
    let learnt = LearntPrinters()
    return (try? folder.description())?.printers?.map(learnt.complete)
  }

  /// Freezes the plan and returns the number of its revision; a window that prints goes on by it.
  public func freezePlan(_ prepared: PreparedExam) async throws -> Int {
    try await settle(try draft(prepared)).number
  }

  /// Freezes the plan as a revision, also when packs are begun: what is on paper and still wanted stands.
  ///
  /// A frozen revision that would not change is kept; of a changed list it takes the names. The
  /// caller holds the exam's print lock.
  nonisolated func freeze(_ prepared: PreparedExam) throws -> FrozenRevision {
    let draft = try draft(prepared)
    return try ExamJournal(folder: folder.url, create: true).freeze(draft, when: Date())
  }

  /// Freezes a draft, or hands it to the window that prints.
  func settle(_ draft: RevisionDraft) async throws -> FrozenRevision {
    if let lock = try lockUnlessPrinting() {
      defer { lock.release() }
      return try ExamJournal(folder: folder.url, create: true).freeze(draft, when: Date())
    }
    if try journal()?.holds(draft) != true {
      try await handOver(.revise(draft)) { try $0.holds(draft) }
    }
    guard let revision = try frozen() else { throw ReprintTrouble.nothingPrinted }
    return revision
  }

  private nonisolated func draft(_ prepared: PreparedExam) throws -> RevisionDraft {
    guard prepared.doubts.isEmpty else { throw FreezeTrouble.doubtful(prepared.doubts) }
    return RevisionDraft(
      base: try frozen()?.number, plan: prepared.plan, evidence: Self.evidence(of: prepared),
      people: Self.people(of: prepared),
      materials: prepared.settledImports(takingAccepted: true))
  }

  private static func evidence(of prepared: PreparedExam) -> FreezeEvidence {
    FreezeEvidence(
      listSHA256: prepared.listSHA256,
      layoutSHA256: Digest.sha256(files: prepared.layout.files), layoutName: prepared.layout.name,
      layoutFiles: prepared.layout.files, policy: prepared.policy,
      stops: prepared.findings.filter { $0.severity == .stop },
      printers: prepared.description.printers ?? [])
  }

  /// Everybody of the list, and everybody else whose code is known: a code is given once.
  static func people(of prepared: PreparedExam) -> [PersonRecord] {
    let listed = records(prepared.participants)
    let keys = Set(listed.map(\.key))
    let others = prepared.knownCodes.filter { !keys.contains($0.code.rawValue) }.map {
      PersonRecord(
        key: $0.code.rawValue, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
    return listed + others
  }

  /// The names of participants under their keys.
  static func records(_ participants: [Participant]) -> [PersonRecord] {
    participants.map {
      PersonRecord(key: $0.key, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
  }
}

/// Why a plan is not frozen.
enum FreezeTrouble {
  static func doubtful(_ doubts: [Doubt]) -> Trouble {
    let first = doubts.first.map { DoubtWords.question($0) } ?? Wording(same: "")
    return Trouble(
      "freeze.doubtful",
      Wording(
        ru: first.ru + " Ответьте в терминале: tirazh plan --freeze. Новый план не зафиксирован",
        en: first.en + " Answer in a terminal: tirazh plan --freeze. The new plan is not frozen"))
  }
}

/// How a doubt is put to a person; names stay out of it.
public enum DoubtWords {
  /// The question.
  public static func question(_ doubt: Doubt) -> Wording {
    let classRU = doubt.className.map { "\($0.rawValue), " } ?? ""
    let place = doubt.newcomer.place
    return Wording(
      ru:
        "В списке нет участника \(doubt.key) (\(classRU)\(Wording.room(doubt.room.rawValue).ru)), зато появился "
        + "похожий (\(Wording.room(doubt.newcomer.room.rawValue).ru); \(place.ru)).",
      en:
        "Participant \(doubt.key) (\(classRU)\(Wording.room(doubt.room.rawValue).en)) is not in the list, but "
        + "somebody like them is new (\(Wording.room(doubt.newcomer.room.rawValue).en); \(place.en))."
    )
  }

  /// The answers, the first being 1.
  public static let answers = [
    Wording(ru: "тот же человек, имя исправлено", en: "the same person, the name was corrected"),
    Wording(ru: "другой", en: "another"),
  ]
}
