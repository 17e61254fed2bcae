import Exam
import Foundation
import Journal
import Planning
public import Printing
import RenderClient

/// What `print` is asked to do.
public struct PrintRequest: Sendable {
  /// Rooms as people write them; all if empty.
  public var rooms: [String]
  /// A folder to print into instead of printers.
  public var directory: String?

  /// Makes a request.
  public init(rooms: [String] = [], directory: String? = nil) {
    self.rooms = rooms
    self.directory = directory
  }
}

extension Workbench {
  /// Prints every pack that is not printed yet; the first print freezes the plan.
  public func print(
    _ request: PrintRequest, report: @escaping @Sendable (RunEvent) -> Void,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> RunOutcome {
    let lock = try PrintLock(folder: folder.url, when: Date())
    defer { lock.release() }
    return try await withWorker { worker in
      let (revision, stops) = try await revisionToPrint(worker, request, report)
      let stopped = Stops.stoppedRooms(plan: revision.plan, findings: stops)
      guard let journal = try journal() else { preconditionFailure("a frozen plan has a journal") }
      let printers = try await PrinterChoice.printers(
        folder.hasDescription ? folder.description() : nil, to: request.directory,
        exam: revision.plan.exam.id, in: folder)
      try await Recovery(journal: journal, printers: printers).run(revision.plan, report, stop)
      let standing = PackStanding.all(of: revision.plan, attempts: try journal.attempts())
      let wanted = try PackChoice.packs(request.rooms, in: revision.plan)
      let chosen = standing.filter { wanted.contains($0.pack.id) }
      let open = chosen.filter { $0.state.mayBePrinted && stopped[$0.pack.room] == nil }
        .map(\.pack)
      try refuseAssumed(open, of: revision.plan)
      report(.started(plan: revision.plan, revision: revision.number, packs: open.map(\.id)))
      let press =
        open.isEmpty
        ? nil
        : try await Press.setUp(
          for: open, worker: worker, journal: journal, revision: revision, folder: folder,
          keys: keys)
      let outcomes = try await send(open, with: press, to: printers, report, stop)
      return RunOutcome.closing(
        outcomes, stopped: stopped.filter { room, _ in chosen.contains { $0.pack.room == room } },
        withoutRoom: Stops.withoutRoom(plan: revision.plan, findings: stops),
        needPerson: chosen.filter { [.person, .staged, .printing].contains($0.state) }.map(\.pack))
    }
  }

  /// The frozen revision, or the plan as it is now, frozen by this print.
  private func revisionToPrint(
    _ worker: RenderClient, _ request: PrintRequest, _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, stops: [Finding]) {
    if let frozen = try frozen() {
      for change in changes(since: frozen) { report(.finding(change)) }
      return (frozen, try stops(of: frozen))
    }
    let prepared = try await prepare(with: worker)
    for finding in prepared.findings where finding.severity != .note { report(.finding(finding)) }
    let stopped = prepared.stoppedRooms
    let wanted = try PackChoice.packs(request.rooms, in: prepared.plan)
    let rooms = Set(prepared.plan.packs.filter { wanted.contains($0.id) }.map(\.room))
    guard !rooms.allSatisfy({ stopped[$0] != nil }) else {
      throw Trouble(
        "print.all-stopped",
        Wording(
          ru: "Ничего не напечатано: в каждом кабинете есть остановка. Подробно: tirazh check",
          en: "Nothing was printed: every room has a stop. Details: tirazh check"))
    }
    try refuseAssumed(
      prepared.plan.packs.filter { wanted.contains($0.id) && stopped[$0.room] == nil },
      of: prepared.plan)
    // Printers are looked at before anything is frozen: a misspelt name must leave no trace.
    let printers = try await PrinterChoice.printers(
      prepared.description, to: request.directory, exam: prepared.plan.exam.id, in: folder)
    let gate = PrinterGate(exam: prepared.plan.exam.id, policy: prepared.policy)
    try await gate.admit(
      printers, prepared.plan.packs.filter { wanted.contains($0.id) }.map { ($0, 1) })
    return (try freeze(prepared), prepared.findings)
  }

  /// The rooms that were stopped when the plan was frozen, but for what was accepted since.
  private func stops(of frozen: FrozenRevision) throws -> [Finding] {
    guard let journal = try journal() else { return frozen.evidence.stops }
    return try Accepted(journal: journal, plan: frozen.plan).applied(to: frozen.evidence.stops)
  }

  private func refuseAssumed(_ packs: [Pack], of plan: Plan) throws {
    let assumed = Set(plan.works.filter(\.assumed).map(\.id))
    guard let pack = packs.first(where: { $0.copies.contains { assumed.contains($0.work) } }) else {
      return
    }
    throw Trouble(
      "print.no-material", at: pack.room.rawValue,
      Wording(
        ru: "Материалы ещё не получены, печатать нечего. Положите файлы в папку и повторите: "
          + "tirazh check",
        en:
          "The materials are not there yet. Put the files into the folder and repeat: tirazh check"
      ))
  }

  private func send(
    _ packs: [Pack], with press: Press?, to printers: [any Printer],
    _ report: @escaping @Sendable (RunEvent) -> Void,
    _ stop: @escaping @Sendable () -> StopRequest
  ) async throws -> [PackOutcome] {
    guard let press, !packs.isEmpty else { return [] }
    let gate = PrinterGate(revision: press.revision)
    let jobs = try press.journal.nextAttempts(of: packs)
    try await gate.admit(printers, jobs)
    let (queue, unable) = try await tasks(jobs, printers, gate)
    let next = NextRooms(packs: packs)
    let run = PrintRun(
      printers: printers, log: JournalLog(journal: press.journal),
      prepare: { id, printer in
        guard let pack = press.revision.plan.pack(id) else { preconditionFailure("planned") }
        return try await press.prepare(
          pack, on: printer, selection: nil, nextRoom: next.after(pack, on: printer))
      })
    let results = await run.run(
      queue, progress: { report(.job(printer: $0, ticket: $1, event: $2)) },
      stop: stop)
    return packs.map { PackOutcome(pack: $0, result: unable[$0.id] ?? results[$0.id]) }
  }

  /// Each pack with the printers it may go to; enlarged packs that no printer can take, apart.
  private func tasks(
    _ jobs: [(pack: Pack, attempt: Int)], _ printers: [any Printer], _ gate: PrinterGate
  ) async throws -> ([PackTask], [PackID: Result<Verdict, any Error>]) {
    let names = Set(printers.map(\.name))
    var tasks: [PackTask] = []
    var unable: [PackID: Result<Verdict, any Error>] = [:]
    for job in jobs {
      let named = job.pack.printer.flatMap { names.contains($0) ? Set([$0]) : nil }
      guard job.pack.media != nil else {
        tasks.append(PackTask(pack: job.pack.id, printers: named))
        continue
      }
      do {
        let able = try await gate.able(printers, job)
        let wanted = named.flatMap { $0.isSubset(of: able) ? $0 : nil }
        tasks.append(PackTask(pack: job.pack.id, printers: wanted ?? able))
      } catch let trouble as Trouble where trouble.kind == "printers.no-large-paper" {
        unable[job.pack.id] = .failure(trouble)
      }
    }
    return (tasks, unable)
  }
}

/// Which room follows on the same printer, where the plan knows it.
private struct NextRooms: Sendable {
  let packs: [Pack]

  func after(_ pack: Pack, on printer: String) -> String? {
    guard let index = packs.firstIndex(where: { $0.id == pack.id }), pack.printer == printer,
      pack.media == nil
    else { return nil }
    // An enlarged pack may go to another printer.
    return packs[(index + 1)...].first { $0.printer == printer && $0.media == nil }?.label
  }
}
