import Exam
import Planning
import PrintRun
import Testing

/// Printers that stack face up get their jobs from the end: what came out first lies at the bottom.
@Suite struct TurnedTests {
  @Test func theLastWholeCopyIsCountedFromTheEnd() throws {
    var history = History()
    history.job(turned: true, went: Samples.ended(.person, after: 5))
    let question = try #require(history.standing.questions.first)
    // End sheet, 204-03, 204-02 are five pages.
    #expect(question.lastCounted?.serial == "204-02")
    try history.answer("204-02")
    let standing = history.standing
    #expect(standing.paper[.copy(3)].allSatisfy { $0?.state == .good })
    #expect(standing.paper[.copy(2)].allSatisfy { $0?.state == .good })
    #expect(
      standing.need == .rest([JobPart(item: .paper(1)), JobPart(item: .copy(1))]))
  }

  @Test func anEndSheetThatCameFirstProvesNothing() throws {
    var history = History()
    history.job(turned: true, went: Samples.ended(.delivered))
    let question = try #require(history.standing.questions.first)
    #expect(question.kind == .allOut)
    let exam = try Samples.exam
    let number = ControlNumber.of(exam: exam, pack: Samples.pack.id, attempt: 1)
    #expect(question.read("\(number)", exam: exam) == nil)
    #expect(question.read("все", exam: exam) == .whole)
  }

  @Test func aRunTurnsJobsForThePrinterThatNeedsIt() throws {
    let printer = RunPrinter(
      name: "a", stagesAhead: true, counting: .shown, order: .lastOnTop)
    let hand = Hand(packs: 1, printers: [printer])
    guard case .compose(_, let order, _, _)? = hand.commands.first else {
      Issue.record("nothing is composed: \(hand.commands)")
      return
    }
    #expect(order.request.isTurned)
  }

  @Test func aPrinterThatLiedIsNotBelieved() throws {
    let liar = RunPrinter(name: "a", stagesAhead: true, counting: .shown, isLiar: true)
    var hand = Hand(packs: 1, printers: [liar])
    hand.feed(.seen("a", .well, .shown))
    hand.prepare(1)
    let key = JobKey(pack: Hand.ids[0], attempt: 1)
    hand.feed(
      .released(key, jobID: 1),
      .looked(key, JobSnapshot(state: 9, impressions: 8, processingSince: 1)))
    #expect(hand.run.results[Hand.ids[0]]?.verdict == .delivered)
  }
}

/// Printers that are kept in reserve.
@Suite struct ReserveTests {
  private static func printers() -> [RunPrinter] {
    [
      Hand.printer("a"),
      RunPrinter(name: "b", stagesAhead: true, counting: .shown, isReserve: true),
    ]
  }

  @Test func theReserveRestsWhileTheOthersAreEnough() {
    let hand = Hand(printers: Self.printers())
    #expect(hand.places == ["a"])
  }

  @Test func theReserveHelpsWhenAPrinterIsOut() {
    var hand = Hand(printers: Self.printers())
    hand.feed(.seen("a", .ill(["stopped"]), .shown))
    #expect(hand.notes.contains(.reserveCalled(printer: "b")))
    #expect(hand.places == ["b"])
  }
}
