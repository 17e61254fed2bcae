import Foundation
import Journal
import PrintRun
import Printing

/// Writes what happens to jobs into the journal.
struct JournalLog: JobLog {
  let journal: ExamJournal

  func record(_ event: JobEvent, of ticket: JobTicket, printer: String) throws {
    try journal.record(event, pack: ticket.pack, attempt: ticket.attempt, when: Date())
  }
}
