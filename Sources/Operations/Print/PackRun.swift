import Exam
import Foundation
import Journal
import Planning
import PrintRun
import Printing
import RenderClient
import Synchronization

/// One run over packs of a frozen plan: from the printers' word to the verdicts.
struct PackRun: Sendable {
  let desk: ExamDesk
  let worker: RenderClient
  let journal: ExamJournal
  let choice: PrinterChoice
  let asking: any PrintQuestions
  let report: @Sendable (RunEvent) -> Void
  let requests: @Sendable () -> [RunRequest]
  /// The revision that is printed; another window may have a new one taken meanwhile.
  var revision: FrozenRevision

  /// What is printed.
  struct Job: Sendable {
    /// The packs to be printed as they need it, in order.
    var wanted: [PackStanding]
    /// What is printed of packs whatever they need.
    var given: [PackID: JobOrder]
    /// What has not been approved yet is announced as of this kind.
    var kind: PrintAnnouncement.Kind?
    /// The packs whose open jobs are followed.
    var followed: [PackStanding]
    var printers: [any Printer]

    func order(of standing: PackStanding) -> JobOrder? {
      given[standing.pack.id] ?? JobOrder(standing)
    }

    /// The packs that are printed for certain.
    var needed: [Pack] { wanted.filter { order(of: $0) != nil }.map(\.pack) }
  }

  /// How it ended.
  struct Ending {
    var packs: [PackOutcome]
    /// Packs whose jobs are still open: their printers do not answer.
    var unended: [Pack]
    /// The revision that was printed at the end.
    var revision: FrozenRevision
  }

  /// What is printed under a revision, and what keeps packs of it from being begun.
  private struct Round {
    var job: Job
    var revision: FrozenRevision
    var troubles: [PackID: Trouble] = [:]
    var press: Press?
  }

  /// Prints; `renewed` says what of a later revision.
  func print(
    _ job: Job, renewed: @escaping @Sendable (FrozenRevision) throws -> Job
  ) async throws -> Ending {
    let attempts = try journal.attempts()
    let ids = Set(job.followed.map(\.pack.id))
    let open = attempts.filter { $0.job.verdict == nil && ids.contains($0.pack) }
    guard !job.needed.isEmpty || !open.isEmpty else {
      return Ending(packs: [], unended: [], revision: revision)
    }
    let able = try await admitted(job, isFollowing: !open.isEmpty)
    try await approve(job, on: able)
    let (round, start) = try await begin(job, able, attempts, open)
    let run = Run(start)
    if !open.isEmpty { report(.recovering(plan: revision.plan, packs: open.map(\.pack))) }
    // What was asked of an earlier run is asked no more.
    _ = try journal.takeRequests(as: WindowRequest.self)
    let (ended, last) = await drive(run, able, open, round, renewed)
    return ending(last, ended, Set(run.concerned + ended.concerned), able)
  }

  /// Has a job approved before anything else is printed.
  func approve(_ job: Job) async throws {
    let admission = try? await choice.gate.admit(
      job.printers, journal.nextAttempts(of: job.needed))
    try await approve(job, on: admission?.able ?? job.printers)
  }

  private func approve(_ job: Job, on able: [any Printer]) async throws {
    guard let kind = job.kind, !job.needed.isEmpty else { return }
    let announced = job.wanted.compactMap { standing in
      job.order(of: standing).map { (standing.pack, $0) }
    }
    try await asking.approve(
      PrintAnnouncement(kind, announced, on: desk.machines(able), of: revision.plan))
  }

  private func ending(
    _ round: Round, _ run: Run, _ concerned: Set<PackID>, _ printers: [any Printer]
  ) -> Ending {
    Ending(
      packs: round.job.wanted.map(\.pack)
        .filter { concerned.contains($0.id) || round.troubles[$0.id] != nil }
        .map { pack in
          let result = run.results[pack.id]
          return PackOutcome(
            pack: pack, verdict: result?.verdict,
            trouble: round.troubles[pack.id] ?? result?.trouble, isFile: printers.areFiles,
            isReprint: round.job.given[pack.id]?.request.isReprint ?? false)
        },
      unended: run.unended.compactMap { round.revision.plan.pack($0) }, revision: round.revision)
  }

