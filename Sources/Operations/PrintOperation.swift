import Exam
import Foundation
import Journal
import Planning
import PrintRun
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
    _ request: PrintRequest, asking: any PrintQuestions,
    report: @escaping @Sendable (RunEvent) -> Void, stop: @escaping @Sendable () -> StopRequest
  ) async throws -> RunOutcome {
    try settleCopy(asking)
    let lock = try PrintLock(folder: folder.url, when: Date())
    defer { lock.release() }
    return try await withWorker { worker in
      let isApproved = try frozen() == nil
      let (revision, found, isChanged) = try await revisionToPrint(
        worker, request, asking, report)
      let stops = request.directory == nil ? found : found.ofFiles
      let awaited = AwaitedMaterials.findings(revision.plan, isFrozen: true)
      let stopped = Stops.stoppedRooms(plan: revision.plan, findings: stops + awaited)
      guard let journal = try journal() else { preconditionFailure("a frozen plan has a journal") }
      let gate = PrinterGate(revision: revision)
      let printers = try await PrinterChoice(folder, gate).printers(to: request.directory)
      try await Recovery(journal: journal, printers: printers).run(revision.plan, report, stop)
      let standing = try journal.standing(of: revision)
      let wanted = try PackChoice.packs(request.rooms, in: revision.plan)
      let chosen = standing.filter { wanted.contains($0.pack.id) }
      let filed = try asked(chosen, printers, asking)
      let orders = Self.orders(
        revision.plan, chosen.filter { stopped[$0.pack.place] == nil }, again: filed.again)
      let open = chosen.map(\.pack).filter { orders[$0.id] != nil }
      try refuseAwaited(chosen.map(\.pack), open, awaited, stopped)
      report(.started(plan: revision.plan, revision: revision.number, packs: open.map(\.id)))
      let run = PackRun(
        bench: self, worker: worker, journal: journal, revision: revision, gate: gate,
        printers: printers, orders: orders, slots: revision.plan.schedule(on: plannedPrinters),
        asking: asking, report: report, stop: stop)
      return RunOutcome.closing(
        try await run.print(
          open, isApproved ? nil : standing.contains(where: \.isBegun) ? .rest : .first),
        stopped: stopped.filter { room, _ in chosen.contains { $0.pack.place == room } },
        withoutRoom: Stops.withoutRoom(plan: revision.plan, findings: stops),
        needPerson: chosen.filter { [.person, .staged, .printing].contains($0.state) }.map(\.pack),
        inFiles: filed.unasked, isChanged: isChanged)
    }
  }

  /// What each pack needs, those that need nothing left out.
  private static func orders(
    _ plan: Plan, _ packs: [PackStanding], again: Set<PackID>
  ) -> [PackID: JobOrder] {
    packs.reduce(into: [:]) { orders, standing in
      let pack = standing.pack
      orders[pack.id] =
        again.contains(pack.id)
        ? .whole : JobOrder(standing, leaving: plan.leaving(pack.id))
    }
  }

  /// Packs that lie in files while there are printers: printed from there, or to be printed here.
  private func asked(
    _ chosen: [PackStanding], _ printers: [any Printer], _ asking: any PrintQuestions
  ) throws -> (again: Set<PackID>, unasked: [Pack]) {
    guard printers.contains(where: { $0.destination == .paper }) else { return ([], []) }
    let filed = chosen.filter { $0.state == .proved && $0.isWritten }.map(\.pack)
    guard !filed.isEmpty else { return ([], []) }
    switch try asking.arePrinted(filed) {
    case true?: return ([], [])
    case false?: return (Set(filed.map(\.id)), [])
    case nil: return ([], filed)
    }
  }

  /// The frozen revision, or the plan as it is now, frozen by this print.
  private func revisionToPrint(
    _ worker: RenderClient, _ request: PrintRequest, _ asking: any PrintQuestions,
    _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, stops: [Finding], isChanged: Bool) {
    if let frozen = try frozen() {
      let (revision, isChanged) = try await newest(frozen, worker, asking, report)
      return (revision, try stops(of: revision), isChanged)
    }
    let prepared = try await prepare(with: worker)
    for finding in prepared.findings where finding.severity != .note { report(.finding(finding)) }
    let wanted = try PackChoice.packs(request.rooms, in: prepared.plan)
    let packs = prepared.plan.packs.filter { wanted.contains($0.id) }
    let stopped = request.directory == nil ? prepared.leftOutRooms : prepared.ofFiles.leftOutRooms
    let open = packs.filter { stopped[$0.place] == nil }
    let awaited = AwaitedMaterials.findings(prepared.plan, isFrozen: false)
    try refuseAwaited(packs, open, awaited, stopped)
    guard !open.isEmpty else {
      throw Trouble(
        "print.all-stopped",
        Wording(
          ru: "Ничего не напечатано: в каждом кабинете есть остановка. Подробно: tirazh check",
          en: "Nothing was printed: every room has a stop. Details: tirazh check"))
    }
    // Printers are looked at before anything is frozen: a misspelt name must leave no trace.
    let gate = PrinterGate(exam: prepared.plan.exam.id, policy: prepared.policy)
    let printers = try await PrinterChoice(folder, gate).printers(to: request.directory)
    let able = try await gate.admit(printers, open.map { ($0, 1) }).able
    try asking.approve(
      PrintAnnouncement(
        .first, open.map { ($0, .whole) }, on: machines(able), of: prepared.plan))
    return (try freeze(prepared), prepared.findings, false)
  }

  /// The frozen revision; a new one where the list has changed and a person wants it so.
  ///
  /// Names alone are taken at once.
  private func newest(
    _ frozen: FrozenRevision, _ worker: RenderClient, _ asking: any PrintQuestions,
    _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, isChanged: Bool) {
    let changes = try changes(since: frozen)
    if let names = changes.names, let journal = try journal() {
      return (
        try journal.takeNames(
          of: names.people, listSHA256: names.listSHA256, revision: frozen.number, when: Date()),
        false
      )
    }
    guard changes.isListChanged else { return (frozen, false) }
    if !changes.delta.isEmpty, try asking.takesChanges(changes.delta) == true {
      let prepared = try await prepare(with: worker)
      return (try freeze(prepared), false)
    }
    for change in changes.findings { report(.finding(change)) }
    return (frozen, true)
  }

  /// The rooms that were stopped when the plan was frozen, but for what was accepted since.
  private func stops(of frozen: FrozenRevision) throws -> [Finding] {
    guard let journal = try journal() else { return frozen.evidence.stops }
    return try Accepted(journal: journal, plan: frozen.plan).applied(to: frozen.evidence.stops)
  }

  /// Refuses where every room that is left out waits for materials, and no other is asked for.
  private func refuseAwaited(
    _ packs: [Pack], _ open: [Pack], _ awaited: [Finding], _ stopped: [RoomName: [Finding]]
  ) throws {
    let kinds = Set(packs.flatMap { stopped[$0.place] ?? [] }.map(\.kind))
    guard open.isEmpty, kinds == ["print.no-material"], let first = awaited.first else { return }
    throw Trouble("print.no-material", at: first.place, first.message)
  }
}

