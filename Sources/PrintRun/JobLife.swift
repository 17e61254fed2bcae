/// What a queue or printer says of a job at one moment.
public struct JobSnapshot: Hashable, Sendable {
  /// IPP `job-state`: 3 pending, 4 held, 5 processing, 6 stopped, 7 canceled, 8 aborted, 9 completed.
  public var state: Int
  /// IPP `job-impressions-completed`.
  public var impressions: Int?
  /// IPP `printer-state-reasons` as the server gives them.
  public var reasons: [String]
  /// IPP `time-at-processing`; changes when the server starts the job again.
  public var processingSince: Int?
  /// IPP `number-of-documents`: none are left of an unended job that a server's restart cut short.
  public var documents: Int?
  /// What the printer's own history says of the job; nil where it cannot be asked.
  public var record: PrinterRecord?

  /// Makes a snapshot.
  public init(
    state: Int, impressions: Int?, reasons: [String] = [], processingSince: Int? = nil,
    documents: Int? = nil, record: PrinterRecord? = nil
  ) {
    self.state = state
    self.impressions = impressions
    self.reasons = reasons
    self.processingSince = processingSince
    self.documents = documents
    self.record = record
  }

  /// Whether the job has ever been worked on.
  var isBegun: Bool { (processingSince ?? 0) > 0 || [5, 6].contains(state) }
}

/// A job in the history of the printer itself, behind any queue.
public struct PrinterRecord: Hashable, Sendable {
  /// How many jobs of the name it knows: two mean that a server sent one twice.
  public var jobs: Int
  /// IPP `job-state` of the newest.
  public var state: Int
  /// IPP `job-impressions-completed` of the newest.
  public var impressions: Int?

  /// Makes a record.
  public init(jobs: Int = 1, state: Int, impressions: Int?) {
    self.jobs = jobs
    self.state = state
    self.impressions = impressions
  }
}

/// Whether a printer's own count of a job can be had.
public enum Counting: Hashable, Sendable {
  /// Never: whatever is counted, a filter or nobody counts it.
  case never
  /// It may be: no job has shown it yet.
  case unknown
  /// An ended job of the printer has carried one.
  case shown
}

/// What becomes of one released job: snapshots in, events out, at the end a verdict.
///
/// “Completed” of a queue is not “printed”: CUPS says it of jobs that the printer aborted, and of
/// jobs lost when a printer was switched off. Only the printer's own count, with nothing odd seen on
/// the way, proves a job.
public struct JobLife: Hashable, Sendable {
  private let pages: Int
  private let counting: Counting
  private var state = 0
  private var impressions = 0
  /// IPP `printer-state-reasons` that it waits for.
  private(set) var blockedBy: [String] = []
  private var processingSince: Int?
  private var record: PrinterRecord?
  private var oddities: [String] = []
  private var isOrphaned = false
  private var isForgotten = false
  private var isWithdrawn = false
  /// Since when it may have begun without being watched, and when it was seen last.
  private var unwatchedSince: Double?
  private var seenAt = 0.0
  /// Polls in a row that brought no answer, and the seconds without one.
  private var silences = 0
  private var absence = 0.0
  private var sawProcessing = false

  /// Seconds for which every printer remembers the jobs that it has ended.
  private static let memory = 60.0

  /// Starts with a job of so many pages.
  public init(pages: Int, counting: Counting) {
    self.pages = pages
    self.counting = counting
  }

  /// Whether the job has ended.
  public var hasEnded: Bool { state >= 7 || isOrphaned || isForgotten }

  /// Whether the printer still has what its queue calls ended.
  public var isInPrinter: Bool { record.map { $0.state < 7 } ?? false }

  /// Why the printer waits, while it does.
  public var isBlocked: Bool { !blockedBy.isEmpty }

  /// Pages that are out, as far as they are counted.
  public var counted: Int { impressions }

  /// Takes a snapshot in and returns what is new in it; times are seconds of any clock.
  public mutating func observe(_ snapshot: JobSnapshot, at time: Double = 0) -> [JobEvent] {
    seenAt = time
    let known = oddities.count
    var events: [JobEvent] = []
    if silences > 0 { regain(snapshot) }
    if snapshot.state == 5, state != 5 || snapshot.processingSince != processingSince {
      // A beginning that nobody watched must not be taken for one that was, after the program has ended.
      events.append(.processing(since: unwatchedSince == nil ? snapshot.processingSince : nil))
    }
    if snapshot.state == 3, state >= 5 || (snapshot.impressions ?? 0) > 0 { note("started again") }
    if let since = snapshot.processingSince, since > 0 {
      if let known = processingSince, known != since { note("started again") }
      processingSince = since
    }
    state = snapshot.state
    if [5, 6].contains(state) { sawProcessing = true }
    isOrphaned = [3, 4].contains(state) && snapshot.documents == 0
    observe(snapshot.record)
    if let count = snapshot.impressions, count > impressions {
      impressions = count
      // CUPS counts one as soon as the printer has taken the job.
      if count > 1 || pages == 1 || record != nil { events.append(.progress(impressions: count)) }
    }
    events += observe(reasons: snapshot.reasons + (state == 4 ? ["job-held"] : []))
    // Doubt is written down first: the program may end after any line.
    return oddities.dropFirst(known).map(JobEvent.odd) + events
  }

  /// The server or printer did not answer: what it did meanwhile must be seen from what it says next.
  ///
  /// - Parameter seconds: For how long nothing has been heard of it.
  public mutating func lostSight(for seconds: Double = 0) {
    silences += 1
    absence = seconds
  }

  /// Nothing has answered for a while: what is new to say of it.
  public mutating func silent() -> [JobEvent] { observe(reasons: ["unreachable"]) }

