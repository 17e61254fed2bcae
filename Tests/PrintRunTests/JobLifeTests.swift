import Planning
import PrintRun
import Testing

private func life(_ snapshots: [JobSnapshot], counting: Counting = .shown) -> JobLife {
  var life = JobLife(pages: 11, counting: counting)
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
  let ended = life([processing, JobSnapshot(state: 9, impressions: nil)], counting: .never)
  #expect(ended.verdict.0 == .delivered)
}

/// What comes after a poll that brought no answer.
@Test(
  arguments: [
    (JobSnapshot(state: 9, impressions: 11, processingSince: 100), Verdict.proved),
    // Started again, gone back, or another server's word.
    (JobSnapshot(state: 9, impressions: 11, processingSince: 200), .person),
    (JobSnapshot(state: 9, impressions: 2, processingSince: 100), .person),
    (JobSnapshot(state: 9, impressions: 11), .person),
  ] as [(JobSnapshot, Verdict)])
func sightIsKeptWhereTheSameJobGoesOn(next: JobSnapshot, verdict: Verdict) {
  var unseen = life([processing])
  unseen.lostSight()
  _ = unseen.observe(next)
  #expect(unseen.verdict.0 == verdict)
}

@Test(
  arguments: [
    (PrinterRecord(jobs: 2, state: 9, impressions: 11), Verdict.person),
    (PrinterRecord(state: 9, impressions: 11), .proved),
    (PrinterRecord(state: 9, impressions: 10), .person),
    // CUPS says completed of what the printer aborted.
    (PrinterRecord(state: 8, impressions: 4), .person),
    (PrinterRecord(state: 7, impressions: 11), .person),
  ] as [(PrinterRecord, Verdict)])
func thePrintersOwnWordGoesFirst(record: PrinterRecord, verdict: Verdict) {
  let ended = life([
    processing, JobSnapshot(state: 9, impressions: 11, processingSince: 100, record: record),
  ])
  #expect(ended.verdict.0 == verdict)
}

/// Printers that report no impressions can only deliver; CUPS counts one for every job that they take.
@Test(
  arguments: [nil, 0, 1], [nil, PrinterRecord(state: 9, impressions: 0)] as [PrinterRecord?])
func aPrinterWithoutCountsDelivers(count: Int?, record: PrinterRecord?) {
  let ended = life(
    [JobSnapshot(state: 5, impressions: count, processingSince: 100)]
      + [JobSnapshot(state: 9, impressions: count, processingSince: 100, record: record)],
    counting: .unknown)
  #expect(ended.verdict.0 == .delivered)
}

/// A count of nothing is believed where the printer counts and ended the job itself, or waited for paper.
@Test(
  arguments: [
    (8, Counting.shown, [], Verdict.failed), (8, .unknown, [], .person), (7, .shown, [], .person),
    (7, .shown, ["media-empty"], .failed),
  ] as [(Int, Counting, [String], Verdict)])
func aTrustedCountOfNothing(state: Int, counting: Counting, reasons: [String], verdict: Verdict) {
  let ended = life(
    [
      JobSnapshot(state: 5, impressions: 1, reasons: reasons, processingSince: 100),
      JobSnapshot(
        state: 7, impressions: 1, processingSince: 100,
        record: PrinterRecord(state: state, impressions: 0)),
    ], counting: counting)
  #expect(ended.verdict.0 == verdict)
}

@Test func aBeginningThatNobodyWatchedStaysUnwatched() {
  var unseen = life([JobSnapshot(state: 3, impressions: 0)], counting: .never)
  for _ in 1...2 { unseen.lostSight() }
  #expect(
    unseen.observe(JobSnapshot(state: 5, impressions: 1, processingSince: 100)) == [
      .processing(since: nil)
    ])
}

@Test func whatIsOddIsWrittenDownFirst() {
  var twice = life([processing])
  #expect(
    twice.observe(JobSnapshot(state: 5, impressions: 4, processingSince: 200)) == [
      .odd("started again"), .processing(since: 200), .progress(impressions: 4),
    ])
}

@Test func reasonsBlockAndUnblock() {
  var life = JobLife(pages: 11, counting: .shown)
  let empty = JobSnapshot(state: 5, impressions: 1, reasons: ["media-empty-error"])
  #expect(
    life.observe(empty) == [
      .processing(since: nil), .blocked(reasons: ["media-empty"]),
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

/// A job that was left alone while it printed: known to have begun, or not.
@Test(
  arguments: [
    (100, nil, Verdict.proved), (200, nil, .person), (nil, nil, .person),
    (nil, PrinterRecord(state: 9, impressions: 11), .proved),
    (nil, PrinterRecord(jobs: 2, state: 9, impressions: 11), .person),
  ] as [(Int?, PrinterRecord?, Verdict)])
func aResumedJobIsProvedBySightOrByThePrintersHistory(
  since: Int?, record: PrinterRecord?, verdict: Verdict
) {
  var resumed = JobLife(pages: 11, counting: .unknown)
  resumed.resumed(from: left(since: since))
  _ = resumed.observe(
    JobSnapshot(state: 9, impressions: 11, processingSince: 100, record: record))
  #expect(resumed.verdict.0 == verdict)
}

/// Printers forget: after a while one job in a history is no proof that it was printed once.
@Test func aLongAbsenceIsNotBridgedByAHistory() {
  var resumed = JobLife(pages: 11, counting: .shown)
  resumed.resumed(from: left(since: nil), after: 600)
  _ = resumed.observe(
    JobSnapshot(
      state: 9, impressions: 11, processingSince: 100,
      record: PrinterRecord(state: 9, impressions: 11)))
  #expect(resumed.verdict.0 == .person)
}

/// A released job as a journal knows it.
private func left(since: Int?) -> Job {
  var question = 1
  var job = Job(pack: Samples.pack.id, attempt: 1, printer: "lab1")
  for event in Samples.staged + [.releasing, .released] { job.take(event, numbering: &question) }
  if since != nil { job.take(.processing(since: since), numbering: &question) }
  return job
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
  var resumed = JobLife(pages: 11, counting: .never)
  resumed.resumed(from: left(since: nil))
  _ = resumed.observe(JobSnapshot(state: 7, impressions: nil))
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
      == [.processing(since: nil), .blocked(reasons: ["unreachable"])])
}
