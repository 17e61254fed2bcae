import Exam
import Foundation
import PrintRun
import Printing
import Synchronization

/// A log that keeps events in memory.
final class MemoryLog: JobLog {
  private let kept = Mutex<[JobEvent]>([])
  var events: [JobEvent] { kept.withLock { $0 } }

  func record(_ event: JobEvent, of ticket: JobTicket, printer: String) throws {
    kept.withLock { $0.append(event) }
  }
}

func ticket(_ pack: PackID = PackID(number: 1)) throws -> JobTicket {
  guard let exam = ExamID(rawValue: "7F3A2C") else { throw Trouble("test", Wording(same: "id")) }
  return JobTicket(
    exam: exam, revision: 1, pack: pack, attempt: 1, uuid: UUID(), pages: 1, sheets: 1,
    sides: .one, media: "iso_a4_210x297mm", printColorMode: "monochrome", printScaling: "none")
}

/// A printer that answers every job with one verdict.
struct FakePrinter: Printer {
  let name: String
  var verdict = Verdict.proved

  func status() async throws -> PrinterStatus {
    PrinterStatus(name: name, state: .idle, accepts: true, proves: true)
  }

  func check(_ ticket: JobTicket) async throws {}

  func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict {
    try sink.report(.ended(verdict, detail: name))
    return verdict
  }

  func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict? { nil }
}
