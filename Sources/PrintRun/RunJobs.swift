import Exam
import Planning

/// A job of a run that has not ended.
struct OpenJob: Sendable {
  /// What is being done with it.
  enum Phase: Hashable {
    /// Its pages are laid out.
    case composed
    /// It is handed over.
    case staging
    /// The printer holds it.
    case staged
    /// It is taken back before its release; if it was begun, a person must look.
    case withdrawing(isBegun: Bool)
    /// It is let go.
    case releasing
    /// It may come out now.
    case printing
    /// It is looked for at its printer.
    case finding
  }

  let key: JobKey
  let printer: String
  let pages: Int
  /// Whether an earlier run began it: its printer is not to blame for how it ends.
  let isInherited: Bool
  var phase: Phase
  var since: Double
  var life: JobLife
  var jobID = 0
  /// How fast it comes out.
  var pace = Pace()
  /// Since when its printer has not answered.
  var silentSince: Double?
  /// Since when its queue calls it ended while the printer still has it.
  var lingersSince: Double?
  /// When the user had it cancelled.
  var withdrawnAt: Double?
  /// Why it is taken back, and whether the run wished so: then its printer is not to blame.
  var withdrawal = ""
  var isWished = false

  /// What of it decides about other jobs.
  struct Weight: Equatable {
    let phase: Phase
    let isBlocked: Bool
  }

  var weight: Weight { Weight(phase: phase, isBlocked: life.isBlocked) }

  /// Whether its printer can print nothing else before it.
  var isFront: Bool { phase == .releasing || phase == .printing || phase == .finding }

  /// Whether its printer is to blame where it did not go well.
  var isPrintersFault: Bool { !isInherited && !isWished && withdrawnAt == nil }

  /// Whether the printer may still print what its queue calls ended.
  func lingers(_ now: Double) -> Bool {
    guard life.isInPrinter, let lingersSince else { return false }
    return now - lingersSince < Run.Patience.lingering
  }

  /// Whether its printer does not answer, so that it stays open.
  func isGivenUp(_ now: Double) -> Bool {
    guard phase == .finding, let silentSince else { return false }
    return now - silentSince >= Run.Patience.search
  }
}

/// The life of a job, from its composition to its end.
extension Run {
  static let stoppedDetail = "stopped before it was released"

  /// Takes up a job that an earlier run left open.
  mutating func adopt(_ job: Job) {
    guard job.stage >= .staging else { return close(job.key, .failed, "never sent") }
    guard let pages = pages[job.key] else {
      return close(job.key, .person, "nobody knows what it was")
    }
    open[job.key] = OpenJob(
      key: job.key, printer: job.printer, pages: pages, isInherited: true, phase: .finding,
      since: now, life: JobLife(pages: pages, counting: counting(of: job.printer)))
    packs[job.pack]?.openJob = job.key
    packs[job.pack]?.isTouched = true
  }

  /// A printer that is no part of the run may count or not.
  private func counting(of printer: String) -> Counting {
    printers.first { $0.name == printer }?.counting ?? .unknown
  }

  mutating func composed(_ id: PackID, _ attempt: Int, _ pages: Int) {
    guard let printer = ceaseComposing(id), let pack = packs[id] else { return }
    let device = printers.first { $0.name == printer }
    guard let order = order(of: pack, on: device) else { return }
    let key = JobKey(pack: id, attempt: attempt)
    packs[id]?.add(
      Job(
        pack: id, revision: pack.history.revision, attempt: attempt, printer: printer,
        destination: device?.destination ?? .paper,
        request: order.request))
    tell(key, .composed)
    open[key] = OpenJob(
      key: key, printer: printer, pages: pages, isInherited: false, phase: .composed, since: now,
      life: JobLife(pages: pages, counting: counting(of: printer)))
    if isHalted || isRerouted(pack, from: printer) || !isInRun(printer) { withdraw(key) }
  }

  mutating func notComposed(_ id: PackID, _ attempt: Int?, _ trouble: Trouble) {
    _ = ceaseComposing(id)
    packs[id]?.isSettled = true
    packs[id]?.result.trouble = trouble
    listWaiting()
    if attempt == nil { countUnrecorded() }
  }

