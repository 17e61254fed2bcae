import Cups
import Foundation
import PrintRun

/// Follows one released job by asking for its attributes until it has ended.
struct JobWatch {
  let connection: IPPConnection
  let resource: String
  let printerURI: String
  let jobID: Int
  let interval: TimeInterval
  /// How many jobs of the name the device knows; nil if it cannot be asked.
  let jobsAtPrinter: () -> Int?
  /// Whether the device answers: only there can it be seen that it is off.
  var deviceAnswers: () -> Bool = { true }
  /// Whether the job was already under way, unwatched: after a crash.
  var isResumed = false

  private static let asked = [
    "job-state", "job-impressions-completed", "job-printer-state-reasons", "time-at-processing",
    "number-of-documents",
  ]

  /// The device is asked after so many snapshots.
  private static let deviceRhythm = 10

  /// Seconds without an answer after which a person must look.
  private static let patience: TimeInterval = 60

  /// Seconds that a cancelled job is given to say that it is.
  private static let farewell: TimeInterval = 10

  func follow(
    _ ticket: JobTicket, proves: Bool, _ sink: JobSink, stop: () -> StopRequest
  ) throws -> Verdict {
    var life = JobLife(pages: ticket.pages, proves: proves)
    var silentSince: Date?
    var absent: [String] = []
    var round = 0
    var withdrawnAt: Date?
    while !life.hasEnded {
      round += 1
      if withdrawnAt == nil, stop() == .atOnce {
        withdrawnAt = Date()
        life.withdrawn()
        cancel()
      }
      if let withdrawnAt, Date().timeIntervalSince(withdrawnAt) > Self.farewell { break }
      if round.isMultiple(of: Self.deviceRhythm) { absent = deviceAnswers() ? [] : ["unreachable"] }
      do {
        for event in life.observe(try snapshot(absent)) { try sink.report(event) }
        silentSince = nil
      } catch is IPPError {
        life.lostSight()
        let since = silentSince ?? Date()
        silentSince = since
        if Date().timeIntervalSince(since) > Self.patience { break }
      }
      if !life.hasEnded { Thread.sleep(forTimeInterval: interval) }
    }
    let count = proves ? jobsAtPrinter() : nil
    life.observe(jobsAtPrinter: count)
    if isResumed { life.resumed(jobsAtPrinter: count) }
    let (verdict, detail) = life.verdict
    try sink.report(.ended(verdict, detail: detail))
    return verdict
  }

  /// Asks for the job's end; that it came is seen by watching on.
  private func cancel() {
    _ = try? connection.send(
      JobRequests.about(jobID, .cancelJob, printerURI: printerURI), to: resource)
  }

  private func snapshot(_ absent: [String]) throws -> JobSnapshot {
    let job = try connection.send(
      JobRequests.about(
        jobID, .getJobAttributes, printerURI: printerURI, asking: Self.asked), to: resource
    ).jobs.first
    var asking = IPPRequest(.getPrinterAttributes, printerURI: printerURI)
    asking.add(
      .operation, "requested-attributes", .strings(.keyword, ["printer-state-reasons"]))
    let printer = try connection.send(asking, to: resource).printers.first
    return JobSnapshot(
      state: job?.integer("job-state") ?? 0,
      impressions: job?.integer("job-impressions-completed"),
      reasons: (printer?.strings("printer-state-reasons") ?? [])
        + (job?.strings("job-printer-state-reasons") ?? []) + absent,
      processingSince: job?.integer("time-at-processing"),
      documents: job?.integer("number-of-documents"))
  }
}
