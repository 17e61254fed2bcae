import Cups
import Exam
import Foundation

/// A queue of a CUPS server.
///
/// The job is staged held, checked and only then released, so that no half of it can be printed; the
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

  /// How the queue is, and the printer behind it as far as CUPS knows.
  public func status() async throws -> PrinterStatus {
    try await Blocking.run {
      let facts = try facts(connect())
      return facts.status(name: name, proves: facts.device != nil)
    }
  }

  /// Throws if there is no such queue, it refuses jobs, or cannot do what is asked.
  public func check(_ ticket: JobTicket) async throws {
    try await Blocking.run { try facts(connect()).admit(ticket, name: name) }
  }

  /// Stages, releases and follows a job.
  public func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink, isCancelled: @Sendable () -> Bool
  ) async throws -> Verdict {
    try await Blocking.run {
      let connection = try connect()
      let device = try facts(connection).device
      let jobID = try stage(pdf, ticket, sink, connection, passThrough: device != nil)
      try sink.report(.releasing)
      do {
        _ = try connection.send(
          JobRequests.about(jobID, .releaseJob, printerURI: uri), to: resource)
      } catch let error as IPPError {
        try sink.report(.ended(.person, detail: "release: \(error.message)"))
        return .person
      }
      try sink.report(.released)
      return try watch(jobID, ticket, connection, device)
        .follow(ticket, proves: device != nil, sink)
    }
  }

  /// Looks the job up by its uuid: never staged or still held means never printed.
  public func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, log: any JobLog
  ) async throws -> Verdict? {
    try await Blocking.run {
      let connection = try connect()
      let sink = JobSink(ticket: ticket, printer: name, log: log)
      guard let job = try find(ticket, connection), let jobID = job.integer("job-id") else {
        return try notFound(lastEvent, sink)
      }
      if job.integer("job-state") == 4 {
        _ = try connection.send(
          JobRequests.about(jobID, .cancelJob, printerURI: uri), to: resource)
        return nil
      }
      let device = try facts(connection).device
      return try watch(jobID, ticket, connection, device)
        .follow(ticket, proves: device != nil, sink)
    }
  }

  private func notFound(_ lastEvent: JobEvent?, _ sink: JobSink) throws -> Verdict? {
    switch lastEvent {
    case nil, .staging, .staged: return nil
    default:
      try sink.report(.ended(.person, detail: "the queue forgot the job"))
      return .person
    }
  }

  private func connect() throws -> IPPConnection {
    do {
      return try IPPConnection(server: server)
    } catch let error as IPPError {
      throw PrinterTrouble.noServer(error.message)
    }
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

  private func stage(
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
        _ = try? connection.send(
          JobRequests.about(left, .cancelJob, printerURI: uri), to: resource)
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

  private func find(
    _ ticket: JobTicket, _ connection: IPPConnection
  ) throws -> IPPAttributes? {
    for request in JobRequests.jobs(
      printerURI: uri, asking: ["job-id", "job-uuid", "job-state"])
    {
      let jobs = try connection.send(request, to: resource).jobs
      if let job = jobs.first(where: { $0.string("job-uuid") == JobRequests.uuid(ticket) }) {
        return job
      }
    }
    return nil
  }

  private func watch(
    _ jobID: Int, _ ticket: JobTicket, _ connection: IPPConnection, _ device: PrinterURI?
  ) -> JobWatch {
    JobWatch(
      connection: connection, resource: resource, printerURI: uri, jobID: jobID, interval: 0.3,
      jobsAtPrinter: { device.flatMap { Self.count(ticket, at: $0) } })
  }

  /// How many jobs of this name the device itself knows.
  private static func count(_ ticket: JobTicket, at device: PrinterURI) -> Int? {
    guard let connection = try? device.connect() else { return nil }
    var names: [String] = []
    for request in JobRequests.jobs(printerURI: device.text, asking: ["job-name"]) {
      guard let jobs = try? connection.send(request, to: device.resource).jobs else { return nil }
      names += jobs.compactMap { $0.string("job-name") }
    }
    return names.filter { $0 == ticket.name }.count
  }
}

extension IPPError {
  /// The answer was friendly but something is missing in it.
  static func incomplete(_ operation: String) -> IPPError {
    IPPError(operation: operation, status: 0, message: "incomplete")
  }
}
