import Exam
import Planning
import PrintRun
import Testing

/// A run at hand: what is fed to it, and what it wants done.
struct Hand {
  var run: Run
  var time = 0.0
  var commands: [Run.Command] = []

  static let ids = (1...4).map(PackID.init(number:))

  static func pack(_ id: PackID, media: String? = nil) -> Pack {
    var pack = Samples.pack
    pack.id = id
    pack.media = media
    return pack
  }

  static func printer(
    _ name: String, ppm: Int = 20, ahead: Bool = true, media: Set<String>? = nil
  ) -> RunPrinter {
    RunPrinter(name: name, ppm: ppm, stagesAhead: ahead, media: media, counting: .shown)
  }

  init(
    packs: Int = 4, printers: [RunPrinter] = [Hand.printer("a")], jobs: [Job] = [],
    given: [PackID: JobOrder] = [:], media: String? = nil
  ) {
    let wanted = Array(Self.ids.prefix(packs))
    run = Run(
      Run.Start(
        packs: wanted.map { PackHistory(Self.pack($0, media: media)) }, jobs: jobs,
        wanted: wanted, given: given,
        pages: Dictionary(jobs.map { ($0.key, 8) }, uniquingKeysWith: { $1 }),
        printers: printers, sides: .one))
    commands = run.begin(at: 0)
  }

  @discardableResult
  mutating func feed(_ events: Run.Event...) -> [Run.Command] {
    commands = []
    for event in events {
      time += 1
      commands += run.take(event, at: time)
    }
    return commands
  }

  /// Lays a pack out and hands it over, as far as the run wants it.
  mutating func prepare(_ number: Int, attempt: Int = 1) {
    let id = PackID(number: number)
    feed(.composed(id, attempt: attempt, pages: 8))
    let key = JobKey(pack: id, attempt: attempt)
    guard commands.contains(.stage(key)) else { return }
    let before = commands
    feed(.staged(key, jobID: number))
    commands = before + commands
  }

  /// Brings a pack out of a printer.
  mutating func release(_ number: Int, attempt: Int = 1) {
    feed(.released(key(number, attempt), jobID: number))
    feed(.looked(key(number, attempt), JobSnapshot(state: 5, impressions: 2, processingSince: 9)))
  }

  mutating func end(_ number: Int, _ state: Int = 9, count: Int = 8, attempt: Int = 1) {
    feed(
      .looked(
        key(number, attempt),
        JobSnapshot(state: state, impressions: count, processingSince: 9)))
  }

  func key(_ number: Int, _ attempt: Int = 1) -> JobKey {
    JobKey(pack: PackID(number: number), attempt: attempt)
  }

  var composed: [PackID] {
    commands.compactMap { if case .compose(let id, _, _, _) = $0 { id } else { nil } }
  }

  var places: [String] {
    commands.compactMap { if case .compose(_, _, let printer, _) = $0 { printer } else { nil } }
  }

  var released: [JobKey] {
    commands.compactMap { if case .release(let key) = $0 { key } else { nil } }
  }

  var notes: [Run.Note] {
    commands.compactMap { if case .say(let note) = $0 { note } else { nil } }
  }

  func isEnded(_ number: Int, _ verdict: Verdict) -> Bool {
    commands.contains {
      if case .record(key(number), .ended(verdict, _)) = $0 { true } else { false }
    }
  }
}

@Suite struct RunTests {
  @Test func oneJobPrintsAndOneIsStagedBehindIt() {
    var hand = Hand()
    #expect(hand.composed == [Hand.ids[0]])
    hand.prepare(1)
    #expect(hand.released == [hand.key(1)])
    // The next is laid out while the first prints, and not more than that.
    #expect(hand.composed == [Hand.ids[1]])
    hand.release(1)
    hand.prepare(2)
    #expect(hand.commands.contains(.stage(hand.key(2))))
    #expect(hand.released.isEmpty && hand.composed.isEmpty)
    hand.end(1)
    #expect(hand.isEnded(1, .proved))
    #expect(hand.released == [hand.key(2)])
    #expect(hand.composed == [Hand.ids[2]])
  }

