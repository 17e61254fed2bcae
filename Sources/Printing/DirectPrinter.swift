import Cups
import Exam
import Foundation
public import PrintRun

/// A printer addressed directly by IPP, without a CUPS server.
public struct DirectPrinter: Printer {
  /// The name people use.
  public let name: String
  private let uri: String

  /// Names a printer: `ipp://host/ipp/print`.
  public init(uri: String, name: String) {
    self.uri = uri
    self.name = name
  }

  /// How the printer is.
  public func status() async throws -> PrinterStatus {
    try await Blocking.run {
      do {
        return try facts(address()).status(name: name, proves: true)
      } catch let trouble as Trouble where trouble.kind == "printer.unreachable" {
        return PrinterStatus(name: name, state: .unreachable, accepts: false, proves: true)
      }
    }
  }

  /// Throws if the printer does not answer or cannot do what is asked.
  public func check(_ ticket: JobTicket) async throws {
    try await Blocking.run {
      if let obstacle = try facts(address()).obstacle(ticket) { throw obstacle.trouble(at: name) }
    }
  }

  /// Sends the job and follows it.
  ///
  /// A connection lost while sending leaves real doubt: printers print the stump of a job.
  public func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict {
    try await Blocking.run {
      let address = try address()
      let connection: IPPConnection
      do {
        connection = try address.connect()
      } catch {
        try sink.report(.ended(.failed, detail: "unreachable"))
        throw PrinterTrouble.unreachable(name)
      }
      guard stop() == .none else {
        try sink.report(.ended(.failed, detail: "stopped before it was sent"))
        return .failed
      }
      try sink.report(.releasing)
      do {
        let job = try connection.send(
          JobRequests.create(.printJob, ticket, printerURI: uri, isHeld: false),
          to: address.resource, document: pdf
        ).jobs.first
        guard let jobID = job?.integer("job-id") else { throw IPPError.incomplete("Print-Job") }
        try sink.report(.released)
        return try watch(jobID, connection, address).follow(
          ticket, proves: true, sink, stop: stop)
      } catch let error as IPPError {
        let verdict: Verdict = error.status >= 0x0400 ? .failed : .person
        try sink.report(.ended(verdict, detail: "\(error.operation): \(error.message)"))
        if verdict == .failed { throw PrinterTrouble.notTaken(name, error) }
        return verdict
      }
    }
  }

  /// A job that was being sent may be in the printer: only a person can tell.
  public func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict? {
    guard lastEvent != nil else { return nil }
    try sink.report(.ended(.person, detail: "interrupted"))
    return .person
  }

  private func address() throws -> PrinterURI {
    guard let address = PrinterURI(uri) else { throw PrinterTrouble.badURI(uri) }
    return address
  }

  private func facts(_ address: PrinterURI) throws -> PrinterFacts {
    var request = IPPRequest(.getPrinterAttributes, printerURI: uri)
    request.add(.operation, "requested-attributes", .strings(.keyword, PrinterFacts.asked))
    do {
      let response = try address.connect().send(request, to: address.resource)
      guard let printer = response.printers.first else { throw PrinterTrouble.unreachable(name) }
      return PrinterFacts(attributes: printer)
    } catch is IPPError {
      throw PrinterTrouble.unreachable(name)
    }
  }

  private func watch(
    _ jobID: Int, _ connection: IPPConnection, _ address: PrinterURI
  ) -> JobWatch {
    JobWatch(
      connection: connection, resource: address.resource, printerURI: uri, jobID: jobID,
      interval: 0.3, jobsAtPrinter: { nil })
  }
}
