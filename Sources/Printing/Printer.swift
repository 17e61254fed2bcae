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
  /// Whether it can prove what it printed.
  public var proves: Bool
  /// IPP `print-scaling-default`, if the printer tells.
  public var printScalingDefault: String?
  /// IPP `media-ready`: the paper that lies in it, if the printer tells.
  public var mediaReady: [String]

  /// Makes a status.
  public init(
    name: String, state: State, reasons: [String] = [], accepts: Bool, proves: Bool,
    printScalingDefault: String? = nil, mediaReady: [String] = []
  ) {
    self.name = name
    self.state = state
    self.reasons = reasons
    self.accepts = accepts
    self.proves = proves
    self.printScalingDefault = printScalingDefault
    self.mediaReady = mediaReady
  }
}

/// Something that jobs are sent to: a CUPS queue, an IPP printer, a folder.
public protocol Printer: Sendable {
  /// The name people use.
  var name: String { get }

  /// Where its pages go.
  var destination: Destination { get }

  /// How it is.
  func status() async throws -> PrinterStatus

  /// Throws a `Trouble` if it cannot do what the ticket asks; nothing is sent or written.
  func check(_ ticket: JobTicket) async throws

  /// Sends a job and follows it to its end; every event is recorded before whoever watches hears of it.
  func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict

  /// Finds out what became of a job after a crash; nil if it surely was never printed.
  func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict?
}

extension Printer {
  /// Paper, as a rule.
  public var destination: Destination { .paper }
}

/// Where events of jobs are kept; throws when it cannot, and then the act must not happen.
public protocol JobLog: Sendable {
  /// Records an event durably.
  func record(_ event: JobEvent, of ticket: JobTicket, printer: String) throws
}

/// Where a printer tells what happens to one job: the journal first, then whoever watches.
public struct JobSink: Sendable {
  private let ticket: JobTicket
  private let printer: String
  private let log: any JobLog
  private let watch: @Sendable (JobEvent) -> Void

  /// Makes a sink.
  public init(
    ticket: JobTicket, printer: String, log: any JobLog,
    watch: @escaping @Sendable (JobEvent) -> Void = { _ in }
  ) {
    self.ticket = ticket
    self.printer = printer
    self.log = log
    self.watch = watch
  }

  /// Records an event, then shows it.
  public func report(_ event: JobEvent) throws {
    try log.record(event, of: ticket, printer: printer)
    watch(event)
  }
}