extension PreparedExam {
  /// The exam as files are concerned with it.
  fileprivate var ofFiles: PreparedExam {
    var exam = self
    exam.findings = findings.ofFiles
    return exam
  }
}

/// The packs of one run, from the printers' word to their verdicts.
private struct PackRun {
  let bench: Workbench
  let worker: RenderClient
  let journal: ExamJournal
  let revision: FrozenRevision
  let gate: PrinterGate
  let printers: [any Printer]
  let orders: [PackID: JobOrder]
  let slots: [PackID: Scheduler.Slot]
  let asking: any PrintQuestions
  let report: @Sendable (RunEvent) -> Void
  let stop: @Sendable () -> StopRequest

  /// Prints packs; what has not been approved yet is announced as of this kind.
  func print(
    _ open: [Pack], _ kind: PrintAnnouncement.Kind?
  ) async throws -> [PackOutcome] {
    guard !open.isEmpty else { return [] }
    let able = try await admitted(open)
    if let kind {
      try asking.approve(
        PrintAnnouncement(
          kind, open.map { ($0, order(of: $0)) }, on: bench.machines(able), of: revision.plan))
    }
    let (press, sound, spoiled) = try await setUp(open)
    let outcomes = try await send(sound, with: press, to: able)
    return open.map { pack in
      if let outcome = outcomes.first(where: { $0.pack.id == pack.id }) { return outcome }
      return PackOutcome(pack: pack, verdict: nil, trouble: spoiled[pack.id], isFile: able.areFiles)
    }
  }

