import Exam
import Foundation
import Journal
import Printing

/// Writes what happens to jobs into the journal.
struct JournalLog: JobLog {
  let journal: ExamJournal

  func record(_ event: JobEvent, of ticket: JobTicket, printer: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let detail = try encoder.encode(JobEventDetail(event: event))
    try journal.record(
      kind: event.kindName, pack: ticket.pack, attempt: ticket.attempt,
      detail: String(bytes: detail, encoding: .utf8) ?? "{}", when: Date())
  }
}

/// The flat form in which an event of a job stands in the journal.
struct JobEventDetail: Codable {
  var jobID: Int?
  var impressions: Int?
  var reasons: [String]?
  var verdict: String?
  var text: String?

  init(event: JobEvent) {
    switch event {
    case .staged(let id): jobID = id
    case .progress(let count): impressions = count
    case .blocked(let list): reasons = list
    case .ended(let verdict, let detail):
      self.verdict = verdict.rawValue
      text = detail
    default: break
    }
  }
}

extension JobEvent {
  /// The event's name in the journal.
  var kindName: String {
    switch self {
    case .staging: "staging"
    case .staged: "staged"
    case .releasing: "releasing"
    case .released: "released"
    case .processing: "processing"
    case .progress: "progress"
    case .blocked: "blocked"
    case .unblocked: "unblocked"
    case .ended: "ended"
    }
  }
}