  /// The printer for which the pages of a pack were being laid out.
  private mutating func ceaseComposing(_ id: PackID) -> String? {
    guard let printer = composing.first(where: { $0.value == id })?.key else { return nil }
    composing[printer] = nil
    packs[id]?.isComposing = false
    return printer
  }

  mutating func staged(_ key: JobKey, _ jobID: Int) {
    guard let job = open[key] else { return }
    open[key]?.jobID = jobID
    record(key, .staged(jobID: jobID))
    if case .withdrawing = job.phase { return out.append(.cancel(key)) }
    enter(.staged, key)
    if isHalted || !isInRun(job.printer) { withdraw(key) }
  }

  mutating func notStaged(_ key: JobKey, _ trouble: Trouble) {
    guard let job = open[key] else { return }
    if case .withdrawing = job.phase { return close(key, .failed, job.withdrawal) }
    packs[key.pack]?.result.trouble = trouble
    close(key, .failed, "not staged: \(trouble.message.en)")
  }

  mutating func released(_ key: JobKey, _ jobID: Int) {
    guard open[key]?.phase == .releasing else { return }
    unrecorded = 0
    open[key]?.jobID = jobID
    record(key, .released)
    enter(.printing, key)
    if open[key]?.withdrawnAt != nil { out.append(.cancel(key)) }
  }

  /// What was not refused may have been let go all the same: the printer knows.
  mutating func notReleased(_ key: JobKey, _ isRefused: Bool, _ detail: String) {
    guard open[key]?.phase == .releasing else { return }
    if isRefused { return close(key, .failed, detail) }
    enter(.finding, key)
  }

  mutating func cancelled(_ key: JobKey) {
    guard let job = open[key], case .withdrawing(let isBegun) = job.phase else { return }
    close(key, isBegun ? .person : .failed, job.withdrawal)
  }

  /// A held job that cannot be cancelled could be released by anybody.
  mutating func notCancelled(_ key: JobKey) {
    guard let job = open[key], case .withdrawing = job.phase else { return }
    close(key, .person, "held job \(job.jobID) could not be cancelled")
  }

  mutating func looked(_ key: JobKey, _ snapshot: JobSnapshot?) {
    guard var job = open[key], job.phase == .printing else { return }
    job.silentSince = nil
    var events: [JobEvent] = []
    if var snapshot {
      if isSilent(job.printer) { snapshot.reasons.append("unreachable") }
      events = job.life.observe(snapshot, at: now)
    } else {
      job.life.forgotten()
    }
    measure(&job)
    if job.life.hasEnded, job.life.isInPrinter { job.lingersSince = job.lingersSince ?? now }
    open[key] = job
    for event in events { record(key, event) }
    guard job.life.hasEnded, !job.lingers(now) else { return }
    let (verdict, detail) = job.life.verdict
    close(key, verdict, detail)
  }

  /// Learns the printer's speed from its own count.
  private mutating func measure(_ job: inout OpenJob) {
    guard let index = printers.firstIndex(where: { $0.name == job.printer }),
      printers[index].counting != .never
    else { return }
    job.pace.take(job.life.counted, isBlocked: job.life.isBlocked, at: now)
    printers[index].measured = job.pace.perMinute ?? printers[index].measured
  }

  mutating func unseen(_ key: JobKey) {
    guard var job = open[key], job.phase == .printing || job.phase == .finding else { return }
    let since = job.silentSince ?? now
    job.silentSince = since
    guard job.phase == .printing else { return open[key] = job }
    job.life.lostSight(for: now - since)
    let events = now - since >= Patience.silence ? job.life.silent() : []
    open[key] = job
    for event in events { record(key, event) }
    if now - since >= Patience.sight { close(key, .person, "lost sight") }
  }

  /// What became of a job that was left to itself.
  mutating func found(_ key: JobKey, _ jobID: Int, _ snapshot: JobSnapshot?) {
    guard let job = open[key], job.phase == .finding else { return }
    let known = packs[key.pack]?.jobs.first { $0.key == key }
    let isReleased = known?.isReleased ?? true
    // A file that has the job's name before it was given to it is somebody else's.
    guard let snapshot, isReleased || known?.destination == .paper else {
      return isReleased
        ? close(key, .person, "the queue forgot the job") : close(key, .failed, "never sent")
    }
    open[key]?.jobID = jobID
    open[key]?.silentSince = nil
    // A job that was begun can be held again: by a person, or by the queue's error policy.
    if snapshot.state == 4 {
      enter(.withdrawing(isBegun: snapshot.isBegun), key)
      open[key]?.withdrawal = snapshot.isBegun ? "held after it was begun" : "never released"
      return out.append(.cancel(key))
    }
    if job.isInherited, let known {
      open[key]?.life.resumed(from: known, after: (absence[key] ?? .infinity) + now - job.since)
    }
    enter(.printing, key)
    if known?.stage != .released { record(key, .released) }
    if job.withdrawnAt != nil { out.append(.cancel(key)) }
    looked(key, snapshot)
  }

