import Cups
import Exam
import Foundation
import PrintRun

/// The IPP requests of a job; every attribute that matters is sent, nothing is left to defaults.
enum JobRequests {
  /// `Create-Job` (held) or `Print-Job` with the job's own attributes.
  static func create(
    _ operation: IPPRequest.Operation, _ ticket: JobTicket, printerURI: String, isHeld: Bool
  ) -> IPPRequest {
    var request = IPPRequest(operation, printerURI: printerURI)
    request.add(.operation, "job-name", .strings(.name, [ticket.name]))
    if operation == .printJob {
      request.add(.operation, "document-name", .strings(.name, [ticket.name]))
      request.add(.operation, "document-format", .strings(.mimeType, ["application/pdf"]))
    }
    request.add(.job, "copies", .integer(1))
    request.add(.job, "number-up", .integer(1))
    request.add(.job, "finishings", .enumeration(Self.noFinishing))
    if isHeld {
      request.add(.job, "job-hold-until", .strings(.keyword, ["indefinite"]))
      request.add(.job, "job-sheets", .strings(.name, ["none", "none"]))
      request.add(.job, "job-uuid", .strings(.uri, [uuid(ticket)]))
    }
    request.add(.job, "media", .strings(.keyword, [ticket.media]))
    request.add(.job, "print-color-mode", .strings(.keyword, [ticket.printColorMode]))
    request.add(.job, "print-scaling", .strings(.keyword, [ticket.printScaling]))
    request.add(.job, "sides", .strings(.keyword, [ticket.sides.rawValue]))
    return request
  }

  /// IPP `finishings`: `none`.
  private static let noFinishing = 3

  /// `Send-Document` with the whole file.
  static func sendDocument(
    _ jobID: Int, printerURI: String, format: String, _ ticket: JobTicket
  ) -> IPPRequest {
    var request = IPPRequest(.sendDocument, printerURI: printerURI)
    request.add(.operation, "job-id", .integer(jobID))
    request.add(.operation, "document-name", .strings(.name, [ticket.name]))
    request.add(.operation, "document-format", .strings(.mimeType, [format]))
    request.add(.operation, "last-document", .boolean(true))
    return request
  }

  /// A request about one job of a printer.
  static func about(
    _ jobID: Int, _ operation: IPPRequest.Operation, printerURI: String, asking: [String] = []
  ) -> IPPRequest {
    var request = IPPRequest(operation, printerURI: printerURI)
    request.add(.operation, "job-id", .integer(jobID))
    if !asking.isEmpty {
      request.add(.operation, "requested-attributes", .strings(.keyword, asking))
    }
    return request
  }

  /// `Get-Jobs`, ended ones too.
  static func jobs(printerURI: String, asking: [String]) -> [IPPRequest] {
    ["completed", "not-completed"].map { which in
      var request = IPPRequest(.getJobs, printerURI: printerURI)
      request.add(.operation, "which-jobs", .strings(.keyword, [which]))
      request.add(.operation, "requested-attributes", .strings(.keyword, asking))
      return request
    }
  }

  private static let watched = [
    "job-state", "job-impressions-completed", "job-printer-state-reasons", "time-at-processing",
    "number-of-documents",
  ]

  /// What a server or printer says of a job; nil if it knows no such job.
  static func snapshot(
    of jobID: Int, printerURI: String, _ resource: String, _ connection: IPPConnection
  ) throws -> JobSnapshot? {
    let job: IPPAttributes?
    do {
      job = try connection.send(
        about(jobID, .getJobAttributes, printerURI: printerURI, asking: watched), to: resource
      ).jobs.first
    } catch let error as IPPError where error.isNotFound {
      return nil
    }
    guard let job, let state = job.integer("job-state") else {
      throw IPPError.incomplete("Get-Job-Attributes")
    }
    var asking = IPPRequest(.getPrinterAttributes, printerURI: printerURI)
    asking.add(.operation, "requested-attributes", .strings(.keyword, ["printer-state-reasons"]))
    let printer = try connection.send(asking, to: resource).printers.first
    return JobSnapshot(
      state: state, impressions: job.integer("job-impressions-completed"),
      reasons: (printer?.strings("printer-state-reasons") ?? [])
        + job.strings("job-printer-state-reasons"),
      processingSince: job.integer("time-at-processing"),
      documents: job.integer("number-of-documents"))
  }

  /// What a printer itself knows of jobs with the ticket's name: the newest, and how many.
  static func history(
    of ticket: JobTicket, at device: PrinterURI, _ connection: IPPConnection
  ) throws -> (jobID: Int, record: PrinterRecord)? {
    var found: [(jobID: Int, job: IPPAttributes)] = []
    for request in jobs(
      printerURI: device.text,
      asking: ["job-id", "job-name", "job-state", "job-impressions-completed"])
    {
      let jobs = try connection.send(request, to: device.resource).jobs
      found += jobs.filter { $0.string("job-name") == ticket.name }
        .map { ($0.integer("job-id") ?? 0, $0) }
    }
    guard let newest = found.max(by: { $0.jobID < $1.jobID }) else { return nil }
    return (
      newest.jobID,
      PrinterRecord(
        jobs: Set(found.map(\.jobID)).count, state: newest.job.integer("job-state") ?? 0,
        impressions: newest.job.integer("job-impressions-completed"))
    )
  }

  static func uuid(_ ticket: JobTicket) -> String {
    "urn:uuid:" + ticket.uuid.uuidString.lowercased()
  }
}
