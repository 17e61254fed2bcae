public import Exam
public import Planning

/// A print run: what happens goes in, what is to be done comes out.
///
/// It has no clock, no files and no printers: whoever drives it carries its commands out, in their order,
/// and tells it what came of them. Times are seconds of any clock that only goes forward. A run that begins
/// with jobs of an earlier one follows them side by side with its own.
public struct Run: Sendable {
  /// Limits of patience, in seconds.
  public enum Patience {
    /// Silence of a printer after which it is said that it does not answer.
    public static let silence = 3.0
    /// Silence of a printer about a job after which a person must look.
    public static let sight = 300.0
    /// What a cancelled job is given to say that it is.
    public static let farewell = 10.0
    /// What a printer is given to end what its queue calls ended.
    public static let lingering = 60.0
    /// What a printer that does not answer is given to find a job of an earlier run.
    public static let search = 10.0
    /// How long packs wait for a printer when none can print and nothing is under way.
    public static let illness = 300.0
    /// How long a printer may be blocked before the packs that wait for it go to others.
    public static let blocked = 120.0
    /// How long a full bin is waited for when nothing else is under way.
    public static let taking = 1800.0
    /// After how long it is said again that a printer waits for somebody.
    public static let reminder = 30.0
  }

  /// What a run begins with.
  public struct Start: Sendable {
    /// The packs it may have to do with.
    public var packs: [PackHistory]
    /// All jobs of these packs so far.
    public var jobs: [Job]
    /// The packs to be printed, in order.
    public var wanted: [PackID]
    /// What is printed of packs whatever they need.
    public var given: [PackID: JobOrder]
    /// Printed copies of packs that go to other packs.
    public var leaving: [PackID: [RevisionSlip.Leaving]]
    /// Pages of jobs that have not ended.
    public var pages: [JobKey: Int]
    /// Seconds since anything was written down of them.
    public var absence: [JobKey: Double]
    /// The printers.
    public var printers: [RunPrinter]
    /// One side or both.
    public var sides: Sides
    /// When the packs are needed, in seconds from the beginning, if that is known.
    public var readyAt: Double?

    /// Collects them.
    public init(
      packs: [PackHistory], jobs: [Job], wanted: [PackID], given: [PackID: JobOrder] = [:],
      leaving: [PackID: [RevisionSlip.Leaving]] = [:], pages: [JobKey: Int] = [:],
      absence: [JobKey: Double] = [:], printers: [RunPrinter],
      sides: Sides, readyAt: Double? = nil
    ) {
      self.packs = packs
      self.jobs = jobs
      self.wanted = wanted
      self.given = given
      self.leaving = leaving
      self.pages = pages
      self.absence = absence
      self.printers = printers
      self.sides = sides
      self.readyAt = readyAt
    }
  }

  var sides: Sides
  var order: [PackID]
  let pages: [JobKey: Int]
  let absence: [JobKey: Double]
  var packs: [PackID: RunPack]
  /// The packs that could be begun now, in order.
  private(set) var waiting: [WaitingPack] = []
  /// By printer, the pack whose pages are being laid out for it.
  var composing: [String: PackID] = [:]
  var printers: [RunPrinter]
  var open: [JobKey: OpenJob] = [:]
  var isStopped = false
  let readyAt: Double?
  /// Whether printers that are kept in reserve take part.
  var isReserveCalled = false
  /// Whether what is to be printed is about to change.
  var isRevising = false
  var unrecorded = 0
  var now = 0.0
  /// Since when nothing could go on.
  var idleSince: Double?
  var out: [Command] = []
  private var question: Int

  /// Whether nothing is begun, staged or released now.
  var isHalted: Bool { isStopped || isRevising }

  /// Whether there is nothing left to do.
  public private(set) var isOver = false