  @Test func anotherRevisionTakesBackWhatIsNotLetGoAndGoesOnByIt() {
    var hand = Hand(packs: 3)
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    hand.feed(.revising)
    #expect(hand.commands.contains(.cancel(hand.key(2))))
    #expect(!hand.run.isReadyToRevise)
    hand.feed(.cancelled(hand.key(2)))
    #expect(hand.isEnded(2, .failed) && hand.run.isReadyToRevise && hand.composed.isEmpty)
    // Nothing is begun meanwhile, and the run does not end when the last sheet is out.
    hand.end(1)
    #expect(hand.isEnded(1, .proved) && hand.composed.isEmpty && !hand.run.isOver)
    // The second pack is gone, a fourth has come.
    let wanted = [Hand.ids[0], Hand.ids[2], Hand.ids[3]]
    hand.feed(
      .revised(
        Run.Start(
          packs: wanted.map { PackHistory(Hand.pack($0), revision: 1) }, jobs: [], wanted: wanted,
          printers: [Hand.printer("a")], sides: .one)))
    #expect(hand.composed == [Hand.ids[2]])
    hand.prepare(3)
    hand.release(3)
    #expect(hand.composed.isEmpty)
    hand.prepare(4)
    hand.end(3)
    #expect(hand.released == [hand.key(4)])
  }