  /// The server knows the job no more.
  public mutating func forgotten() { isForgotten = true }

  /// The user had the job cancelled: printers finish what they have taken in.
  public mutating func withdrawn() { isWithdrawn = true }

  /// The job was out of sight from a moment on when this was known of it.
  ///
  /// - Parameters:
  ///   - job: What was known.
  ///   - seconds: How long ago that was.
  public mutating func resumed(from job: Job, after seconds: Double = 0) {
    processingSince = job.processingSince
    impressions = job.impressions ?? 0
    silences = 2
    absence = job.isUnwatched ? .infinity : seconds
    oddities = job.oddities
  }

  /// The verdict of an ended job, with what it rests on.
  public var verdict: (Verdict, detail: String) {
    if isForgotten { return (.person, "the queue forgot the job") }
    // The printer's own word goes before the queue's: CUPS reports aborted jobs as completed.
    switch endedRecord?.state ?? state {
    case 9: return completed
    case let state where state >= 7: return cancelled(state)
    default: return (.person, isOrphaned ? "the server lost the document" : "not ended")
    }
  }

  private var endedRecord: PrinterRecord? { record.flatMap { $0.state >= 7 ? $0 : nil } }

  /// What is seen now continues what was seen before, or is odd.
  ///
  /// Of a job that may have begun meanwhile only the printer's own history can tell that it began once: a
  /// server that is killed forgets that it had begun it, but takes longer than one poll to come back.
  private mutating func regain(_ snapshot: JobSnapshot) {
    defer { silences = 0 }
    guard let known = processingSince else {
      let mayHaveBegun = snapshot.isBegun || snapshot.state >= 7
      if silences > 1 || mayHaveBegun { unwatchedSince = unwatchedSince ?? seenAt - absence }
      return
    }
    let isSame = snapshot.processingSince == known && (snapshot.impressions ?? 0) >= impressions
    if !isSame { note("lost sight") }
  }

  private mutating func observe(_ found: PrinterRecord?) {
    guard let found else {
      // A record of a job that was not done says nothing of its end.
      if isInPrinter { record = nil }
      return
    }
    record = found
    if found.jobs > 1 { note("\(found.jobs) jobs at the printer") }
  }

  /// A job of which it is certain that nothing came out has failed; any other needs a look.
  private func cancelled(_ state: Int) -> (Verdict, detail: String) {
    guard oddities.isEmpty else { return (.person, oddities.joined(separator: ", ")) }
    let how = isWithdrawn ? "stopped" : state == 7 ? "canceled" : "aborted"
    if isCountedZero(state) { return (.failed, "\(how), nothing counted") }
    if hasBegun { return (.person, "\(how) while printing") }
    // What happened out of sight: somebody may have cancelled it after sheets came out.
    return unwatchedSince != nil ? (.person, "cancelled out of sight") : (.failed, how)
  }

  /// The printer, which counts, ended the job itself or waited for paper when it was cancelled, and has
  /// counted nothing.
  private func isCountedZero(_ state: Int) -> Bool {
    guard counting == .shown, let record = endedRecord, impressions <= 1 else { return false }
    return record.impressions == 0 && (state == 8 || isBlocked)
  }

  private var hasBegun: Bool {
    sawProcessing || impressions > 0 || (processingSince ?? 0) > 0
  }

  private var completed: (Verdict, detail: String) {
    guard oddities.isEmpty else { return (.person, oddities.joined(separator: ", ")) }
    if let since = unwatchedSince {
      guard record?.jobs == 1, seenAt - since <= Self.memory else {
        return (.person, "not watched from its beginning")
      }
    }
    guard counting != .never else { return (.delivered, "no count") }
    let own = endedRecord?.impressions.flatMap { $0 > 0 ? $0 : nil }
    let count = own ?? impressions
    if count == pages {
      // A queue says 1 of any job of one page.
      return pages > 1 || own != nil ? (.proved, "\(pages) pages") : (.delivered, "no count")
    }
    guard counting == .shown || own != nil || count > 1 else { return (.delivered, "no count") }
    return (.person, "\(count) of \(pages) pages")
  }

  private mutating func observe(reasons: [String]) -> [JobEvent] {
    if reasons.contains(where: { $0.hasPrefix("cups-ipp-missing-job-history") }) {
      note("the printer forgot the job")
    }
    let blocking = StateReasons.blocking(reasons)
    guard blocking != blockedBy, !hasEnded else { return [] }
    blockedBy = blocking
    return [blocking.isEmpty ? .unblocked : .blocked(reasons: blocking)]
  }

  private mutating func note(_ oddity: String) {
    if !oddities.contains(oddity) { oddities.append(oddity) }
  }
}

/// IPP `printer-state-reasons`.
public enum StateReasons {
  private static let stopping: Set<String> = [
    "media-empty", "media-needed", "media-jam", "cover-open", "door-open", "toner-empty",
    "marker-supply-empty", "output-area-full", "input-tray-missing", "paused", "shutdown",
    "interlock-open", "output-tray-missing", "unreachable", "job-held",
  ]

  /// Reasons without `-error`, `-warning`, `-report`: printers and CUPS change the suffix.
  public static func bare(_ reasons: [String]) -> [String] {
    reasons.filter { $0 != "none" }.map { reason in
      for suffix in ["-error", "-warning", "-report"] where reason.hasSuffix(suffix) {
        return String(reason.dropLast(suffix.count))
      }
      return reason
    }
  }

  /// Those that keep a printer from printing, sorted, each once.
  public static func blocking(_ reasons: [String]) -> [String] {
    Set(bare(reasons)).intersection(stopping).sorted()
  }
}
