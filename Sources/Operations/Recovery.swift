import Exam
import Foundation
import Journal
import Planning
import PrintRun
import Printing

/// Finds out what became of jobs whose end the journal does not know: after a crash, or a power cut.
struct Recovery {
  let journal: ExamJournal
  let printers: [any Printer]

  /// Closes every open attempt; one whose printer is not among `printers` is left to a person.
  func run(
    _ plan: Plan, _ report: @escaping @Sendable (RunEvent) -> Void,
    _ stop: @escaping @Sendable () -> StopRequest
  ) async throws {
    let log = JournalLog(journal: journal)
    let open = try journal.attempts().filter { $0.job.verdict == nil }
    if !open.isEmpty { report(.recovering(plan: plan, packs: open.map(\.pack))) }
    for attempt in open {
      guard let ticket = try ticket(of: attempt), attempt.job.stage > .composed else {
        try close(attempt, .failed, "never sent")
        continue
      }
      guard let printer = printers.first(where: { $0.name == attempt.printer }) else {
        try close(attempt, .person, "the printer is not at hand")
        continue
      }
      let sink = JobSink(ticket: ticket, printer: printer.name, log: log) {
        report(.job(printer: printer.name, ticket: ticket, event: $0))
      }
      if try await printer.recover(ticket, lastEvent: attempt.last, to: sink, stop: stop) == nil {
        try close(attempt, .failed, "never sent")
      }
    }
  }

  private func close(_ attempt: AttemptRecord, _ verdict: Verdict, _ text: String) throws {
    try journal.record(
      .ended(verdict, detail: text), pack: attempt.pack, attempt: attempt.attempt, when: Date())
  }

  /// The ticket as it was journaled after composing; nil if the job never got that far.
  private func ticket(of attempt: AttemptRecord) throws -> JobTicket? {
    try attempt.ticket.map { try JSONDecoder().decode(JobTicket.self, from: Data($0.utf8)) }
  }
}
