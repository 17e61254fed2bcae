import Cups
import Foundation

/// Follows one released job by asking for its attributes until it has ended.
struct JobWatch {
  let connection: IPPConnection
  let resource: String
  let printerURI: String
  let jobID: Int
  let interval: TimeInterval
  /// How many jobs of the name the device knows; nil if it cannot be asked.
  let jobsAtPrinter: () -> Int?

  private static let asked = [
    "job-state", "job-impressions-completed", "job-printer-state-reasons", "time-at-processing",
  ]

  /// Seconds without an answer after which a person must look.
  private static let patience: TimeInterval = 60

  func follow(_ ticket: JobTicket, proves: Bool, _ sink: JobSink) throws -> Verdict {
    var life = JobLife(pages: ticket.pages, proves: proves)
    var silentSince: Date?
    while !life.hasEnded {
      do {
        for event in life.observe(try snapshot()) { try sink.report(event) }
        silentSince = nil
      } catch is IPPError {
        life.lostSight()
        let since = silentSince ?? Date()
        silentSince = since
        if Date().timeIntervalSince(since) > Self.patience { break }
      }
      if !life.hasEnded { Thread.sleep(forTimeInterval: interval) }
    }
    if proves { life.observe(jobsAtPrinter: jobsAtPrinter()) }
    let (verdict, detail) = life.verdict
    try sink.report(.ended(verdict, detail: detail))
    return verdict
  }

  private func snapshot() throws -> JobSnapshot {
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
        + (job?.strings("job-printer-state-reasons") ?? []),
      processingSince: job?.integer("time-at-processing"))
  }
}
