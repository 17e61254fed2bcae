import Exam
import Planning
import PrintRun
import Testing

/// What a journal keeps of a morning: it outlives every run.
struct SimulatedJournal {
  struct Record {
    var job: Job
    var pages: Int
    var last = 0.0
  }

  private(set) var records: [JobKey: Record] = [:]
  private var question = 1

  var jobs: [Job] { records.values.map(\.job).sorted { $0.key < $1.key } }
  var pages: [JobKey: Int] { records.mapValues(\.pages) }

  mutating func take(_ pack: PackID, _ order: JobOrder, on printer: String) -> Int {
    let attempt = (records.keys.filter { $0.pack == pack }.map(\.attempt).max() ?? 0) + 1
    let job = Job(pack: pack, attempt: attempt, printer: printer, request: order.request)
    records[job.key] = Record(job: job, pages: 0)
    return attempt
  }

  mutating func record(_ key: JobKey, _ event: JobEvent, pages: Int? = nil, at time: Double = 0) {
    if time > 0 { records[key]?.last = time }
    records[key]?.job.take(event, numbering: &question)
    if let pages { records[key]?.pages = pages }
  }
}

/// A morning: people print until nothing is needed, whatever printers, servers and power do.
struct FleetMorning {
  let seed: Int
  let packs: [Pack]
  var fleet: Fleet
  var dice: Seeded
  var journal = SimulatedJournal()
  /// Copies that a person asked for again.
  var excused: Set<String> = []

  private var run: Run?
  /// Answers of printers that are under way: when they come, and what they say.
  private var coming: [(at: Double, event: Run.Event)] = []
  private var notes: [Run.Note] = []
  private var runBegan = 0.0

  init(seed: Int) {
    self.seed = seed
    dice = Seeded(state: UInt64(seed) &* 7919)
    fleet = Fleet(dice: Seeded(state: UInt64(seed)))
    let count = Int.random(in: 1...8, using: &dice)
    var packs: [Pack] = []
    for number in 1...count { packs.append(Self.pack(number, Int.random(in: 1...6, using: &dice))) }
    self.packs = packs
  }

  private static func pack(_ number: Int, _ copies: Int) -> Pack {
    Pack(
      id: PackID(number: number), room: RoomName(rawValue: "\(200 + number)"), part: 1,
      participants: copies, sheets: 2 + copies * 2,
      papers: [
        PackPaper(id: .paper(1), paper: "packing-sheet", pages: 1),
        PackPaper(id: .paper(2), paper: "end-sheet", pages: 1),
      ],
      copies: (1...copies).map {
        PackCopy(
          id: .copy($0), serial: "\(200 + number)-0\($0)", participant: "5\(number)00\($0)",
          of: Samples.booklet)
      },
      order: [.paper(1)] + (1...copies).map { .copy($0) } + [.paper(2)])
  }

  private mutating func happens(_ percent: Double) -> Bool {
    Double.random(in: 0..<100, using: &dice) < percent
  }

  var standings: [PackStanding] {
    let jobs = journal.jobs
    return packs.map { PackStanding(PackHistory($0), jobs: jobs) }
  }

  var isDone: Bool {
    standings.allSatisfy { standing in
      standing.need == .nothing && standing.questions.isEmpty
        && standing.jobs.allSatisfy { $0.verdict != nil }
    }
  }

  /// One `print` after the other, until nothing is needed and nothing is asked.
  mutating func play() throws {
    for round in 1...60 {
      fleet.isCalm = round > 12
      try printOnce()
      rest(70)
      try answerAll()
      if isDone { return }
    }
    Issue.record("the morning does not end, seed \(seed): \(standings.map(\.state))")
  }

  /// Time in which people do nothing, and printers finish what they have.
  private mutating func rest(_ seconds: Int) {
    for _ in 0..<seconds { fleet.tick() }
  }

  private mutating func printOnce() throws {
    begin()
    let killing = happens(40) ? Double.random(in: 1...200, using: &dice) : .infinity
    let stopping = happens(25) ? Double.random(in: 1...200, using: &dice) : 1500
    var isStopped = false
    var isMoved = false
    while var run, !run.isOver {
      fleet.tick()
      let age = fleet.time - runBegan
      if age > killing { return crash() }
      if age > 4000 {
        Issue.record("a run does not end, seed \(seed)")
        return crash()
      }
      var events: [Run.Event] = [.tick]
      if age > stopping, !isStopped {
        isStopped = true
        events.append(.stop(printer: nil, now: stopping >= 1500 || happens(50)))
      }
      if age > stopping + 800, Int(age) % 100 == 0 {
        events.append(.stop(printer: nil, now: true))
      }
      if !isMoved, happens(0.5), let pack = packs.randomElement(using: &dice),
        let device = fleet.devices.randomElement(using: &dice)
      {
        isMoved = true
        events.append(.sendTo(printer: device.name, packs: [pack.id]))
      }
      if happens(2), let answer = answer() { events.append(answer) }
      if happens(10) { events.append(.taken(printer: nil)) }
      events += coming.filter { $0.at <= fleet.time }.map(\.event)
      coming.removeAll { $0.at <= fleet.time }
      events += polls(run)
      for event in events {
        let commands = run.take(event, at: fleet.time)
        self.run = run
        carryOut(commands)
        guard self.run != nil else { return }
      }
    }
    crash()
  }

