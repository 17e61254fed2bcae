import Exam
import Planning
import PrintRun
import Testing

@Suite struct StandingTests {
  @Test(
    arguments: [
      ([], PackState.waiting, Need.whole),
      ([.composed], .waiting, .whole),
      ([.composed, .staging], .staged, .whole),
      (Samples.staged, .staged, .whole),
      (Samples.staged + [.releasing], .staged, .nothing),
      (Samples.released, .printing, .nothing),
      (Samples.ended(.proved), .proved, .nothing),
      (Samples.ended(.delivered), .delivered, .nothing),
      (Samples.ended(.person), .person, .nothing),
      (Samples.staged + [.ended(.failed, detail: "refused")], .failed, .whole),
      (Samples.staged + [.withdrawn, .ended(.failed, detail: "stopped")], .stopped, .whole),
      // What the printer counted lies in the tray, whatever the queue says.
      (Samples.ended(.failed, after: 3), .person, .nothing),
    ] as [([JobEvent], PackState, Need)])
  func aWholeJob(events: [JobEvent], state: PackState, need: Need) {
    var history = History()
    history.job(went: events)
    #expect(history.standing.state == state)
    #expect(history.standing.need == need)
  }

  /// Wherever a reprint of what is there is cut off before its release, nothing has changed.
  @Test(arguments: [nil, Samples.copies], 0...4)
  func aReprintThatNeverCameOutChangesNothing(items: [JobPart]?, length: Int) {
    for verdict in [Verdict.proved, .delivered] {
      var history = History()
      history.job(went: Samples.ended(verdict))
      let before = history.standing
      let life = Samples.staged + [.ended(.failed, detail: "stopped before it was released")]
      history.job(items, reason: "замятие", went: Array(life.prefix(length)))
      #expect(history.standing.state == before.state)
      #expect(history.standing.need == .nothing)
      #expect(history.standing.paper == before.paper)
      #expect((history.standing.vainReprint != nil) == (length == 4))
    }
  }

  @Test func aReprintDecidesFromItsReleaseOn() throws {
    var history = History()
    history.job(went: Samples.ended(.proved))
    history.job([JobPart(item: .copy(2))], reason: "замятие", went: Samples.released)
    #expect(history.standing.state == .printing)
    #expect(history.standing.need == .nothing)
  }

  @Test func aReprintOfACopyThatEndsWellLeavesThePackWhole() {
    var history = History()
    history.job(went: Samples.ended(.proved))
    history.job([JobPart(item: .copy(2))], reason: "замятие", went: Samples.ended(.delivered))
    // The weakest verdict of what stands.
    #expect(history.standing.state == .delivered)
    #expect(history.standing.need == .nothing)
    history.job([JobPart(item: .copy(2))], reason: "замятие", went: Samples.ended(.proved))
    #expect(history.standing.state == .proved)
  }

  @Test func aReprintSettlesThePagesThatItNames() {
    var history = History()
    history.job(went: Samples.ended(.person))
    history.job(reason: "замятие", went: Samples.ended(.proved))
    #expect(history.standing.state == .proved)
    #expect(history.standing.questions.isEmpty)
  }

  @Test func pagesStandFromSeveralJobs() throws {
    var history = History()
    history.job(went: Samples.ended(.proved))
    history.job(
      [JobPart(item: .copy(2), pages: [2])], reason: "бледно", went: Samples.ended(.person))
    #expect(history.standing.state == .person)
    #expect(history.standing.paper[.copy(2)].map { $0?.state } == [.good, .unknown])
    try history.answer("0")
    // The page was asked for because the former one is spoiled.
    #expect(history.standing.state == .partly)
    #expect(history.standing.need == .rest([JobPart(item: .copy(2), pages: [2])]))
  }

  @Test func aPackInAFileIsWritten() {
    var history = History()
    history.job(to: .file, went: Samples.ended(.proved))
    #expect(history.standing.isWritten)
    history.job(went: Samples.ended(.proved))
    #expect(!history.standing.isWritten)
  }

  @Test func whatWasPrintedFromAFileIsOnPaperForGood() {
    var history = History()
    history.job(to: .file, went: Samples.ended(.proved) + [.answered(.whole)])
    #expect(!history.standing.isWritten && history.standing.state == .proved)
  }

  /// What is in the pack no more decides neither where it lies nor what is to be taken out for ever.
  @Test func aCopyThatWentIsToldOnce() {
    var history = History()
    history.job(to: .file, went: Samples.ended(.proved))
    var less = Samples.pack
    less.copies.removeAll { $0.serial == "204-02" }
    less.order.removeAll { $0 == .copy(2) }
    history.revise(to: less, revision: 2)
    #expect(history.standing.withdrawn == ["204-02"])
    // The rest is printed with a slip that tells to take it out.
    history.job(
      [JobPart(item: .paper(1)), JobPart(item: .paper(2))], went: Samples.ended(.proved))
    #expect(history.standing.withdrawn.isEmpty)
    history.job(went: Samples.ended(.proved))
    #expect(!history.standing.isWritten)
  }

