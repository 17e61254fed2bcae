import Cups
import Exam
import Foundation
public import PrintRun
import Synchronization

/// A printer addressed directly by IPP, without a CUPS server.
///
/// It holds nothing for later: what is staged waits here, and is sent when it is let go.
public struct DirectPrinter: Printer {
  /// The name people use.
  public let name: String
  private let uri: String
  private let pins: (any CertificatePins)?
  private let kept = KeptJobs()

  /// Names a printer: `ipp://host/ipp/print`; by `pins` an `ipps` one is known again.
  public init(uri: String, name: String, pins: (any CertificatePins)? = nil) {
    self.uri = uri
    self.name = name
    self.pins = pins
  }

  /// How the printer is.
  public func status() async throws -> PrinterStatus {
    try await Blocking.run { interruption in
      do {
        return try facts(address(), interruption).status(name: name)
      } catch let trouble as Trouble where trouble == PrinterTrouble.unreachable(name) {
        return .silent(name)
      }
    }
  }

  /// Throws if the printer does not answer or cannot do what is asked.
  public func check(_ ticket: JobTicket) async throws {
    try await Blocking.run { interruption in
      if let obstacle = try facts(address(), interruption).obstacle(ticket) {
        throw obstacle.trouble(at: name)
      }
    }
  }

  /// Keeps the job until it is let go.
  public func stage(_ pdf: [UInt8], _ ticket: JobTicket) async throws -> Int {
    kept.keep(pdf, ticket)
    return 0
  }

  /// Sends the job.
  ///
  /// A connection lost while sending leaves real doubt: printers print the stump of a job.
  public func release(_ jobID: Int, _ ticket: JobTicket) async throws -> Int {
    guard let pdf = kept.take(ticket) else {
      throw ReleaseFailure(isRefused: true, detail: "nothing is kept")
    }
    return try await Blocking.run { interruption in
      guard let address = PrinterURI(uri), let connection = try? connect(address, interruption)
      else { throw ReleaseFailure(isRefused: true, detail: "unreachable") }
      do {
        return try send(pdf, ticket, address, connection, interruption)
      } catch let error as IPPError {
        throw ReleaseFailure(
          isRefused: error.status >= 0x0400, detail: "\(error.operation): \(error.message)")
      }
    }
  }

  /// Cancels a job that was let go; without its id it is looked for.
  public func cancel(_ jobID: Int, _ ticket: JobTicket) async throws {
    guard kept.take(ticket) == nil else { return }
    let known = jobID > 0 ? jobID : try await find(ticket)?.jobID
    guard let known else { return }
    try await Blocking.run { interruption in
      let address = try address()
      _ = try connect(address, interruption).send(
        JobRequests.about(known, .cancelJob, printerURI: uri), to: address.resource)
    }
  }

  /// What the printer says of a job.
  public func look(_ jobID: Int, _ ticket: JobTicket) async throws -> JobSnapshot? {
    guard jobID > 0 else { return try await find(ticket)?.1 }
    return try await Blocking.run { interruption in
      let address = try address()
      let connection = try connect(address, interruption)
      guard
        var snapshot = try JobRequests.snapshot(
          of: jobID, printerURI: uri, address.resource, connection)
      else { return nil }
      snapshot.record = PrinterRecord(state: snapshot.state, impressions: snapshot.impressions)
      return snapshot
    }
  }

  /// Looks for the job by its name.
  public func find(_ ticket: JobTicket) async throws -> (jobID: Int, JobSnapshot)? {
    try await Blocking.run { interruption in
      let address = try address()
      let connection = try connect(address, interruption)
      let known = try JobRequests.history(of: ticket, at: address, connection)
      guard let known,
        var snapshot = try JobRequests.snapshot(
          of: known.jobID, printerURI: uri, address.resource, connection)
      else { return nil }
      snapshot.record = known.record
      return (known.jobID, snapshot)
    }
  }

  /// A printer that is busy with another computer's job is waited for.
  private func send(
    _ pdf: [UInt8], _ ticket: JobTicket, _ address: PrinterURI, _ connection: IPPConnection,
    _ interruption: Interruption
  ) throws -> Int {
    let request = JobRequests.create(.printJob, ticket, printerURI: uri, isHeld: false)
    for attempt in 1... {
      do {
        let job = try connection.send(request, to: address.resource, document: pdf).jobs.first
        guard let jobID = job?.integer("job-id") else { throw IPPError.incomplete("Print-Job") }
        return jobID
      } catch let error as IPPError where error.isBusy && attempt < 60 && !interruption.isRaised {
        Thread.sleep(forTimeInterval: 1)
      }
    }
    throw IPPError.incomplete("Print-Job")
  }

  private func address() throws -> PrinterURI {
    guard let address = PrinterURI(uri) else { throw PrinterTrouble.badURI(uri) }
    return address
  }

  private func facts(
    _ address: PrinterURI, _ interruption: Interruption
  ) throws -> PrinterFacts {
    do {
      return try PrinterFacts(ofDevice: address, connect(address, interruption))
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw PrinterTrouble.unreachable(name)
    }
  }

  /// Connects; one that shows another certificate than before is not spoken to.
  private func connect(
    _ address: PrinterURI, _ interruption: Interruption
  ) throws -> IPPConnection {
    let connection = try address.connect(interruption)
    guard address.isEncrypted, let pins else { return connection }
    guard let certificate = connection.certificate, pins.isKnown(certificate, of: name) else {
      throw PrinterTrouble.otherCertificate(name)
    }
    return connection
  }
}

/// Jobs that wait in memory until they are sent.
private final class KeptJobs: Sendable {
  private let jobs = Mutex<[UUID: [UInt8]]>([:])

  func keep(_ pdf: [UInt8], _ ticket: JobTicket) { jobs.withLock { $0[ticket.uuid] = pdf } }

  func take(_ ticket: JobTicket) -> [UInt8]? {
    jobs.withLock { $0.removeValue(forKey: ticket.uuid) }
  }
}