  private mutating func begin() {
    let standings = standings
    let wanted = standings.filter { $0.need != .nothing || $0.jobs.contains { $0.verdict == nil } }
    var run = Run(
      Run.Start(
        packs: packs.map { PackHistory($0) }, jobs: journal.jobs, wanted: wanted.map(\.pack.id),
        pages: journal.pages,
        absence: journal.records.mapValues { fleet.time - $0.last },
        printers: fleet.devices.map { device in
          let (health, counting) = fleet.health(device.name)
          return RunPrinter(
            name: device.name, ppm: 60,
            bin: (seed + (Int(device.name.dropFirst(3)) ?? 0)) % 4 == 1 ? 6 : nil,
            stagesAhead: device.kind == .counting || device.kind == .countless,
            counting: counting, health: health, order: order(of: device),
            isReserve: device.name != "lab1" && (seed + device.name.count) % 5 == 0)
        }, sides: .one, readyAt: seed % 3 == 0 ? 600 : nil))
    runBegan = fleet.time
    let commands = run.begin(at: fleet.time)
    self.run = run
    carryOut(commands)
  }

  /// Some printers stack their sheets face up.
  private func order(of device: Fleet.Device) -> SheetOrder {
    let number = Int(device.name.dropFirst(3)) ?? 0
    return (seed + number) % 3 == 0 ? .lastOnTop : .firstOnTop
  }

  /// The process ends: what was on its way comes to nobody.
  private mutating func crash() {
    run = nil
    coming = []
  }

  private mutating func polls(_ run: Run) -> [Run.Event] {
    var events: [Run.Event] = []
    for watch in run.watched {
      switch fleet.look(watch.job, at: watch.printer) {
      case .silence: events.append(.unseen(watch.job))
      case .unknown:
        events.append(
          watch.jobID == nil ? .found(watch.job, jobID: 0, nil) : .looked(watch.job, nil))
      case .seen(let id, let snapshot):
        events.append(
          watch.jobID == nil
            ? .found(watch.job, jobID: id, snapshot) : .looked(watch.job, snapshot))
      }
    }
    if Int(fleet.time) % 3 == 0 {
      for printer in run.watchedPrinters {
        let (health, counting) = fleet.health(printer)
        events.append(.seen(printer, health, counting))
      }
    }
    return events
  }

  /// Carries commands out; the process may be killed between any two of them.
  private mutating func carryOut(_ commands: [Run.Command]) {
    for command in commands {
      if happens(0.2) {
        run = nil
        return crash()
      }
      if let (key, intent) = command.intent { journal.record(key, intent, at: fleet.time) }
      switch command {
      case .record(let key, let event): journal.record(key, event, at: fleet.time)
      case .compose(let pack, let order, let printer, _): compose(pack, order, printer)
      case .stage(let key): stage(key)
      case .release(let key): release(key)
      case .cancel(let key):
        let isGone = fleet.cancel(key, at: printer(of: key))
        reply(isGone ? .cancelled(key) : .notCancelled(key))
      case .say(let note): notes.append(note)
      }
    }
  }

  private mutating func reply(_ event: Run.Event) {
    coming.append((fleet.time + Double(Int.random(in: 0...3, using: &dice)), event))
  }

  private func printer(of key: JobKey) -> String { journal.records[key]?.job.printer ?? "" }

  private mutating func compose(_ id: PackID, _ order: JobOrder, _ printer: String) {
    guard let pack = packs.first(where: { $0.id == id }) else { return }
    let attempt = journal.take(id, order, on: printer)
    let key = JobKey(pack: id, attempt: attempt)
    if happens(0.5) {
      journal.record(key, .ended(.failed, detail: "not composed"))
      return reply(.notComposed(id, attempt: attempt, Trouble("test", Wording(same: "test"))))
    }
    let pages = Self.pages(of: order.request, slip: order.slip != nil, pack).count
    journal.record(key, .composed, pages: pages)
    reply(.composed(id, attempt: attempt, pages: pages))
  }

  private mutating func stage(_ key: JobKey) {
    let pages = journal.records[key]?.pages ?? 0
    if let id = fleet.stage(key, pages, at: printer(of: key)) {
      reply(.staged(key, jobID: id))
    } else {
      reply(.notStaged(key, Trouble("test", Wording(same: "test"))))
    }
  }

  private mutating func release(_ key: JobKey) {
    promise(key)
    switch fleet.release(key, journal.records[key]?.pages ?? 0, at: printer(of: key)) {
    case .done: reply(.released(key, jobID: 1))
    case .refused: reply(.notReleased(key, isRefused: true, detail: "refused"))
    case .lost: reply(.notReleased(key, isRefused: false, detail: "lost"))
    }
  }