  /// Sets a revision up: its materials in the worker, and what the run begins with.
  private func begin(
    _ job: Job, _ able: [any Printer], _ attempts: [AttemptRecord], _ open: [AttemptRecord]
  ) async throws -> (Round, Run.Start) {
    let (press, spoiled) = try await setUp(job, isFollowing: !open.isEmpty)
    let (large, unable) = try await largePaper(job, able)
    let troubles = spoiled.merging(unable, uniquingKeysWith: { first, _ in first })
    let start = Run.Start(
      packs: job.followed.map(\.history), jobs: attempts.map(\.job),
      wanted: job.wanted.map(\.pack.id).filter { troubles[$0] == nil }, given: job.given,
      leaving: Dictionary(
        uniqueKeysWithValues: job.wanted.map { ($0.pack.id, revision.plan.leaving($0.pack.id)) }),
      pages: try pages(of: open),
      absence: Dictionary(
        open.map { ($0.job.key, Date().timeIntervalSince($0.lastAt ?? $0.taken)) },
        uniquingKeysWith: { first, _ in first }),
      printers: await runPrinters(able, large), sides: revision.plan.sides,
      readyAt: secondsToReady)
    return (Round(job: job, revision: revision, troubles: troubles, press: press), start)
  }

  private func drive(
    _ run: Run, _ able: [any Printer], _ open: [AttemptRecord], _ round: Round,
    _ renewed: @escaping @Sendable (FrozenRevision) throws -> Job
  ) async -> (Run, Round) {
    let names = Set(able.map(\.name))
    let others = Set(open.map(\.printer)).subtracting(names).map { choice.printer(named: $0) }
    let mailbox = Mailbox(journal, own: requests)
    let last = Mutex(round)
    let driver = RunDriver(
      run, printers: able + others,
      tickets: Dictionary(
        open.compactMap { attempt in (try? ticket(of: attempt)).map { (attempt.job.key, $0) } },
        uniquingKeysWith: { first, _ in first }),
      press: round.press, log: RunLog(journal, revision), requests: mailbox.take, report: report,
      renew: {
        let (next, start) = try await renew(mailbox, able, renewed)
        last.withLock { $0 = next }
        return RunDriver.Renewal(start: start, press: next.press, revision: next.revision)
      })
    let ended = await driver.drive()
    var learnt = LearntPrinters()
    for machine in ended.view.machines {
      if let ppm = machine.measured, machine.destination == .paper {
        learnt.learn(machine.name) { $0.ppm = ppm }
      }
    }
    // What came with the last sheet is written all the same.
    try? mailbox.carryOut()
    return (ended, last.withLock { $0 })
  }

  /// Writes what other windows want written, and sets up what is printed then.
  private func renew(
    _ mailbox: Mailbox, _ able: [any Printer],
    _ renewed: @Sendable (FrozenRevision) throws -> Job
  ) async throws -> (Round, Run.Start) {
    try mailbox.carryOut()
    var next = self
    next.revision = try journal.currentRevision() ?? revision
    if revision.plan.pack(ProofPack.id) != nil { next.revision = next.revision.withProof }
    let job = try renewed(next.revision)
    report(
      .started(
        plan: next.revision.plan, revision: next.revision.number, packs: job.needed.map(\.id)))
    let attempts = try journal.attempts()
    let open = attempts.filter { $0.job.verdict == nil }
    return try await next.begin(job, able, attempts, open)
  }

