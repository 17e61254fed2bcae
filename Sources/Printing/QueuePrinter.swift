import Cups
import Exam
import Foundation
public import PrintRun

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

  var uri: String {
    let escaped = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    return "ipp://localhost/printers/\(escaped)"
  }
  var resource: String { "/printers/\(name)" }

  /// How the queue is, and the printer behind it.
  public func status() async throws -> PrinterStatus {
    try await Blocking.run {
      let facts = try factsWithDevice(connect())
      return facts.status(name: name, proves: facts.isPassThrough)
    }
  }

  /// Throws if there is no such queue, it refuses jobs, or cannot do what is asked.
  public func check(_ ticket: JobTicket) async throws {
    try await Blocking.run {
      if let obstacle = try factsWithDevice(connect()).obstacle(ticket) {
        throw obstacle.trouble(at: name)
      }
    }
  }

  /// Stages, releases and follows a job.
  public func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict {
    let jobID = try await Blocking.run {
      let connection = try connect()
      let passThrough = try facts(connection).isPassThrough
      return try stage(pdf, ticket, sink, connection, passThrough: passThrough)
    }
    guard stop() == .none else { return try await withdraw(jobID, sink) }
    return try await Blocking.run {
      let connection = try connect()
      let facts = try facts(connection)
      try sink.report(.releasing)
      do {
        _ = try connection.send(
          JobRequests.about(jobID, .releaseJob, printerURI: uri), to: resource)
      } catch let error as IPPError {
        try sink.report(.ended(.person, detail: "release: \(error.message)"))
        return .person
      }
      try sink.report(.released)
      return try watch(jobID, ticket, connection, facts.device)
        .follow(
          ticket, proves: proves(ticket, facts), sink, stop: stop)
    }
  }

  /// The count of a job of one page says 1 whatever became of it.
  private func proves(_ ticket: JobTicket, _ facts: PrinterFacts) -> Bool {
    facts.isPassThrough && ticket.pages > 1
  }

  /// Looks the job up by its uuid: never staged, or held and never begun, means never printed.
  public func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict? {
    try await Blocking.run {
      let connection = try connect()
      guard let job = try find(ticket, connection), let jobID = job.integer("job-id") else {
        return try notFound(lastEvent, sink)
      }
      // A job that was begun can be held again: by a person, or by the queue's error policy.
      if job.integer("job-state") == 4 {
        try cancel(jobID, connection)
        guard (job.integer("time-at-processing") ?? 0) > 0 else { return nil }
        try sink.report(.ended(.person, detail: "held after it was begun"))
        return .person
      }
      let facts = try facts(connection)
      var watch = watch(jobID, ticket, connection, facts.device)
      watch.isResumed = true
      return try watch.follow(
        ticket, proves: proves(ticket, facts), sink, stop: stop)
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

  func connect() throws -> IPPConnection {
    do {
      return try IPPConnection(server: server)
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

  func find(
    _ ticket: JobTicket, _ connection: IPPConnection
  ) throws -> IPPAttributes? {
    for request in JobRequests.jobs(
      printerURI: uri, asking: ["job-id", "job-uuid", "job-state", "time-at-processing"])
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
      jobsAtPrinter: { device.flatMap { Self.count(ticket, at: $0) } },
      deviceAnswers: { device.map { (try? $0.connect()) != nil } ?? true })
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
