public import Exam
public import Foundation
import GRDB
public import PrintRun

/// What the event `intent` says: everything about an attempt that is known beforehand.
struct IntentDetail: Codable {
  var uuid: UUID
  var revision: Int
  var printer: String
  /// Journals of the first version do not say it.
  var destination: Destination?
  var request: JobRequest

  /// Folders without a name of their own are called by their path.
  var known: Destination { destination ?? (printer.hasPrefix("/") ? .file : .paper) }
}

/// What an event of a job says besides its kind; every part may be missing.
struct JobEventDetail: Codable {
  var jobID: Int?
  var impressions: Int?
  var since: Int?
  var reasons: [String]?
  var verdict: String?
  var text: String?
  var answer: Answer?
  var item: ItemID?

  enum Answer: String, Codable { case whole, upTo, nothing, noEndSheet }

  init(_ event: JobEvent) {
    switch event {
    case .staged(let id): jobID = id
    case .progress(let count): impressions = count
    case .processing(let since): self.since = since
    case .blocked(let list): reasons = list
    case .odd(let what): text = what
    case .ended(let verdict, let detail):
      self.verdict = verdict.rawValue
      text = detail
    case .answered(.whole): answer = .whole
    case .answered(.upTo(let last)):
      answer = .upTo
      item = last
    case .answered(.nothing): answer = .nothing
    case .answered(.noEndSheet): answer = .noEndSheet
    case .composed, .staging, .releasing, .released, .unblocked, .withdrawn: break
    }
  }

  fileprivate var said: TrayAnswer? {
    switch answer {
    case .whole: .whole
    case .upTo: item.map(TrayAnswer.upTo)
    case .nothing: .nothing
    case .noEndSheet: .noEndSheet
    case nil: nil
    }
  }
}

extension JobEvent {
  /// The event's name in the journal.
  var kind: EventKind {
    switch self {
    case .composed: .composed
    case .staging: .staging
    case .staged: .staged
    case .releasing: .releasing
    case .released: .released
    case .processing: .processing
    case .progress: .progress
    case .blocked: .blocked
    case .unblocked: .unblocked
    case .withdrawn: .withdrawn
    case .odd: .odd
    case .ended: .ended
    case .answered: .answered
    }
  }

  /// Reads an event; nil where it is not a job's, or says nothing that this program knows.
  ///
  /// An ending that cannot be read is one that a person must look at.
  init?(_ event: JournalEvent) {
    guard let kind = event.kind else { return nil }
    let detail = try? JSON.value(JobEventDetail.self, event.detail)
    let known: JobEvent? =
      switch kind {
      case .composed: .composed
      case .staging: .staging
      case .staged: .staged(jobID: detail?.jobID ?? 0)
      case .releasing: .releasing
      case .released: .released
      case .processing: .processing(since: detail?.since)
      case .progress: .progress(impressions: detail?.impressions ?? 0)
      case .blocked: .blocked(reasons: detail?.reasons ?? [])
      case .unblocked: .unblocked
      case .withdrawn: .withdrawn
      case .odd: .odd(detail?.text ?? "")
      case .ended:
        .ended(detail?.verdict.flatMap(Verdict.init) ?? .person, detail: detail?.text ?? "")
      case .answered: detail?.said.map(JobEvent.answered)
      case .frozen, .list, .materials, .accepted, .purged, .moved, .attended, .intent: nil
      }
    guard let known else { return nil }
    self = known
  }
}

extension AttemptRecord {
  /// An attempt of which nothing is known but its intent.
  init?(intent event: JournalEvent, _ remarks: [Int: String]) throws {
    guard let pack = event.pack, let attempt = event.attempt else { return nil }
    var detail = try JSON.value(IntentDetail.self, event.detail)
    // Older journals keep it in the event.
    detail.request.reason = remarks[event.id] ?? detail.request.reason
    self.init(
      job: Job(
        pack: pack, revision: detail.revision, attempt: attempt, printer: detail.printer,
        destination: detail.known,
        request: detail.request),
      uuid: detail.uuid, taken: event.when)
  }

  /// The attempts of a journal, in the order they were taken.
  static func fold(
    _ events: [JournalEvent], _ remarks: [Int: String]
  ) throws -> [AttemptRecord] {
    var attempts: [AttemptRecord] = []
    var places: [JobKey: Int] = [:]
    var question = 1
    for event in events {
      guard let pack = event.pack, let attempt = event.attempt else { continue }
      let key = JobKey(pack: pack, attempt: attempt)
      if event.kind == .intent, let taken = try AttemptRecord(intent: event, remarks) {
        places[key] = attempts.count
        attempts.append(taken)
      } else if let place = places[key], let happened = JobEvent(event) {
        attempts[place].job.take(happened, numbering: &question)
        attempts[place].last = happened
        attempts[place].lastAt = event.when
        if happened == .composed { attempts[place].ticket = event.detail }
        if happened.isOfFile { attempts[place].job.destination = .file }
      }
    }
    return attempts
  }
}

extension JobEvent {
  /// Whether only a file ends so: what journals of the first version say of a folder that exam.yaml
  /// gives a name.
  fileprivate var isOfFile: Bool {
    guard case .ended(.proved, let detail) = self else { return false }
    return detail == "fsync" || detail == "found"
  }
}

extension ExamJournal {
  /// Writes what happened to a job.
  public func record(
    _ event: JobEvent, pack: PackID, attempt: Int, when: Date
  ) throws(Trouble) {
    try append(event, pack, attempt, { try JSON.text(JobEventDetail(event)) }, when)
  }

  /// Writes that a job is laid out, with its ticket.
  public func record(
    ticket: some Encodable, pack: PackID, attempt: Int, when: Date
  ) throws(Trouble) {
    try append(.composed, pack, attempt, { try JSON.text(ticket) }, when)
  }

  private func append(
    _ event: JobEvent, _ pack: PackID, _ attempt: Int, _ detail: () throws -> String, _ when: Date
  ) throws(Trouble) {
    try write { database in
      if case .progress(let count) = event {
        try Progress.set(count, pack, attempt, in: database)
      } else {
        try EventChain.append(
          event.kind, pack: pack, attempt: attempt, detail: detail(), when: when, to: database)
      }
    }
  }
}