  @Test func aPackThatIsGoneKeepsItsQuestion() throws {
    var history = History()
    history.job(went: Samples.ended(.person))
    history.revise(to: nil, revision: 2)
    #expect(history.all.map(\.state) == [.person])
    #expect(history.standing.need == .nothing && history.standing.questions.count == 1)
    try history.answer("204-02")
    #expect(history.all.map(\.withdrawn) == [["204-01", "204-02"]])
    #expect(history.all.map(\.state) == [.proved])
    var other = History()
    other.job(went: Samples.staged + [.ended(.failed, detail: "stopped")])
    other.revise(to: nil, revision: 2)
    #expect(other.all.isEmpty)
  }
}

@Suite struct AnswerTests {
  /// What was in the tray, and what is needed then.
  @Test(
    arguments: [
      ("204-02", PackState.partly, Need.rest([JobPart(item: .copy(3))])),
      ("204-01", .partly, .rest([JobPart(item: .copy(2)), JobPart(item: .copy(3))])),
      ("0", .waiting, .whole),
      ("все", .proved, .nothing),
      // The end sheet alone is no reason to print.
      ("204-03", .proved, .nothing),
    ] as [(String, PackState, Need)])
  func theLastWholeCopyDecides(answer: String, state: PackState, need: Need) throws {
    var history = History()
    history.job(went: Samples.ended(.person, after: 5))
    #expect(history.standing.questions.map(\.kind) == [.tray])
    try history.answer(answer)
    #expect(history.standing.state == state)
    #expect(history.standing.need == need)
    #expect(history.standing.questions.isEmpty)
  }

  @Test(arguments: [(nil, nil), (2, nil), (3, "204-01"), (6, "204-02")] as [(Int?, String?)])
  func thePrintersCountIsAHint(count: Int?, serial: String?) throws {
    var history = History()
    history.job(went: Samples.ended(.person, after: count))
    #expect(try #require(history.standing.questions.first).lastCounted?.serial == serial)
  }

  @Test func theRestMakesThePackWhole() throws {
    var history = History()
    history.job(went: Samples.ended(.person))
    try history.answer("204-01")
    guard case .rest(let parts) = history.standing.need else {
      Issue.record("nothing is needed")
      return
    }
    history.job(parts + [JobPart(item: .paper(2))], went: Samples.ended(.proved))
    #expect(history.standing.state == .proved)
    #expect(history.standing.need == .nothing)
  }

  @Test func theNumberOnTheEndSheetProves() throws {
    var history = History()
    history.job(went: Samples.ended(.delivered))
    let exam = try Samples.exam
    let question = try #require(history.standing.questions.first)
    let number = ControlNumber.of(exam: exam, pack: Samples.pack.id, attempt: 1)
    #expect(question.kind == .endSheet)
    #expect(question.read("\(number + 1)", exam: exam) == nil)
    #expect(question.read("204-01", exam: exam) == nil)
    try history.answer(" \(number) ")
    #expect(history.standing.state == .proved)
  }

  @Test func aMissingEndSheetMakesTheTrayAQuestion() throws {
    var history = History()
    history.job(went: Samples.ended(.delivered))
    try history.answer("0")
    #expect(history.standing.state == .person)
    #expect(history.standing.questions.map(\.number) == [2])
    try history.answer("204-02")
    #expect(history.standing.need == .rest([JobPart(item: .copy(3))]))
  }

  @Test func aCopyOfAnotherJobIsNoAnswer() throws {
    var history = History()
    history.job(went: Samples.ended(.proved))
    history.job([JobPart(item: .copy(2))], reason: "замятие", went: Samples.ended(.person))
    let question = try #require(history.standing.questions.first)
    #expect(question.read("204-01", exam: try Samples.exam) == nil)
    #expect(question.read("204-02", exam: try Samples.exam) == .whole)
  }
}

/// The pack of a run's own making.
@Suite struct ProofStandingTests {
  private static var proof: Pack {
    var pack = Samples.pack
    pack.id = ProofPack.id
    return pack
  }

  private func standing(_ events: [JobEvent]) -> [PackStanding] {
    var number = 1
    var job = Job(pack: ProofPack.id, attempt: 1, printer: "lab1")
    for event in events { job.take(event, numbering: &number) }
    return PackStanding.all(of: [PackHistory(Self.proof)], jobs: [job])
  }

  @Test func nothingEverNeedsIt() throws {
    let cut = try #require(standing(Samples.ended(.person, after: 3)).first)
    #expect(cut.need == .nothing && cut.questions.count == 1)
    let whole = try #require(standing(Samples.ended(.proved)).first)
    #expect(whole.need == .nothing && whole.state == .proved)
  }

  @Test func oneThatNeverCameOutIsNotSpokenOf() {
    #expect(standing(Samples.staged + [.ended(.failed, detail: "")]).isEmpty)
  }
}
