public import PrintRun

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

  /// Makes a snapshot.
  public init(
    state: Int, impressions: Int?, reasons: [String] = [], processingSince: Int? = nil,
    documents: Int? = nil
  ) {
    self.documents = documents
    self.state = state
    self.impressions = impressions
    self.reasons = reasons
    self.processingSince = processingSince
  }
}

/// What becomes of one released job: snapshots in, events out, at the end a verdict.
///
/// “Completed” of a queue is not “printed”: CUPS says it of jobs that the printer aborted, and of
/// jobs lost when a printer was switched off. Only the printer's own count, with nothing odd seen on
/// the way, proves a job.
public struct JobLife: Sendable {
  private let pages: Int
  private let proves: Bool
  private var state = 0
  private var impressions = 0
  private var blockedBy: [String] = []
  private var processingSince: Int?
  private var oddities: [String] = []
  private var isOrphaned = false
  private var isWithdrawn = false
  private var isResumed = false
  private var sawProcessing = false

  /// Starts with a job of so many pages on a printer that can prove or not.
  public init(pages: Int, proves: Bool) {
    self.pages = pages
    self.proves = proves
  }

  /// Whether the job has ended.
  public var hasEnded: Bool { state >= 7 || isOrphaned }

  /// Takes a snapshot in and returns what is new in it.
  public mutating func observe(_ snapshot: JobSnapshot) -> [JobEvent] {
    var events: [JobEvent] = []
    if snapshot.state == 5, state != 5 { events.append(.processing) }
    if state >= 5, snapshot.state == 3 { note("started again") }
    if let since = snapshot.processingSince, since > 0 {
      if let known = processingSince, known != since { note("started again") }
      processingSince = since
    }
    state = snapshot.state
    if [5, 6].contains(state) { sawProcessing = true }
    isOrphaned = [3, 4].contains(state) && snapshot.documents == 0
    if let count = snapshot.impressions, count > impressions {
      impressions = count
      events.append(.progress(impressions: count))
    }
    return events + observe(reasons: snapshot.reasons + (state == 4 ? ["job-held"] : []))
  }

  /// The server or printer did not answer while the job was under way.
  public mutating func lostSight() { note("lost sight") }

  /// The user had the job cancelled: printers finish what they have taken in.
  public mutating func withdrawn() { isWithdrawn = true }

  /// How many jobs of this name the printer itself knows; nil if it cannot be asked.
  public mutating func observe(jobsAtPrinter count: Int?) {
    if let count, count > 1 { note("\(count) jobs at the printer") }
  }

  /// The job was out of sight before: what happened then only the printer's own history can tell.
  public mutating func resumed(jobsAtPrinter count: Int?) {
    isResumed = true
    if proves, count != 1 { note("not watched to its end") }
  }

  /// The verdict of an ended job, with what it rests on.
  public var verdict: (Verdict, detail: String) {
    switch state {
    case 9: return completed
    case 7, 8:
      guard oddities.isEmpty else { return (.person, oddities.joined(separator: ", ")) }
      if hasBegun {
        let how = isWithdrawn ? "stopped" : state == 7 ? "canceled" : "aborted"
        return (.person, "\(how) while printing")
      }
      // What happened out of sight: somebody may have cancelled it after sheets came out.
      if isResumed { return (.person, "cancelled out of sight") }
      return (.failed, state == 7 ? "canceled" : "aborted")
    default: return (.person, isOrphaned ? "the server lost the document" : "not ended")
    }
  }

  private var hasBegun: Bool {
    sawProcessing || impressions > 0 || (processingSince ?? 0) > 0
  }

  private var completed: (Verdict, detail: String) {
    guard oddities.isEmpty else { return (.person, oddities.joined(separator: ", ")) }
    guard proves else { return (.delivered, "no count") }
    guard impressions == pages else { return (.person, "\(impressions) of \(pages) pages") }
    return (.proved, "\(pages) pages")
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
  static func blocking(_ reasons: [String]) -> [String] {
    Set(bare(reasons)).intersection(stopping).sorted()
  }
}
