import PrintRun
import Printing
import Testing

private func life(_ snapshots: [JobSnapshot], proves: Bool = true) -> JobLife {
  var life = JobLife(pages: 11, proves: proves)
  for snapshot in snapshots { _ = life.observe(snapshot) }
  return life
}

private let processing = JobSnapshot(state: 5, impressions: 3, processingSince: 100)

@Test(arguments: [
  ([JobSnapshot(state: 9, impressions: 11, processingSince: 100)], Verdict.proved),
  ([JobSnapshot(state: 9, impressions: 10, processingSince: 100)], .person),
  ([JobSnapshot(state: 9, impressions: 12, processingSince: 100)], .person),
  ([JobSnapshot(state: 9, impressions: nil, processingSince: 100)], .person),
  // Sheets may lie in the tray: nobody but a person knows how many of them are whole.
  ([JobSnapshot(state: 8, impressions: 3, processingSince: 100)], .person),
  ([JobSnapshot(state: 7, impressions: 3, processingSince: 100)], .person),
  (
    [JobSnapshot(state: 9, impressions: 11, reasons: ["cups-ipp-missing-job-history"])],
    .person
  ),
  ([JobSnapshot(state: 9, impressions: 11, processingSince: 200)], .person),
  ([JobSnapshot(state: 3, impressions: 3), JobSnapshot(state: 9, impressions: 11)], .person),
  ([], .person),
])
func verdicts(last: [JobSnapshot], verdict: Verdict) {
  #expect(life([processing] + last).verdict.0 == verdict)
}

@Test func aPrinterThatCannotProveDelivers() {
  let ended = life([processing, JobSnapshot(state: 9, impressions: nil)], proves: false)
  #expect(ended.verdict.0 == .delivered)
}

@Test func aJobOutOfSightOrTwiceAtThePrinterNeedsAPerson() {
  var unseen = life([processing])
  unseen.lostSight()
  _ = unseen.observe(JobSnapshot(state: 9, impressions: 11))
  #expect(unseen.verdict.0 == .person)
  var twice = life([JobSnapshot(state: 9, impressions: 11)])
  twice.observe(jobsAtPrinter: 2)
  #expect(twice.verdict.0 == .person)
}

@Test func reasonsBlockAndUnblock() {
  var life = JobLife(pages: 11, proves: true)
  let empty = JobSnapshot(state: 5, impressions: 1, reasons: ["media-empty-error"])
  #expect(
    life.observe(empty) == [
      .processing, .progress(impressions: 1), .blocked(reasons: ["media-empty"]),
    ])
  #expect(life.observe(empty).isEmpty)
  #expect(
    life.observe(JobSnapshot(state: 5, impressions: 1, reasons: ["none"])) == [.unblocked])
}

@Test func aJobWhoseDocumentIsLostEndsWithAPerson() {
  let ended = life([processing, JobSnapshot(state: 3, impressions: 6, documents: 0)])
  #expect(ended.hasEnded)
  #expect(ended.verdict.0 == .person)
}

@Test(arguments: [(1, .proved), (0, .person), (2, .person), (nil, .person)] as [(Int?, Verdict)])
func aResumedJobIsProvedOnlyByThePrintersHistory(count: Int?, verdict: Verdict) {
  var resumed = life([JobSnapshot(state: 9, impressions: 11, processingSince: 100)])
  resumed.observe(jobsAtPrinter: count)
  resumed.resumed(jobsAtPrinter: count)
  #expect(resumed.verdict.0 == verdict)
}

@Test(
  arguments: [
    ([], .failed), ([processing], .person),
  ] as [([JobSnapshot], Verdict)])
func aJobThatTheUserCancelsNeedsAPersonOnceItBegan(before: [JobSnapshot], verdict: Verdict) {
  var stopped = life(before)
  stopped.withdrawn()
  _ = stopped.observe(JobSnapshot(state: 7, impressions: nil))
  #expect(stopped.verdict.0 == verdict)
}

@Test(arguments: [7, 8])
func aJobThatEndsBeforeItBeganLeftNothing(state: Int) {
  #expect(
    life([JobSnapshot(state: 3, impressions: 0), JobSnapshot(state: state, impressions: 0)])
      .verdict.0 == .failed)
}

@Test func aCancelledJobThatWasOnlySeenProcessingNeedsAPerson() {
  var stopped = life([JobSnapshot(state: 5, impressions: nil)])
  stopped.withdrawn()
  _ = stopped.observe(JobSnapshot(state: 7, impressions: nil))
  #expect(stopped.verdict.0 == .person)
}

@Test func aJobCancelledOutOfSightNeedsAPerson() {
  var resumed = life([JobSnapshot(state: 7, impressions: nil)], proves: false)
  resumed.resumed(jobsAtPrinter: nil)
  #expect(resumed.verdict.0 == .person)
}

@Test func aJobThatWasPrintedBeforeTheCancellingIsProved() {
  var printed = life([processing])
  printed.withdrawn()
  _ = printed.observe(JobSnapshot(state: 9, impressions: 11, processingSince: 100))
  #expect(printed.verdict.0 == .proved)
}

@Test func aHeldJobAndAPrinterThatIsOffBlock() {
  var life = life([processing])
  #expect(
    life.observe(JobSnapshot(state: 4, impressions: 3)) == [.blocked(reasons: ["job-held"])])
  #expect(
    life.observe(JobSnapshot(state: 5, impressions: 3, reasons: ["unreachable"]))
      == [.processing, .blocked(reasons: ["unreachable"])])
}