  private func pages(of open: [AttemptRecord]) throws -> [JobKey: Int] {
    Dictionary(
      open.compactMap { attempt in
        (try? ticket(of: attempt)).map { (attempt.job.key, $0.pages) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The ticket as it was journaled after composing; nil if the job never got that far.
  private func ticket(of attempt: AttemptRecord) throws -> JobTicket? {
    try attempt.ticket.map { try JSONDecoder().decode(JobTicket.self, from: Data($0.utf8)) }
  }

  // MARK: Printers

  /// Seconds from now until the packs are needed; nil where that is another day, or past.
  private var secondsToReady: Double? {
    let exam = revision.plan.exam
    guard let day = exam.date, let ready = exam.ready else { return nil }
    let moment = DateComponents(
      year: day.year, month: day.month, day: day.day, hour: ready.minutes / 60,
      minute: ready.minutes % 60)
    guard let date = Calendar.current.date(from: moment) else { return nil }
    let seconds = date.timeIntervalSinceNow
    return (0..<12 * 3600).contains(seconds) ? seconds : nil
  }

  /// The printers that can be used; the others are said.
  ///
  /// Only where jobs are to be followed, too, may there be none.
  private func admitted(_ job: Job, isFollowing: Bool) async throws -> [any Printer] {
    guard !job.needed.isEmpty else { return job.printers }
    do {
      let admission = try await choice.gate.admit(
        job.printers, journal.nextAttempts(of: job.needed))
      for trouble in admission.aside { say(trouble) }
      return admission.able
    } catch let trouble as Trouble
      where isFollowing && (trouble.cause == .printer || trouble.cause == .printers)
    {
      say(trouble)
      return []
    }
  }

  private func say(_ trouble: Trouble) {
    report(.finding(Finding(trouble, .warn, at: trouble.place)))
  }

  /// The printers as the run sees them, with the large paper that each takes.
  private func runPrinters(
    _ printers: [any Printer], _ large: [String: Set<String>]
  ) async -> [RunPrinter] {
    let machines = desk.machines(printers).all
    let statuses = await withTaskGroup(of: PrinterStatus.self) { group in
      for printer in printers {
        group.addTask { (try? await printer.status()) ?? .silent(printer.name) }
      }
      return await group.reduce(into: [:]) { $0[$1.name] = $1 }
    }
    let learnt = LearntPrinters()
    let planned = desk.plannedPrinters ?? []
    return printers.map { printer in
      let status = statuses[printer.name] ?? .silent(printer.name)
      let described = planned.first { $0.name == printer.name }
      return RunPrinter(
        name: printer.name, destination: printer.destination,
        ppm: machines.first { $0.name == printer.name }?.ppm ?? Scheduler.usualPPM,
        tray: described?.tray, bin: printer.destination == .paper ? described?.output : nil,
        stagesAhead: status.stagesAhead, media: large[printer.name] ?? [],
        counting: status.counting, health: status.health, isLiar: learnt[printer.name].isLiar,
        order: printer.destination == .file
          ? .firstOnTop : described?.order ?? learnt[printer.name].order ?? .firstOnTop,
        isReserve: described?.reserve ?? false)
    }
  }

  /// By printer the large paper that it takes, and the packs whose paper none takes.
  private func largePaper(
    _ job: Job, _ printers: [any Printer]
  ) async throws -> ([String: Set<String>], unable: [PackID: Trouble]) {
    var taken: [String: Set<String>] = [:]
    var unable: [PackID: Trouble] = [:]
    for next in try journal.nextAttempts(of: job.wanted.map(\.pack)) {
      guard let media = next.pack.media, !printers.isEmpty else { continue }
      do {
        for name in try await choice.gate.able(printers, next) {
          taken[name, default: []].insert(media)
        }
      } catch let trouble as Trouble where trouble.cause == .noLargePaper {
        if job.needed.contains(next.pack) { unable[next.pack.id] = trouble }
      }
    }
    return (taken, unable)
  }

  // MARK: Materials

  /// A file that is missing or changed keeps only its own packs; jobs that are open need none.
  private func setUp(
    _ job: Job, isFollowing: Bool
  ) async throws -> (Press?, spoiled: [PackID: Trouble]) {
    let packs = job.wanted.map(\.pack)
    do {
      return (try await press(packs), [:])
    } catch let trouble as Trouble {
      let works = MaterialStore.spoiled(
        packs, of: revision.plan, from: desk.folder, keys: desk.keys)
      let spoiled = Dictionary(
        uniqueKeysWithValues: packs.compactMap { pack in
          works.first { pack.works.contains($0.key) }.map { (pack.id, $0.value) }
        })
      let sound = packs.filter { spoiled[$0.id] == nil }
      let isRefused = job.needed.allSatisfy { spoiled[$0.id] != nil }
      guard !spoiled.isEmpty, !isRefused || isFollowing else { throw trouble }
      return (sound.isEmpty ? nil : try await press(sound), spoiled)
    }
  }

  private func press(_ packs: [Pack]) async throws -> Press {
    try await Press.setUp(
      for: packs, worker: worker, journal: journal, revision: revision, folder: desk.folder,
      keys: desk.keys, styles: choice.styles)
  }
}

extension [any Printer] {
  /// Whether everything goes into files.
  var areFiles: Bool { allSatisfy { $0.destination == .file } }
}
