import Exam
import Foundation

/// The kinds of events of a job, in the order of its life.
enum JobKind: String {
  case intent, composed, staging, staged, releasing, released, processing, progress
  case blocked, unblocked, ended

  static func isKnown(_ kind: String) -> Bool { JobKind(rawValue: kind) != nil }
}

/// What the event `intent` says: everything about an attempt that is known beforehand.
struct IntentDetail: Codable {
  var uuid: UUID
  var revision: Int
  var printer: String
  var request: AttemptRequest
}

/// What the later events of a job may say.
private struct OutcomeDetail: Decodable {
  var jobID: Int?
  var impressions: Int?
  var reasons: [String]?
  var verdict: String?
}

extension AttemptRecord {
  /// An attempt of which nothing is known but its intent.
  init?(intent event: JournalEvent) throws {
    guard let pack = event.pack, let attempt = event.attempt else { return nil }
    let detail = try JSON.value(IntentDetail.self, event.detail)
    self.init(
      pack: pack, attempt: attempt, uuid: detail.uuid, revision: detail.revision,
      printer: detail.printer, items: detail.request.items, reason: detail.request.reason,
      isReprint: detail.request.isReprint, taken: event.when, lastKind: event.kind,
      lastDetail: event.detail, lastWhen: event.when, jobID: nil, impressions: nil,
      blockedBy: [], released: nil, verdict: nil, ended: nil)
  }

  /// Adds what one more event says; a person's `answered` may replace a verdict.
  mutating func fold(_ event: JournalEvent) {
    let job = JobKind(rawValue: event.kind)
    guard job != nil || event.kind == "answered" else { return }
    let detail = try? JSON.value(OutcomeDetail.self, event.detail)
    jobID = detail?.jobID ?? jobID
    impressions = [impressions, detail?.impressions].compactMap(\.self).max()
    if job == .blocked { blockedBy = detail?.reasons ?? [] }
    if [.unblocked, .processing, .ended].contains(job) { blockedBy = [] }
    if job == .released { released = event.when }
    if job == .ended || event.kind == "answered", let said = detail?.verdict {
      verdict = said
      ended = event.when
    }
    lastKind = event.kind
    lastDetail = event.detail
    lastWhen = event.when
  }

  /// The attempts of a journal, in the order they were taken.
  static func fold(_ events: [JournalEvent]) throws -> [AttemptRecord] {
    var attempts: [AttemptRecord] = []
    var places: [JobKey: Int] = [:]
    for event in events {
      guard let pack = event.pack, let attempt = event.attempt else { continue }
      let key = JobKey(pack: pack, attempt: attempt)
      if event.kind == JobKind.intent.rawValue, let taken = try AttemptRecord(intent: event) {
        places[key] = attempts.count
        attempts.append(taken)
      } else if let place = places[key] {
        attempts[place].fold(event)
      }
    }
    return attempts
  }
}

/// What makes a job unique within its exam.
struct JobKey: Hashable {
  var pack: PackID
  var attempt: Int
}