  private func order(of pack: Pack) -> JobOrder { orders[pack.id] ?? .whole }

  /// The printers that can be used; the others are said.
  private func admitted(_ packs: [Pack]) async throws -> [any Printer] {
    let admission = try await gate.admit(printers, journal.nextAttempts(of: packs))
    for trouble in admission.aside {
      report(.finding(Finding(trouble.kind, .warn, at: trouble.place, trouble.message)))
    }
    return admission.able
  }

  /// A file that is missing or changed keeps only its own packs.
  private func setUp(
    _ open: [Pack]
  ) async throws -> (press: Press, sound: [Pack], spoiled: [PackID: Trouble]) {
    do {
      return (try await press(open), open, [:])
    } catch let trouble as Trouble {
      let works = MaterialStore.spoiled(
        open, of: revision.plan, from: bench.folder, keys: bench.keys)
      let spoiled = Dictionary(
        uniqueKeysWithValues: open.compactMap { pack in
          works.first { pack.works.contains($0.key) }.map { (pack.id, $0.value) }
        })
      let sound = open.filter { spoiled[$0.id] == nil }
      guard !sound.isEmpty, !spoiled.isEmpty else { throw trouble }
      return (try await press(sound), sound, spoiled)
    }
  }

  private func press(_ packs: [Pack]) async throws -> Press {
    try await Press.setUp(
      for: packs, worker: worker, journal: journal, revision: revision, folder: bench.folder,
      keys: bench.keys)
  }

  private func send(
    _ packs: [Pack], with press: Press, to printers: [any Printer]
  ) async throws -> [PackOutcome] {
    let jobs = try journal.nextAttempts(of: packs)
    let (queue, unable) = try await tasks(jobs, printers)
    let next = NextRooms(packs: packs, slots: slots)
    let run = PrintRun(
      printers: printers, log: JournalLog(journal: journal),
      prepare: { id, printer in
        guard let pack = press.revision.plan.pack(id) else { preconditionFailure("planned") }
        return try await press.prepare(
          pack, order(of: pack), on: printer, nextRoom: next.after(pack, on: printer.name))
      })
    let report = report
    let results = await run.run(
      queue, progress: { report(.job(printer: $0, ticket: $1, event: $2)) }, stop: stop)
    return packs.map {
      PackOutcome(pack: $0, result: unable[$0.id] ?? results[$0.id], isFile: printers.areFiles)
    }
  }

  /// Each pack with the printers it may go to; enlarged packs that no printer can take, apart.
  private func tasks(
    _ jobs: [(pack: Pack, attempt: Int)], _ printers: [any Printer]
  ) async throws -> ([PackTask], [PackID: Result<Verdict, any Error>]) {
    let names = Set(printers.map(\.name))
    var tasks: [PackTask] = []
    var unable: [PackID: Result<Verdict, any Error>] = [:]
    for job in jobs {
      let named = slots[job.pack.id]?.printer.flatMap { names.contains($0) ? Set([$0]) : nil }
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
  let slots: [PackID: Scheduler.Slot]

  private func printer(of pack: Pack) -> String? { slots[pack.id]?.printer }

  func after(_ pack: Pack, on printer: String) -> String? {
    guard let index = packs.firstIndex(where: { $0.id == pack.id }),
      self.printer(of: pack) == printer,
      pack.media == nil
    else { return nil }
    // An enlarged pack may go to another printer.
    return packs[(index + 1)...].first { self.printer(of: $0) == printer && $0.media == nil }?
      .label
  }
}

extension [any Printer] {
  /// Whether everything goes into files.
  var areFiles: Bool { allSatisfy { $0.destination == .file } }
}