  mutating func notRecorded(_ key: JobKey, _ event: JobEvent, _ trouble: Trouble) {
    guard open[key] != nil else { return }
    packs[key.pack]?.isSettled = true
    packs[key.pack]?.result.trouble = trouble
    open[key]?.isWished = true
    if event == .staging {
      close(key, .failed, "the intent could not be written")
    } else {
      enter(.staged, key)
      withdraw(key)
    }
    countUnrecorded()
  }

  /// Where intents cannot be written down, nothing more is begun.
  private mutating func countUnrecorded() {
    unrecorded += 1
    guard unrecorded >= 2, !isStopped else { return }
    out.append(.say(.unwritable))
    halt(where: { _ in true }, isNow: false)
    isStopped = true
  }

  mutating func enter(_ phase: OpenJob.Phase, _ key: JobKey) {
    open[key]?.phase = phase
    open[key]?.since = now
  }

  /// Takes a job back that has not been let go.
  mutating func withdraw(_ key: JobKey, because detail: String = stoppedDetail) {
    guard let job = open[key] else { return }
    switch job.phase {
    case .composed:
      record(key, .withdrawn)
      open[key]?.isWished = true
      close(key, .failed, detail)
    case .staging, .staged:
      record(key, .withdrawn)
      open[key]?.withdrawal = detail
      open[key]?.isWished = true
      enter(.withdrawing(isBegun: false), key)
      out.append(.cancel(key))
    case .withdrawing, .releasing, .printing, .finding: break
    }
  }

  /// Ends a job, and weighs what that says of its printer.
  mutating func close(_ key: JobKey, _ verdict: Verdict, _ detail: String) {
    let job = open.removeValue(forKey: key)
    packs[key.pack]?.openJob = nil
    record(key, .ended(verdict, detail: detail))
    guard let job else { return }
    settle(job, verdict)
    fill(job, verdict)
    listWaiting()
    weigh(job, verdict)
  }

  /// What was let go is not let go again by itself; what never was may go to another printer.
  private mutating func settle(_ job: OpenJob, _ verdict: Verdict) {
    let id = job.key.pack
    guard job.phase == .printing || verdict == .person else {
      if job.isPrintersFault { packs[id]?.failedOn.insert(job.printer) }
      return
    }
    // A pack is only as sure as the least sure of its parts.
    let isUnsure =
      verdict == .proved && packs[id]?.isGiven == false && packs[id]?.state == .delivered
    packs[id]?.result = Result(verdict: isUnsure ? .delivered : verdict)
    // What an earlier run lost is not lost by this one.
    let isBad = verdict == .failed || verdict == .person
    if isBad, !job.isInherited { packs[id]?.isSettled = true }
  }

  /// A part of a pack that came out lies in the bin; the next goes there, too, when it has been taken out.
  private mutating func fill(_ job: OpenJob, _ verdict: Verdict) {
    guard verdict == .proved || verdict == .delivered, !job.isInherited,
      self.job(job.key)?.request.portion != nil,
      let index = printers.firstIndex(where: { $0.name == job.printer })
    else { return }
    printers[index].fullSince = now
    printers[index].blockedSaid = now
    packs[job.key.pack]?.bound = job.printer
    out.append(.say(.full(printer: job.printer, pack: job.key.pack)))
  }

  private mutating func weigh(_ job: OpenJob, _ verdict: Verdict) {
    guard let index = printers.firstIndex(where: { $0.name == job.printer }) else { return }
    if verdict == .proved || verdict == .delivered { return printers[index].misses = 0 }
    guard job.isPrintersFault else { return }
    printers[index].misses += 1
    if printers[index].isAside {
      out.append(.say(.aside(printer: job.printer)))
      takeBack(from: job.printer, because: "the printer was put aside")
    }
  }
}