  /// Prepares a run; `begin` starts it.
  public init(_ start: Start) {
    sides = start.sides
    readyAt = start.readyAt
    order = start.wanted
    pages = start.pages
    absence = start.absence
    printers = start.printers
    question = (start.jobs.compactMap(\.asked).max() ?? 0) + 1
    let wanted = Set(start.wanted)
    let jobs = Dictionary(grouping: start.jobs, by: \.pack)
    packs = Dictionary(
      start.packs.map { history in
        let id = history.pack.id
        let state = RunPack(
          history, jobs: jobs[id] ?? [], isWanted: wanted.contains(id), given: start.given[id],
          leaving: start.leaving[id] ?? [], sides: start.sides)
        return (id, state)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The packs that are to be printed, and those that this run brought to an end.
  public var concerned: [PackID] {
    order.filter { id in
      guard let pack = packs[id] else { return false }
      return pack.order != nil || pack.result.verdict != nil || pack.result.trouble != nil
    }
  }

  /// How the packs fared that had anything to do with this run.
  public var results: [PackID: Result] {
    packs.compactMapValues { $0.isTouched ? $0.result : nil }
  }

  /// A job of the run.
  public func job(_ key: JobKey) -> Job? { packs[key.pack]?.jobs.first { $0.key == key } }

  /// What a person is asked of it; nil if nothing.
  public func question(of key: JobKey) -> Question? {
    packs[key.pack].flatMap { pack in
      job(key).flatMap { Question($0, of: pack.history.pack(of: $0)) }
    }
  }

  /// Its id there; 0 where it has none.
  public func jobID(of job: JobKey) -> Int { open[job]?.jobID ?? 0 }

  /// The packs whose jobs have not ended: their printers do not answer.
  public var unended: [PackID] { open.keys.map(\.pack) }

  /// The jobs that have to be asked about.
  public var watched: [Watch] {
    open.values.compactMap { job in
      switch job.phase {
      case .printing: Watch(job: job.key, printer: job.printer, jobID: job.jobID)
      case .finding: Watch(job: job.key, printer: job.printer, jobID: nil)
      default: nil
      }
    }.sorted { $0.job < $1.job }
  }

  /// What a person is asked of its packs, by number.
  var questions: [Question] { packs.values.flatMap(\.questions).sorted { $0.number < $1.number } }

  /// The printers that have something to do, or may get something: worth looking at.
  public var watchedPrinters: [String] {
    let isAwaited = !isHalted && !waiting.isEmpty
    let busy = Set(open.values.map(\.printer))
    return printers.filter { busy.contains($0.name) || isAwaited && $0.isInRun }.map(\.name)
  }

  /// Starts: looks for what earlier runs left open, and begins what can be begun.
  public mutating func begin(at time: Double) -> [Command] {
    now = time
    for pack in packs.values.sorted(by: { $0.pack.id < $1.pack.id }) {
      for job in pack.jobs where job.verdict == nil { adopt(job) }
    }
    listWaiting()
    return settled()
  }

  /// Takes in what happened and says what is to be done.
  public mutating func take(_ event: Event, at time: Double) -> [Command] {
    now = max(now, time)
    switch event {
    case .seen(let name, let health, let counting): saw(name, health, counting)
    case .composed(let pack, let attempt, let pages): composed(pack, attempt, pages)
    case .notComposed(let pack, let attempt, let trouble): notComposed(pack, attempt, trouble)
    case .staged(let key, let jobID): staged(key, jobID)
    case .notStaged(let key, let trouble): notStaged(key, trouble)
    case .released(let key, let jobID): released(key, jobID)
    case .notReleased(let key, let isRefused, let detail): notReleased(key, isRefused, detail)
    case .cancelled(let key): cancelled(key)
    case .notCancelled(let key): notCancelled(key)
    case .looked(let key, let snapshot):
      let before = open[key]?.weight
      looked(key, snapshot)
      // Most looks bring nothing that anything could be begun by.
      if let before, open[key]?.weight == before { return handed() }
    case .found(let key, let jobID, let snapshot): found(key, jobID, snapshot)
    case .unseen(let key): unseen(key)
    case .unrecorded(let key, let event, let trouble): notRecorded(key, event, trouble)
    case .answered(let key, let answer): answered(key, answer)
    case .stop(let printer, let isNow): stop(printer, isNow)
    case .sendTo(let printer, let packs): send(packs, to: printer)
    case .taken(let printer): taken(printer)
    case .revising: revising()
    case .revised(let start): revised(start)
    case .tick: tick()
    }
    return settled()
  }

  /// Begins what can be begun now, and hands the commands out.
  private mutating func settled() -> [Command] {
    noteBlocked()
    dispatch()
    isOver = hasEnded()
    return handed()
  }

  private mutating func handed() -> [Command] {
    defer { out = [] }
    return out
  }

  /// Writes an event of a job down, here and in the journal.
  mutating func record(_ key: JobKey, _ event: JobEvent) {
    out.append(.record(key, event))
    tell(key, event)
  }

  /// Takes in an event that is written down elsewhere: intents by their acts.
  mutating func tell(_ key: JobKey, _ event: JobEvent) {
    packs[key.pack]?.tell(key, event, numbering: &question)
  }

  /// Lists again what waits, after a pack was begun, ended or answered.
  mutating func listWaiting() { waiting = order.compactMap { packs[$0]?.waiting } }

  private func hasEnded() -> Bool {
    guard !isRevising, composing.isEmpty, open.values.allSatisfy({ $0.isGivenUp(now) }) else {
      return false
    }
    guard !isStopped, waiting.contains(where: { packs[$0.load.pack].map(canEverGo) == true }) else {
      return true
    }
    return idleSince.map { now - $0 >= Patience.illness } ?? false
  }
}

/// A pack that could be begun now.
struct WaitingPack: Sendable {
  let load: Scheduler.Load
  /// Whether only some printers may get it.
  let isApart: Bool
}

/// A pack of a run.
struct RunPack: Sendable {
  private(set) var history: PackHistory
  private var leaving: [RevisionSlip.Leaving]
  private var sides: Sides
  private(set) var jobs: [Job]
  private(set) var isWanted: Bool
  /// Whether something is printed whatever it needs, and nothing else.
  let isGiven: Bool
  /// Its sheets, the slip among them.
  let givenSheets: Int
  /// That, until it is let go.
  private var given: JobOrder?
  /// What is to be printed of it; nil if nothing, or while that is not known.
  private(set) var order: JobOrder?
  /// The same for the schedule.
  private(set) var load: Scheduler.Load?
  /// Where it stood when its last job ended, and the sheets that were out and good by then.
  private(set) var state = PackState.waiting
  private(set) var sheetsGood = 0
  /// What a person is asked of it.
  private(set) var questions: [Question] = []
  /// Whether its pages are being laid out.
  var isComposing = false
  /// Its job that has not ended.
  var openJob: JobKey?
  /// The printer that a person chose.
  var bound: String?
  /// The printers that failed to take it.
  var failedOn: Set<String> = []
  /// This run has done with it what it can.
  var isSettled = false
  var isTouched = false
  var result = Run.Result()

  init(
    _ history: PackHistory, jobs: [Job], isWanted: Bool, given: JobOrder?,
    leaving: [RevisionSlip.Leaving], sides: Sides
  ) {
    self.history = history
    self.leaving = leaving
    self.sides = sides
    self.jobs = jobs
    self.isWanted = isWanted
    self.given = given
    isGiven = given != nil
    givenSheets = given?.sheets(of: history.pack, sides) ?? 0
    weigh()
  }

  var pack: Pack { history.pack }

  /// What it is to the schedule, if it could be begun now.
  var waiting: WaitingPack? {
    guard isWanted, !isSettled, !isComposing, openJob == nil, let load else { return nil }
    return WaitingPack(load: load, isApart: bound != nil || !failedOn.isEmpty)
  }

  /// Takes the next job in; what was given from outside is given once.
  mutating func add(_ job: Job) {
    jobs.append(job)
    openJob = job.key
    isTouched = true
  }

  mutating func tell(_ key: JobKey, _ event: JobEvent, numbering question: inout Int) {
    guard let index = jobs.firstIndex(where: { $0.attempt == key.attempt }) else { return }
    jobs[index].take(event, numbering: &question)
    if event == .releasing { given = nil }
    if case .ended = event { weigh() }
    if case .answered = event { weigh() }
  }

  /// Goes on under another revision; what was given and is let go is not given again.
  mutating func revise(
    _ history: PackHistory, isWanted: Bool, given: JobOrder?, leaving: [RevisionSlip.Leaving],
    sides: Sides
  ) {
    self.history = history
    self.isWanted = isWanted
    self.leaving = leaving
    self.sides = sides
    if self.given != nil { self.given = given }
    isSettled = false
    weigh()
  }

  /// Nothing more is printed of it: the plan has it no more.
  mutating func drop() {
    isWanted = false
    weigh()
  }

  private mutating func weigh() {
    let standing = PackStanding(history, jobs: jobs)
    (state, questions) = (standing.state, standing.questions)
    sheetsGood = standing.sheetsGood(sides)
    guard isWanted else {
      order = nil
      return load = nil
    }
    defer {
      load = order.map {
        Scheduler.Load(
          pack: pack.id, impressions: $0.impressions(of: pack, sides), media: pack.media)
      }
    }
    order = isGiven ? given : JobOrder(standing, leaving: leaving)
  }
}
