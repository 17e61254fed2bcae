public import PrintRun

/// How a printer is.
public struct PrinterStatus: Hashable, Sendable {
  /// IPP `printer-state`, and one of our own for a printer that does not answer.
  public enum State: Sendable {
    case idle
    case processing
    case stopped
    case unreachable
  }

  /// The name people use.
  public var name: String
  /// The state.
  public var state: State
  /// IPP `printer-state-reasons`, without suffixes and without `none`.
  public var reasons: [String]
  /// IPP `printer-is-accepting-jobs`.
  public var accepts: Bool
  /// Whether its own count of a job can be had.
  public var counting: Counting
  /// Whether it holds jobs that are to be printed later.
  public var stagesAhead: Bool
  /// IPP `print-scaling-default`, if the printer tells.
  public var printScalingDefault: String?
  /// IPP `media-ready`: the paper that lies in it, if the printer tells.
  public var mediaReady: [String]

  /// Makes a status.
  public init(
    name: String, state: State, reasons: [String] = [], accepts: Bool, counting: Counting,
    stagesAhead: Bool = false, printScalingDefault: String? = nil, mediaReady: [String] = []
  ) {
    self.name = name
    self.state = state
    self.reasons = reasons
    self.accepts = accepts
    self.counting = counting
    self.stagesAhead = stagesAhead
    self.printScalingDefault = printScalingDefault
    self.mediaReady = mediaReady
  }

  /// A printer that does not answer.
  public static func silent(_ name: String) -> PrinterStatus {
    PrinterStatus(name: name, state: .unreachable, accepts: false, counting: .unknown)
  }

  /// Whether it proves what it prints: a job has shown that it counts.
  public var proves: Bool { counting == .shown }

  /// Whether it can print now.
  public var health: PrinterHealth {
    if state == .unreachable { return .ill(["unreachable"]) }
    if !accepts { return .ill(["rejecting"]) }
    guard state == .stopped else { return .well }
    let known = StateReasons.blocking(reasons)
    return .ill(known.isEmpty ? ["stopped"] : known)
  }
}

/// Why a job was not let go.
public struct ReleaseFailure: Error, Sendable {
  /// Whether the printer refused it, so that it is certain that nothing comes out.
  public let isRefused: Bool
  /// What was said.
  public let detail: String
}

/// Something that jobs are sent to: a CUPS queue, an IPP printer, a folder.
///
/// Each operation is one exchange; what follows from it is the run's to decide. Cancelling the task that
/// waits for one interrupts it.
public protocol Printer: Sendable {
  /// The name people use.
  var name: String { get }

  /// Where its pages go.
  var destination: Destination { get }

  /// How it is.
  func status() async throws -> PrinterStatus

  /// Throws a `Trouble` if it cannot do what the ticket asks; nothing is sent or written.
  func check(_ ticket: JobTicket) async throws

  /// Takes the whole job without printing it, and returns its `job-id`; a `Trouble` leaves nothing of it.
  func stage(_ pdf: [UInt8], _ ticket: JobTicket) async throws -> Int

  /// Lets a staged job go and returns its `job-id`; throws a `ReleaseFailure`.
  func release(_ jobID: Int, _ ticket: JobTicket) async throws -> Int

  /// Takes a job back, staged or let go.
  func cancel(_ jobID: Int, _ ticket: JobTicket) async throws

  /// What it says of a job; nil if it knows no such job.
  func look(_ jobID: Int, _ ticket: JobTicket) async throws -> JobSnapshot?

  /// What it says of a job that is known by its name only; nil if it knows no such job.
  func find(_ ticket: JobTicket) async throws -> (jobID: Int, JobSnapshot)?
}

extension Printer {
  /// Paper, as a rule.
  public var destination: Destination { .paper }
}
