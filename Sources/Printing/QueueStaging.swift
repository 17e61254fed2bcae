import Cups
import Exam
import PrintRun

/// A job before its release: it can be taken back and nothing is printed.
extension QueuePrinter {
  /// Hands the whole file over, held, and checks that the server has it.
  func stage(
    _ pdf: [UInt8], _ ticket: JobTicket, _ sink: JobSink, _ connection: IPPConnection,
    passThrough: Bool
  ) throws -> Int {
    try sink.report(.staging)
    do {
      let created = try connection.send(
        JobRequests.create(.createJob, ticket, printerURI: uri, isHeld: true), to: resource)
      guard let jobID = created.jobs.first?.integer("job-id") else {
        throw IPPError.incomplete("Create-Job")
      }
      _ = try connection.send(
        JobRequests.sendDocument(
          jobID, printerURI: uri,
          format: passThrough ? "application/vnd.cups-pdf" : "application/pdf", ticket),
        to: resource, document: pdf)
      try checkWhole(jobID, pdf.count, connection)
      try sink.report(.staged(jobID: jobID))
      return jobID
    } catch let error as IPPError {
      // Held or unfinished jobs print nothing; what is left of this one is found by its uuid.
      if let left = try? find(ticket, connection)?.integer("job-id") {
        try? cancel(left, connection)
      }
      try sink.report(.ended(.failed, detail: "\(error.operation): \(error.message)"))
      throw PrinterTrouble.notTaken(name, error)
    }
  }

  /// The server holds one document of the file's size.
  private func checkWhole(_ jobID: Int, _ bytes: Int, _ connection: IPPConnection) throws {
    let job = try connection.send(
      JobRequests.about(
        jobID, .getJobAttributes, printerURI: uri, asking: ["job-k-octets", "number-of-documents"]),
      to: resource
    ).jobs.first
    guard job?.integer("number-of-documents") == 1,
      job?.integer("job-k-octets") == (bytes + 1023) / 1024
    else { throw IPPError.incomplete("Send-Document") }
  }

  /// Takes a job back that is still held.
  func withdraw(_ jobID: Int, _ sink: JobSink) async throws -> Verdict {
    try await Blocking.run {
      do {
        try cancel(jobID, connect())
      } catch is IPPError {
        // It is held, and somebody could release it by hand.
        try sink.report(.ended(.person, detail: "held job \(jobID) could not be cancelled"))
        return .person
      }
      try sink.report(.ended(.failed, detail: "stopped before it was released"))
      return .failed
    }
  }

  func cancel(_ jobID: Int, _ connection: IPPConnection) throws {
    _ = try connection.send(JobRequests.about(jobID, .cancelJob, printerURI: uri), to: resource)
  }
}

extension IPPError {
  /// The answer was friendly but something is missing in it.
  static func incomplete(_ operation: String) -> IPPError {
    IPPError(operation: operation, status: 0, message: "incomplete")
  }
}