  @Test func whatWaitsIsSaidAgainAndThePacksBehindItGoElsewhere() {
    var hand = Hand(packs: 2, printers: [Hand.printer("a")])
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    hand.feed(
      .looked(
        hand.key(1),
        JobSnapshot(state: 5, impressions: 2, reasons: ["media-empty"], processingSince: 9)))
    hand.time += 31
    hand.feed(.tick)
    #expect(
      hand.notes.contains {
        if case .waits("a", ["media-empty"], _) = $0 { true } else { false }
      })
    hand.feed(.tick)
    #expect(hand.notes.isEmpty)
    // Nobody else could print it: it stays.
    hand.time += 200
    hand.feed(.tick)
    #expect(!hand.commands.contains(.cancel(hand.key(2))))
  }

  @Test func whatIsLaidOutWhileThePlanChangesIsTakenBack() {
    var hand = Hand(packs: 1)
    hand.feed(.revising)
    #expect(!hand.run.isReadyToRevise)
    hand.feed(.composed(Hand.ids[0], attempt: 1, pages: 8))
    #expect(hand.isEnded(1, .failed) && hand.run.isReadyToRevise)
    hand.feed(.revised(nil))
    #expect(hand.composed == [Hand.ids[0]])
  }

  @Test func aPrinterThatHoldsNothingGetsTheNextWhenItIsIdle() {
    var hand = Hand(printers: [Hand.printer("a", ahead: false)])
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    #expect(hand.commands.isEmpty)
    hand.end(1)
    #expect(hand.commands.contains(.stage(hand.key(2))))
  }

  @Test func aFasterPrinterGetsMore() {
    let hand = Hand(printers: [Hand.printer("slow", ppm: 1), Hand.printer("fast", ppm: 60)])
    #expect(hand.places == ["fast"])
  }

  /// What the journal cannot be told of is not done.
  @Test func anIntentThatIsNotWrittenIsNotCarriedOut() {
    let trouble = Trouble("test", Wording(same: "full"))
    var hand = Hand()
    hand.feed(.composed(Hand.ids[0], attempt: 1, pages: 8))
    hand.feed(.unrecorded(hand.key(1), .staging, trouble))
    #expect(hand.isEnded(1, .failed))
    hand.prepare(2)
    hand.feed(.unrecorded(hand.key(2), .releasing, trouble))
    #expect(hand.commands.contains(.cancel(hand.key(2))))
    #expect(hand.notes.contains(.unwritable))
    hand.feed(.cancelled(hand.key(2)), .composed(Hand.ids[2], attempt: 1, pages: 8))
    #expect(hand.run.isOver)
    #expect(hand.run.results[Hand.ids[1]]?.trouble == trouble)
  }

  @Test func aQuestionConcernsItsPackOnly() {
    var hand = Hand()
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    hand.end(1, 8)
    #expect(hand.isEnded(1, .person))
    #expect(hand.released == [hand.key(2)])
    #expect(hand.notes.isEmpty)
  }

  @Test func twoInARowPutAPrinterAsideUntilSomebodyLooks() {
    var hand = Hand()
    for number in 1...2 {
      hand.prepare(number)
      hand.release(number)
      if number == 1 { hand.prepare(2) }
      hand.end(number, 8)
    }
    #expect(hand.notes == [.aside(printer: "a")])
    hand.feed(.composed(Hand.ids[2], attempt: 1, pages: 8))
    #expect(hand.isEnded(3, .failed))
    #expect(hand.run.isOver)
    hand.feed(.answered(hand.key(1), .nothing))
    #expect(!hand.composed.isEmpty && !hand.run.isOver)
  }

  /// A pack that a printer did not take goes to another; to none twice.
  @Test func whatIsNotTakenGoesElsewhere() {
    var hand = Hand(packs: 1, printers: [Hand.printer("a"), Hand.printer("b")])
    #expect(hand.places == ["a"])
    hand.feed(.composed(Hand.ids[0], attempt: 1, pages: 8))
    hand.feed(.notStaged(hand.key(1), Trouble("test", Wording(same: "off"))))
    #expect(hand.places == ["b"])
    hand.feed(.composed(Hand.ids[0], attempt: 2, pages: 8))
    hand.feed(.notStaged(hand.key(1, 2), Trouble("test", Wording(same: "off"))))
    #expect(hand.run.isOver)
  }

  @Test func whatWasLetGoIsNotLetGoAgainByItself() {
    var hand = Hand(packs: 1, printers: [Hand.printer("a"), Hand.printer("b")])
    hand.prepare(1)
    hand.feed(.released(hand.key(1), jobID: 1))
    hand.feed(.looked(hand.key(1), JobSnapshot(state: 7, impressions: 0)))
    #expect(hand.isEnded(1, .failed))
    #expect(hand.run.isOver)
  }

  @Test func aDeadPrintersWaitingPackGoesToAnother() {
    var hand = Hand(printers: [Hand.printer("a"), Hand.printer("b")])
    hand.prepare(1)
    hand.release(1)
    hand.prepare(3)
    #expect(hand.commands.contains(.stage(hand.key(3))))
    let silent = Run.Event.seen("a", .ill(["unreachable"]), .shown)
    hand.feed(silent)
    #expect(hand.commands.isEmpty)
    hand.feed(silent)
    #expect(hand.commands.contains(.cancel(hand.key(3))))
    hand.feed(.cancelled(hand.key(3)))
    #expect(hand.isEnded(3, .failed))
    // What it prints stays its own.
    #expect(!hand.commands.contains(.cancel(hand.key(1))))
    hand.prepare(2)
    hand.release(2)
    #expect(hand.places.isEmpty || hand.places == ["b"])
  }

  @Test func anIllPrinterGetsNothingAndIsSaidOnce() {
    var hand = Hand(packs: 2)
    hand.feed(.seen("a", .ill(["paused"]), .shown))
    #expect(hand.notes == [.ill(printer: "a", reasons: ["paused"])])
    hand.feed(.seen("a", .ill(["paused"]), .shown), .composed(Hand.ids[0], attempt: 1, pages: 8))
    #expect(hand.commands.isEmpty)
    hand.feed(.seen("a", .well, .shown))
    #expect(hand.notes == [.well(printer: "a")])
    #expect(hand.commands.contains(.stage(hand.key(1))))
  }

  @Test func aRunEndsWhenNoPrinterComesBack() {
    var hand = Hand(packs: 2)
    hand.feed(.seen("a", .ill(["paused"]), .shown), .notComposed(Hand.ids[0], attempt: 1, .test))
    #expect(!hand.run.isOver)
    _ = hand.run.take(.tick, at: 1000)
    #expect(hand.run.isOver)
  }

  /// Nothing more is begun; what is held is taken back; what prints is followed, or cancelled, too.
  @Test(arguments: [false, true]) func aStop(isNow: Bool) {
    var hand = Hand()
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    hand.feed(.stop(printer: nil, now: isNow))
    #expect(hand.commands.contains(.cancel(hand.key(2))))
    #expect(hand.commands.contains(.cancel(hand.key(1))) == isNow)
    hand.feed(.cancelled(hand.key(2)))
    #expect(hand.isEnded(2, .failed) && !hand.run.isOver)
    if isNow {
      hand.end(1, 7, count: 3)
      #expect(hand.isEnded(1, .person))
    } else {
      hand.end(1)
      #expect(hand.isEnded(1, .proved))
    }
    #expect(hand.composed.isEmpty && hand.run.isOver)
    #expect(hand.run.results[Hand.ids[1]]?.verdict == nil)
  }

  @Test func aCancelledJobThatSaysNothingIsLeftToAPerson() {
    var hand = Hand(packs: 1)
    hand.prepare(1)
    hand.release(1)
    hand.feed(.stop(printer: nil, now: true))
    hand.commands = hand.run.take(.tick, at: 100)
    #expect(hand.isEnded(1, .person))
  }

  @Test func oneStoppedPrinterLeavesItsPacksToTheOthers() {
    var hand = Hand(packs: 2, printers: [Hand.printer("a"), Hand.printer("b")])
    hand.feed(.stop(printer: "a", now: false))
    #expect(hand.notes == [.stopping(printer: "a", now: false)])
    hand.feed(.composed(Hand.ids[0], attempt: 1, pages: 8))
    #expect(hand.isEnded(1, .failed))
    hand.prepare(2)
    #expect(hand.places == ["b"])
    hand.feed(.stop(printer: "c", now: false))
    #expect(hand.notes == [.noSuchPrinter("c")])
  }

  @Test func waitingAndStagedPacksMove() {
    var hand = Hand(packs: 3, printers: [Hand.printer("a", ppm: 90), Hand.printer("b", ppm: 1)])
    hand.prepare(1)
    hand.release(1)
    hand.prepare(2)
    hand.feed(.sendTo(printer: "b", packs: Hand.ids))
    // One prints, one is no part of the run.
    #expect(
      hand.notes == [
        .notMoved(Hand.ids[0], to: "b"), .notMoved(Hand.ids[3], to: "b"),
        .moved([Hand.ids[1], Hand.ids[2]], to: "b"),
      ])
    #expect(hand.commands.contains(.cancel(hand.key(2))))
    #expect(hand.places == ["b"])
  }

  /// A printer that is not at hand keeps its job open; the run goes on without it.
  @Test func aJobWhosePrinterDoesNotAnswerStaysOpen() {
    var hand = Hand(packs: 2, jobs: [Self.left(1, Samples.released, on: "gone")])
    #expect(hand.run.watched.map(\.jobID) == [nil])
    #expect(hand.composed == [Hand.ids[1]])
    hand.feed(.unseen(hand.key(1)))
    hand.prepare(2)
    hand.release(2)
    for _ in 0..<20 { hand.feed(.unseen(hand.key(1))) }
    hand.end(2)
    #expect(hand.run.isOver)
    #expect(hand.run.unended == [Hand.ids[0]])
  }

  /// What is found of a job that an earlier run left, and what becomes of it.
  @Test(
    arguments: [
      (Samples.staged, nil, Verdict.failed), (Samples.released, nil, .person),
      (Samples.staged + [.releasing], nil, .person),
      (Samples.released, JobSnapshot(state: 9, impressions: 8, processingSince: 100), .proved),
      (Samples.released, JobSnapshot(state: 9, impressions: 8, processingSince: 200), .person),
      // A person let it go while nobody watched.
      (Samples.staged, JobSnapshot(state: 9, impressions: 8, processingSince: 100), .person),
    ] as [([JobEvent], JobSnapshot?, Verdict)])
  func whatAnEarlierRunLeft(events: [JobEvent], snapshot: JobSnapshot?, verdict: Verdict) {
    var hand = Hand(packs: 1, jobs: [Self.left(1, events)])
    hand.feed(.found(hand.key(1), jobID: 7, snapshot))
    #expect(hand.isEnded(1, verdict))
    // What never came out is needed still.
    #expect(hand.composed.isEmpty == (verdict != .failed))
  }

  @Test(arguments: [0, 50]) func aHeldJobIsTakenBack(since: Int) {
    var hand = Hand(packs: 1, jobs: [Self.left(1, Samples.staged)])
    hand.feed(
      .found(
        hand.key(1), jobID: 7, JobSnapshot(state: 4, impressions: 0, processingSince: since)))
    #expect(hand.commands == [.cancel(hand.key(1))])
    hand.feed(.cancelled(hand.key(1)))
    #expect(hand.isEnded(1, since == 0 ? .failed : .person))
    #expect(hand.composed.isEmpty == (since > 0))
  }

  @Test func aReprintIsOneJobAndNothingElse() {
    let order = JobOrder(again: [JobPart(item: .copy(2))], reason: "бледно")
    var hand = Hand(packs: 1, given: [Hand.ids[0]: order])
    #expect(hand.commands == [.compose(Hand.ids[0], order, on: "a", next: nil)])
    hand.prepare(1)
    hand.release(1)
    hand.end(1)
    #expect(hand.isEnded(1, .proved) && hand.run.isOver && hand.composed.isEmpty)
  }

  @Test func largePaperGoesWhereItIs() {
    let hand = Hand(
      packs: 1, printers: [Hand.printer("a", media: []), Hand.printer("b", media: ["a3"])],
      media: "a3")
    #expect(hand.places == ["b"])
    #expect(Hand(packs: 1, printers: [Hand.printer("a", media: [])], media: "a3").run.isOver)
  }

  /// A job of pack 1 that has not ended.
  private static func left(_ number: Int, _ events: [JobEvent], on printer: String = "a") -> Job {
    var question = 1
    var job = Job(pack: PackID(number: number), attempt: 1, printer: printer)
    for event in events { job.take(event, numbering: &question) }
    return job
  }
}

extension Trouble {
  fileprivate static let test = Trouble("test", Wording(same: "test"))
}
