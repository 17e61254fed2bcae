import Cups
import Exam
import Foundation
public import PrintRun

/// A queue of a CUPS server.
///
/// The job is staged held, checked and only then let go, so that no half of it can be printed; the
/// pass-through format keeps CUPS from rewriting the file and makes the count the printer's own.
public struct QueuePrinter: Printer {
  /// The queue's name.
  public let name: String
  private let server: String?

  /// Names a queue; the server is a socket, `host:port`, or the environment's choice if nil.
  public init(queue: String, server: String? = nil) {
    name = queue
    self.server = server
  }

  private var uri: String {
    let escaped = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    return "ipp://localhost/printers/\(escaped)"
  }
  private var resource: String { "/printers/\(name)" }

  /// How the queue is, and the printer behind it.
  public func status() async throws -> PrinterStatus {
    try await Blocking.run { interruption in
      try factsWithDevice(connect(interruption)).status(name: name)
    }
  }

  /// Throws if there is no such queue, it refuses jobs, or cannot do what is asked.
  public func check(_ ticket: JobTicket) async throws {
    try await Blocking.run { interruption in
      if let obstacle = try factsWithDevice(connect(interruption)).obstacle(ticket) {
        throw obstacle.trouble(at: name)
      }
    }
  }

  /// Hands the whole file over, held, and checks that the server has it.
  public func stage(_ pdf: [UInt8], _ ticket: JobTicket) async throws -> Int {
    do {
      return try await Blocking.run { interruption in
        try handOver(pdf, ticket, connect(interruption))
      }
    } catch let error as IPPError {
      // Held or unfinished jobs print nothing; what is left of this one is found by its uuid.
      if let left = try? await find(ticket)?.jobID { try? await cancel(left, ticket) }
      throw PrinterTrouble.notTaken(name, error)
    }
  }

  /// Lets the job go.
  public func release(_ jobID: Int, _ ticket: JobTicket) async throws -> Int {
    do {
      try await Blocking.run { interruption in
        _ = try connect(interruption).send(
          JobRequests.about(jobID, .releaseJob, printerURI: uri), to: resource)
      }
      return jobID
    } catch {
      // Whatever was answered, the queue knows whether the job is still held.
      throw ReleaseFailure(isRefused: false, detail: "release: \(error)")
    }
  }

  /// Cancels the job.
  public func cancel(_ jobID: Int, _ ticket: JobTicket) async throws {
    try await Blocking.run { interruption in
      do {
        _ = try connect(interruption).send(
          JobRequests.about(jobID, .cancelJob, printerURI: uri), to: resource)
      } catch let error as IPPError where error.isNotFound {}
    }
  }

  /// What the queue says of the job, and once it has ended the printer's own history.
  public func look(_ jobID: Int, _ ticket: JobTicket) async throws -> JobSnapshot? {
    try await Blocking.run { interruption in try snapshot(jobID, ticket, connect(interruption)) }
  }

  /// Looks for the job by its uuid; a queue that is gone has no jobs.
  public func find(_ ticket: JobTicket) async throws -> (jobID: Int, JobSnapshot)? {
    try await Blocking.run { interruption in
      let connection = try connect(interruption)
      do {
        guard let jobID = try id(of: ticket, connection),
          let snapshot = try snapshot(jobID, ticket, connection)
        else { return nil }
        return (jobID, snapshot)
      } catch let error as IPPError where error.isNotFound {
        return nil
      }
    }
  }

  private func id(of ticket: JobTicket, _ connection: IPPConnection) throws -> Int? {
    for request in JobRequests.jobs(printerURI: uri, asking: ["job-id", "job-uuid"]) {
      let jobs = try connection.send(request, to: resource).jobs
      if let job = jobs.first(where: { $0.string("job-uuid") == JobRequests.uuid(ticket) }) {
        return job.integer("job-id")
      }
    }
    return nil
  }

  private func snapshot(
    _ jobID: Int, _ ticket: JobTicket, _ connection: IPPConnection
  ) throws -> JobSnapshot? {
    guard
      var snapshot = try JobRequests.snapshot(
        of: jobID, printerURI: uri, resource, connection)
    else { return nil }
    guard snapshot.state >= 7 else { return snapshot }
    let facts = try facts(connection)
    guard facts.isPassThrough, let device = facts.device, let own = try? device.connect() else {
      return snapshot
    }
    snapshot.record = try? JobRequests.history(of: ticket, at: device, own)?.record
    return snapshot
  }

  private func handOver(
    _ pdf: [UInt8], _ ticket: JobTicket, _ connection: IPPConnection
  ) throws -> Int {
    let passThrough = try facts(connection).isPassThrough
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
    return jobID
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

  private func connect(_ interruption: Interruption) throws -> IPPConnection {
    do {
      return try IPPConnection(server: server, interruption: interruption)
    } catch let error as IPPError {
      throw PrinterTrouble.noServer(error.message)
    }
  }

  private func factsWithDevice(_ connection: IPPConnection) throws -> PrinterFacts {
    var facts = try facts(connection)
    facts.askDevice()
    return facts
  }

  private func facts(_ connection: IPPConnection) throws -> PrinterFacts {
    var request = IPPRequest(.getPrinterAttributes, printerURI: uri)
    request.add(
      .operation, "requested-attributes", .strings(.keyword, PrinterFacts.asked))
    do {
      guard let printer = try connection.send(request, to: resource).printers.first else {
        throw PrinterTrouble.unknown(name)
      }
      return PrinterFacts(attributes: printer)
    } catch let error as IPPError {
      throw error.isUnreachable
        ? PrinterTrouble.noServer(error.message) : PrinterTrouble.unknown(name)
    }
  }
}

extension IPPError {
  /// The answer was friendly but something is missing in it.
  static func incomplete(_ operation: String) -> IPPError {
    IPPError(operation: operation, status: 0, message: "incomplete")
  }

  /// `client-error-not-found`.
  var isNotFound: Bool { status == 0x0406 }

  /// `server-error-busy`, `server-error-not-accepting-jobs`.
  var isBusy: Bool { status == 0x0507 || status == 0x0506 }
}
