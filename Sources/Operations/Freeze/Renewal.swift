import Exam
import Journal
import Planning
import PrintRun

/// What became of a revision that could not be printed whole: materials that were late are there, or a stop
/// is gone.
struct Renewal {
  /// The exam as its files are now.
  let prepared: PreparedExam
  /// What differs from the frozen plan.
  let delta: PlanDelta
  /// Whether it only adds what could not be printed: what is on paper stays as it is.
  let isAddition: Bool

  /// Compares them; nil where nothing that was left out could be printed now.
  init?(_ prepared: PreparedExam, of frozen: FrozenRevision, _ journal: ExamJournal) throws {
    let former = Stops.stoppedRooms(
      plan: frozen.plan,
      findings: try Accepted(journal: journal, plan: frozen.plan)
        .applied(to: frozen.evidence.stops)
        + AwaitedMaterials.findings(frozen.plan))
    let now = Set(prepared.leftOutRooms.keys)
    guard prepared.doubts.isEmpty, now != Set(former.keys), now.isSubset(of: former.keys) else {
      return nil
    }
    self.prepared = prepared
    delta = PlanDelta(from: frozen.plan, to: prepared.plan)
    let next = RevisionContents(plan: prepared.plan, layoutFiles: prepared.layout.files)
    let (before, after) = try (
      journal.standing(of: frozen), journal.standing(of: frozen, next: next)
    )
    isAddition =
      delta.entries.allSatisfy(\.change.isOfMaterials)
      && before.filter(\.isBegun).allSatisfy { pack in
        let later = after.first { $0.pack.id == pack.pack.id }
        return later?.withdrawn == pack.withdrawn
          && (later?.need == .nothing || later?.need == pack.need)
      }
  }
}

extension ExamDesk {
  /// Looks whether what a frozen revision leaves out can be printed now; nil where it cannot.
  ///
  /// Files that cannot be read are no reason to keep the rest from being printed.
  func renewal(
    of frozen: FrozenRevision, _ prepare: () async throws -> PreparedExam
  ) async throws -> Renewal? {
    guard let journal = try journal() else { return nil }
    let isWhole = try stops(of: frozen).isEmpty && !frozen.plan.works.contains(where: \.assumed)
    guard !isWhole, let prepared = try? await prepare() else { return nil }
    return try Renewal(prepared, of: frozen, journal)
  }
}

extension PlanDelta.Change {
  /// Whether files of materials alone make it.
  fileprivate var isOfMaterials: Bool {
    switch self {
    case .booklet, .paper, .newPack, .spares, .variant: true
    default: false
    }
  }
}
