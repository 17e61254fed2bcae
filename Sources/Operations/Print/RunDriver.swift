import Exam
import Foundation
import Journal
import Planning
import PrintRun
import Printing

/// Carries out what a run wants, side by side, and tells it what came of it.
///
/// Events reach the journal before anybody hears of them, and intents before the act.
actor RunDriver {
  /// Seconds between two looks at a job, at a printer, and for requests.
  private enum Rhythm {
    static let jobs = 0.3
    static let printers = 3.0
    static let requests = 0.5
    static let views = 0.5
  }

  private var run: Run
  private let printers: [String: any Printer]
  private var press: Press?
  private let log: RunLog
  private let requests: @Sendable () -> [RunRequest]
  private let report: @Sendable (RunEvent) -> Void
  private let renew: @Sendable () async throws -> Renewal
  private var isRenewing = false

  /// Another revision that a run goes on by.
  struct Renewal: Sendable {
    let start: Run.Start
    let press: Press?
    let revision: FrozenRevision
  }

  private var tickets: [JobKey: JobTicket]
  /// Jobs that are laid out and not handed over yet.
  private var laidOut: [JobKey: [UInt8]] = [:]
  /// What is being done to a job: taking it back interrupts it.
  private var acts: [JobKey: Task<Void, Never>] = [:]
  /// When a job was looked at last; infinity while it is.
  private var jobsSeen: [JobKey: Double] = [:]
  private var printersSeen: [String: Double] = [:]
  private var requestsSeen = 0.0
  private var viewed = -Double.infinity

  private let events: AsyncStream<Run.Event>
  private let send: AsyncStream<Run.Event>.Continuation
  private let start = ContinuousClock.now

  init(
    _ run: Run, printers: [any Printer], tickets: [JobKey: JobTicket], press: Press?,
    log: RunLog, requests: @escaping @Sendable () -> [RunRequest],
    report: @escaping @Sendable (RunEvent) -> Void,
    renew: @escaping @Sendable () async throws -> Renewal
  ) {
    self.renew = renew
    self.run = run
    self.printers = Dictionary(
      printers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.tickets = tickets
    self.press = press
    self.log = log
    self.requests = requests
    self.report = report
    (events, send) = AsyncStream.makeStream(of: Run.Event.self)
  }

  /// Drives the run to its end.
  func drive() async -> Run {
    let send = send
    let clock = Task {
      while !Task.isCancelled {
        send.yield(.tick)
        try? await Task.sleep(for: .seconds(Rhythm.jobs))
      }
    }
    carryOut(run.begin(at: now))
    look()
    if !run.isOver {
      for await event in events {
        carryOut(run.take(event, at: now))
        look()
        if run.isOver { break }
      }
    }
    clock.cancel()
    send.finish()
    await log.finish()
    return run
  }

  private var now: Double {
    let passed = ContinuousClock.now - start
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }

  // MARK: Commands

  private func carryOut(_ commands: [Run.Command]) {
    for command in commands {
      if let (key, intent) = command.intent {
        do {
          try log.intend(intent, key)
        } catch {
          send.yield(.unrecorded(key, intent, .from(error)))
          continue
        }
        tell(key, intent)
      }
      switch command {
      case .record(let key, let event):
        log.record(event, key)
        tell(key, event)
        if event.settles, let question = run.question(of: key) { report(.asked(question)) }
        if case .ended = event { forget(key) }
      case .compose(let pack, let order, let printer, let next): compose(pack, order, printer, next)
      case .stage(let key): stage(key)
      case .release(let key): release(key)
      case .cancel(let key): cancel(key)
      case .say(let note): report(.note(note))
      }
    }
  }

  private func tell(_ key: JobKey, _ event: JobEvent) {
    guard let ticket = tickets[key], let job = run.job(key) else { return }
    report(.job(job, ticket, event))
  }

  private func forget(_ key: JobKey) {
    tickets[key] = nil
    laidOut[key] = nil
    jobsSeen[key] = nil
  }

  private func compose(_ id: PackID, _ order: JobOrder, _ printer: String, _ next: PackID?) {
    guard let press, let device = printers[printer] else {
      send.yield(.notComposed(id, attempt: nil, Trouble("run.no-press", Wording(same: printer))))
      return
    }
    Task {
      let attempt: AttemptRecord
      do {
        attempt = try press.take(id, order, on: device)
      } catch {
        send.yield(.notComposed(id, attempt: nil, .from(error)))
        return
      }
      do {
        let (ticket, pdf) = try await press.compose(attempt, order, next: next)
        tickets[attempt.job.key] = ticket
        laidOut[attempt.job.key] = pdf
        send.yield(.composed(id, attempt: attempt.attempt, pages: ticket.pages))
      } catch {
        send.yield(.notComposed(id, attempt: attempt.attempt, .from(error)))
      }
    }
  }

  private func stage(_ key: JobKey) {
    guard let (printer, ticket) = device(of: key), let pdf = laidOut.removeValue(forKey: key) else {
      return
    }
    act(on: key) {
      do {
        return .staged(key, jobID: try await printer.stage(pdf, ticket))
      } catch {
        return .notStaged(key, .from(error))
      }
    }
  }

  private func release(_ key: JobKey) {
    guard let (printer, ticket) = device(of: key) else { return }
    let jobID = run.jobID(of: key)
    act(on: key) {
      do {
        return .released(key, jobID: try await printer.release(jobID, ticket))
      } catch let failure as ReleaseFailure {
        return .notReleased(key, isRefused: failure.isRefused, detail: failure.detail)
      } catch {
        return .notReleased(key, isRefused: false, detail: "\(error)")
      }
    }
  }

  /// What is under way is interrupted; its own answer then says what became of the job.
  private func cancel(_ key: JobKey) {
    if let act = acts[key] { return act.cancel() }
    guard let (printer, ticket) = device(of: key) else { return }
    let jobID = run.jobID(of: key)
    act(on: key) {
      do {
        try await printer.cancel(jobID, ticket)
        return .cancelled(key)
      } catch {
        return .notCancelled(key)
      }
    }
  }

  private func device(of key: JobKey) -> (any Printer, JobTicket)? {
    guard let name = run.job(key)?.printer, let printer = printers[name], let ticket = tickets[key]
    else { return nil }
    return (printer, ticket)
  }

  private func act(on key: JobKey, _ body: @escaping @Sendable () async -> Run.Event) {
    acts[key] = Task {
      let event = await body()
      acts[key] = nil
      send.yield(event)
    }
  }

  // MARK: Looking

  /// Asks about everything that has not been asked about for a while.
  private func look() {
    let now = now
    if run.isReadyToRevise, !isRenewing { revise() }
    for watch in run.watched where now - (jobsSeen[watch.job] ?? -.infinity) >= Rhythm.jobs {
      look(at: watch)
    }
    for name in run.watchedPrinters
    where now - (printersSeen[name] ?? 0) >= Rhythm.printers {
      look(at: name)
    }
    if now - viewed >= Rhythm.views {
      viewed = now
      report(.view(run.view))
    }
    guard now - requestsSeen >= Rhythm.requests else { return }
    requestsSeen = now
    for request in requests() { take(request) }
  }

  private func look(at watch: Run.Watch) {
    guard let printer = printers[watch.printer], let ticket = tickets[watch.job] else { return }
    jobsSeen[watch.job] = .infinity
    Task {
      let event: Run.Event
      do {
        if let jobID = watch.jobID {
          event = .looked(watch.job, try await printer.look(jobID, ticket))
        } else {
          let found = try await printer.find(ticket)
          event = .found(watch.job, jobID: found?.jobID ?? 0, found?.1)
        }
      } catch {
        event = .unseen(watch.job)
      }
      if jobsSeen[watch.job] != nil { jobsSeen[watch.job] = now }
      send.yield(event)
    }
  }

  private func look(at name: String) {
    guard let printer = printers[name] else { return }
    printersSeen[name] = .infinity
    Task {
      let status = (try? await printer.status()) ?? .silent(name)
      printersSeen[name] = now
      send.yield(.seen(name, status.health, status.counting))
    }
  }

  /// Has the new revision written and set up, and goes on by it.
  private func revise() {
    isRenewing = true
    Task {
      do {
        let renewal = try await renew()
        press = renewal.press
        log.revision = renewal.revision
        send.yield(.revised(renewal.start))
      } catch {
        let trouble = Trouble.from(error)
        report(.finding(Finding(trouble, .warn, at: trouble.place)))
        // The journal may hold a revision already that could not be set up: nothing is begun by the old one.
        if log.isOvertaken { send.yield(.stop(printer: nil, now: false)) }
        send.yield(.revised(nil))
      }
      isRenewing = false
    }
  }

  private func take(_ request: RunRequest) {
    switch request {
    // At once: nothing may be let go any more.
    case .revise: carryOut(run.take(.revising, at: now))
    case .stop(let printer, let isNow): send.yield(.stop(printer: printer, now: isNow))
    case .taken(let printer): send.yield(.taken(printer: printer))
    case .sendTo(let printer, let packs): send.yield(.sendTo(printer: printer, packs: packs))
    case .answer(let number, let value):
      guard let (key, answer) = log.answer(number, value) else {
        return report(.unanswered(number))
      }
      send.yield(.answered(key, answer))
    }
  }
}

extension JobEvent {
  /// Whether a question may arise or be settled by it.
  fileprivate var settles: Bool {
    switch self {
    case .ended, .answered: true
    default: false
    }
  }
}
