public import Exam
import Foundation
import Intake
import Journal
public import Planning
import PrintRun

/// What has changed in the folder since the plan was frozen; nothing of it changes the plan by itself.
public struct FrozenChanges: Sendable {
  /// What a person should know.
  public var findings: [Finding] = []
  /// Who came, went, moved: what a new plan would change.
  public var delta = PlanDelta.none
  /// Whether a new plan would change something.
  public var isListChanged: Bool { !delta.isEmpty || isUncompared }
  /// Whether the list is another one, and who is who in it cannot be told.
  var isUncompared = false
  /// The names of a list that leaves the plan as it is.
  var names: (people: [PersonRecord], listSHA256: String)?
}

extension ExamDesk {
  /// What has changed in list and exam.yaml since the plan was frozen; materials are not looked into.
  nonisolated func changes(since revision: FrozenRevision) throws -> FrozenChanges {
    let (description, name, bytes): (ExamDescription, String, [UInt8])
    do {
      description = try folder.description()
      name = try folder.listName(description)
      bytes = try folder.read(name)
    } catch {
      return FrozenChanges(findings: [Self.unreadable(revision, .from(error))])
    }
    guard Digest.sha256(bytes) != revision.listSHA256 else { return FrozenChanges() }
    guard
      let list = try? ListReader.read(
        bytes: bytes, fileName: name, columns: description.columns,
        subjects: description.works.map(\.subject)), let journal = try journal()
    else { return FrozenChanges(findings: [Self.changed(name, revision)], isUncompared: true) }
    let planned = try Self.replan(list, description, revision, journal)
    // Only people are compared: pages and papers of materials, of which the exam's own pack consists, were
    // not looked at.
    var delta = PlanDelta(from: revision.plan.ofPeople, to: planned.plan.ofPeople)
    delta = delta.without { change in
      switch change {
      case .booklet, .paper, .heading: true
      case .code(_, to: nil): !description.codes.isEmpty
      default: false
      }
    }
    guard delta.isEmpty, planned.doubts.isEmpty else {
      return FrozenChanges(
        findings: [Self.changed(name, revision)], delta: delta, isUncompared: delta.isEmpty)
    }
    return FrozenChanges(
      names: (Self.records(planned.participants), Digest.sha256(bytes)))
  }

  /// The plan of a new list with the pages of the frozen one.
  private static func replan(
    _ list: ListResult, _ description: ExamDescription, _ revision: FrozenRevision,
    _ journal: ExamJournal
  ) throws -> Planned {
    let plan = revision.plan
    let used = Set(plan.packs.flatMap { $0.copies.map(\.booklet) })
    let works = plan.works.map { work in
      WorkPages(
        work: work.id,
        variants: plan.booklets.filter { $0.work == work.id && used.contains($0.id) }.map {
          work.assumed
            ? VariantPages(variant: $0.variant, assumed: $0.pages)
            : VariantPages(variant: $0.variant, pages: $0.source)
        }, assumed: work.assumed)
    }
    let pages = plan.packs.map { pack in
      (
        pack.id,
        Dictionary(
          pack.papers.filter(\.isDrawn).map { ($0.id, $0.pages) },
          uniquingKeysWith: { first, _ in first })
      )
    }
    return Planner.plan(
      PlanInput(
        description: description, id: plan.exam.id, participants: list.participants, works: works,
        documents: plan.documents, policy: revision.policy,
        measures: Measures(pages: Dictionary(pages, uniquingKeysWith: { first, _ in first })),
        former: try journal.formerPlan()))
  }

  private static func unreadable(_ revision: FrozenRevision, _ trouble: Trouble) -> Finding {
    Finding(
      .freezeListUnreadable, .warn, .exam, at: trouble.place,
      Wording(
        ru: trouble.message.ru.ended + " Печатается план, зафиксированный раньше, "
          + "ред. \(revision.number)",
        en: trouble.message.en.ended + " What was frozen is printed, revision "
          + "\(revision.number)"))
  }

  private static func changed(_ name: String, _ revision: FrozenRevision) -> Finding {
    Finding(
      .freezeListChanged, .warn, at: name,
      Wording(
        ru: "Список изменился после того, как план был зафиксирован; печатается прежний план, "
          + "ред. \(revision.number). Что изменится: tirazh plan --delta; печатать по новому: "
          + "tirazh plan --freeze",
        en: "The list has changed since the plan was frozen; revision \(revision.number) is what "
          + "is printed. What would change: tirazh plan --delta; to print by the new list: "
          + "tirazh plan --freeze"))
  }
}

extension Plan {
  /// The packs that participants have something in.
  fileprivate var ofPeople: Plan {
    var plan = self
    plan.packs.removeAll { $0.participants == 0 }
    return plan
  }
}

/// What a new revision would change, and what it would cost in each room.
public struct PlannedDelta: Sendable {
  /// The differences.
  public let delta: PlanDelta
  /// The new plan.
  public let plan: Plan
  /// The revision that it would be.
  public let revision: Int
  /// Sheets to print for each pack, if that is not the whole of it for the first time.
  public let sheets: [PackID: Int]
  /// Serials of printed copies that would have to be taken out, by pack.
  public let withdrawn: [PackID: [String]]
}

extension ExamDesk {
  /// What freezing the plan now would change; nil before the first freeze.
  public nonisolated func delta(_ prepared: PreparedExam) throws -> PlannedDelta? {
    guard let journal = try journal(), let current = try journal.currentRevision() else {
      return nil
    }
    let next = RevisionContents(plan: prepared.plan, layoutFiles: prepared.layout.files)
    return try PlannedDelta(
      from: current, to: next, standing: journal.standing(of: current, next: next))
  }
}

extension PlannedDelta {
  /// Compares a revision with the one that would follow it; `standing` is under the latter.
  init(from current: FrozenRevision, to next: RevisionContents, standing: [PackStanding]) {
    var sheets: [PackID: Int] = [:]
    var withdrawn: [PackID: [String]] = [:]
    for pack in standing where pack.isBegun {
      let order = JobOrder(pack, leaving: next.plan.leaving(pack.pack.id))
      if let order { sheets[pack.pack.id] = order.sheets(of: pack.pack, next.plan.sides) }
      if !pack.withdrawn.isEmpty { withdrawn[pack.pack.id] = pack.withdrawn }
    }
    self.init(
      delta: PlanDelta(from: current.plan, to: next.plan), plan: next.plan,
      revision: current.number + 1, sheets: sheets, withdrawn: withdrawn)
  }
}

extension String {
  /// The sentence with its full stop.
  fileprivate var ended: String { hasSuffix(".") || hasSuffix("?") ? self : self + "." }
}