  /// Before a job is let go, no sheet of it may lie in a tray unless a person threw it away.
  private func promise(_ key: JobKey) {
    guard let job = journal.records[key]?.job else { return }
    for earlier in journal.jobs where earlier.pack == key.pack && earlier.attempt < key.attempt {
      let whole = Set(wholeItems(of: earlier))
      let kept = kept(of: earlier)
      let again = Set(parts(of: job).map(\.item)).subtracting([.paper(2)])
      #expect(
        whole.intersection(kept).intersection(again).isEmpty,
        "\(key) prints again what lies in a tray of attempt \(earlier.attempt), seed \(seed)")
    }
  }

  /// What a person left in the tray: all of it, where nobody looked.
  private func kept(of job: Job) -> Set<ItemID> {
    let parts = parts(of: job).map(\.item)
    switch job.answer {
    case .nothing: return []
    case .upTo(let last):
      return Set(parts.prefix((parts.firstIndex(of: last) ?? -1) + 1))
    case .whole, .noEndSheet, nil: return Set(parts)
    }
  }

  // MARK: The person

  /// Answers one question, if its printer is quiet.
  private mutating func answer() -> Run.Event? {
    for standing in standings {
      for question in standing.questions where isQuiet(question.job) {
        return .answered(question.job.key, truth(of: question))
      }
    }
    return nil
  }

  private mutating func answerAll() throws {
    for _ in 0..<100 {
      guard case .answered(let key, let said)? = answer() else { return }
      journal.record(key, .answered(said))
    }
    Issue.record("questions without end, seed \(seed)")
  }

  private func isQuiet(_ job: Job) -> Bool {
    guard let index = fleet.index(job.printer) else { return true }
    let device = fleet.devices[index]
    // A job that its server still holds ready may come out later.
    let isPending = device.server[job.key].map { [3, 5].contains($0.state) && $0.documents > 0 }
    return device.busy == nil && isPending != true
  }

  /// What really lies there.
  private func truth(of question: Question) -> TrayAnswer {
    let job = question.job
    let whole = wholeItems(of: job)
    let parts = parts(of: job).map(\.item)
    if whole.count == parts.count { return .whole }
    if question.kind != .tray { return .noEndSheet }
    return whole.last.map(TrayAnswer.upTo) ?? .nothing
  }

  // MARK: What is in the trays

  private func parts(of job: Job) -> [JobPart] {
    guard let pack = packs.first(where: { $0.id == job.pack }) else { return [] }
    return job.parts(of: pack)
  }

  /// The item of each page of a job; nil for its slip.
  private static func pages(of request: JobRequest, slip: Bool, _ pack: Pack) -> [ItemID?] {
    let parts = request.items ?? pack.order.map { JobPart(item: $0) }
    let pages: [ItemID?] =
      (slip ? [nil] : [])
      + parts.flatMap { part in
        Array(repeating: part.item, count: part.pages?.count ?? pack.pages(of: part.item) ?? 0)
      }
    return request.isTurned ? pages.reversed() : pages
  }

  /// The items of which all pages came out, in order.
  private func wholeItems(of job: Job) -> [ItemID] {
    guard let pack = packs.first(where: { $0.id == job.pack }) else { return [] }
    let pages = Self.pages(of: job.request, slip: job.request.hasSlip, pack)
    let out = runs(of: job).max() ?? 0
    let left = Set(pages.dropFirst(out).compactMap(\.self))
    return parts(of: job).map(\.item).prefix { !left.contains($0) }.map(\.self)
  }

  /// Pages that came out, for each time that the job was in a printer.
  private func runs(of job: Job) -> [Int] {
    fleet.devices.flatMap { $0.jobs.filter { $0.key == job.key }.map(\.out) }
  }

  /// What must be true when everything is settled.
  func check() {
    for job in journal.jobs {
      let runs = runs(of: job)
      let pages = journal.records[job.key]?.pages ?? 0
      switch job.verdict {
      case .failed:
        #expect(
          runs.allSatisfy { $0 == 0 },
          "\(job.key) failed, \(runs) of \(pages) came out, seed \(seed)")
      case .proved:
        #expect(
          runs.filter { $0 > 0 } == [pages],
          "\(job.key) is not proved: \(runs) of \(pages), seed \(seed)")
      case .delivered:
        #expect(runs.count <= 1, "\(job.key) came out twice, and nobody was told, seed \(seed)")
      case .person: break
      case nil: Issue.record("\(job.key) is open, seed \(seed)")
      }
    }
    for standing in standings {
      for item in standing.pack.order where !standing.pack.isEndSheet(item) {
        let isThere = standing.jobs.contains {
          wholeItems(of: $0).contains(item) && kept(of: $0).contains(item)
        }
        #expect(isThere, "\(standing.pack.id) \(item) is forgotten, seed \(seed)")
        #expect(standing.paper[item].allSatisfy { $0?.state == .good })
      }
    }
  }
}
