import Exam
import Journal
import Planning
import PrintRun
import Printing

/// What of a plan is to be printed, whatever its revision.
struct PrintSelection: Sendable {
  /// The packs of the rooms that were named; nil for all.
  var packs: Set<PackID>?
  /// Whether everything goes into files: then no printer stops a room.
  var toFiles: Bool
  var printers: [any Printer]
  /// Packs that lie in files and are to be printed all the same.
  var again: Set<PackID> = []
  /// Packs that lie in files, and nobody could be asked whether they were printed from there.
  var unasked: Set<PackID> = []
}

/// One revision of a plan as a print takes it on: which of its rooms are stopped, and where its packs stand.
struct PrintRound: Sendable {
  var selection: PrintSelection
  let revision: FrozenRevision
  let standing: [PackStanding]
  private let stops: [Finding]
  private let awaited: [Finding]
  private let stopped: [RoomName: [Finding]]

  init(
    _ selection: PrintSelection, _ revision: FrozenRevision, _ journal: ExamJournal,
    stops found: [Finding]
  ) throws {
    self.selection = selection
    self.revision = revision
    standing = try journal.standing(of: revision)
    stops = selection.toFiles ? found.ofFiles : found
    awaited = AwaitedMaterials.findings(revision.plan)
    stopped = Stops.stoppedRooms(plan: revision.plan, findings: stops + awaited)
  }

  /// Whether anything of the plan is on paper, or may be.
  var isBegun: Bool { standing.contains { !$0.history.isRunMade && $0.newest != nil } }

  /// The packs that are asked for.
  var chosen: [PackStanding] {
    standing.filter { selection.packs?.contains($0.pack.id) ?? true }
  }

  /// What is printed; what has not been approved yet is announced as of this kind.
  func job(kind: PrintAnnouncement.Kind? = nil) -> PackRun.Job {
    PackRun.Job(
      wanted: chosen.filter { standing in
        stopped[standing.pack.place] == nil && !selection.unasked.contains(standing.pack.id)
      },
      given: Dictionary(
        uniqueKeysWithValues: standing.map(\.pack.id).filter(selection.again.contains)
          .map { ($0, .whole) }),
      kind: kind, followed: standing, printers: selection.printers)
  }

  /// Refuses where nothing can be printed because all that is asked for waits for materials.
  func refuseAwaited(_ open: [Pack]) throws {
    guard !standing.contains(where: \.isUnderway) else { return }
    try AwaitedMaterials.refuse(chosen.map(\.pack), open, awaited, stopped)
  }

  func outcome(_ ending: PackRun.Ending, isChanged: Bool) -> RunOutcome {
    let ended = Set(ending.packs.map(\.pack.id))
    let asked = chosen.filter {
      $0.state == .person && !$0.isUnderway && !ended.contains($0.pack.id)
    }
    let rooms = Set(chosen.map(\.pack.place))
    return RunOutcome.closing(
      ending.packs, stopped: stopped.filter { room, _ in rooms.contains(room) },
      withoutRoom: Stops.withoutRoom(plan: revision.plan, findings: stops),
      needPerson: asked.map(\.pack)
        + ending.unended.filter { selection.packs?.contains($0.id) ?? true },
      inFiles: chosen.map(\.pack).filter { selection.unasked.contains($0.id) },
      isChanged: isChanged)
  }
}
