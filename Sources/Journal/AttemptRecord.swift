public import Exam
public import Foundation
public import PrintRun

/// A job that is to be printed; the journal gives it its number.
public struct JobIntent: Hashable, Sendable {
  /// The pack.
  public var pack: PackID
  /// The revision it prints.
  public var revision: Int
  /// The printer.
  public var printer: String
  /// Where its pages go.
  public var destination: Destination
  /// What it prints.
  public var request: JobRequest

  /// Makes an intent; by default the whole pack on paper, for the first time.
  public init(
    pack: PackID, revision: Int, printer: String, destination: Destination = .paper,
    request: JobRequest = JobRequest()
  ) {
    self.pack = pack
    self.revision = revision
    self.printer = printer
    self.destination = destination
    self.request = request
  }
}

/// One attempt at printing a pack or some of it, with what only the journal knows of its job.
public struct AttemptRecord: Hashable, Sendable {
  /// The job: what it was to print, and how far it came.
  public internal(set) var job: Job
  /// The job's name everywhere: UUIDv5 of exam, pack and attempt.
  public let uuid: UUID
  /// When it was taken.
  public let taken: Date

  /// The newest event of its job; nil before the first.
  public internal(set) var last: JobEvent?
  /// When that happened.
  public internal(set) var lastAt: Date?
  /// What stands beside the event `composed`: the job's ticket, as JSON.
  public internal(set) var ticket: String?

  /// The pack.
  public var pack: PackID { job.pack }
  /// The number, from 1 within the pack.
  public var attempt: Int { job.attempt }
  /// The revision it prints.
  public var revision: Int { job.revision }
  /// The printer.
  public var printer: String { job.printer }
}
