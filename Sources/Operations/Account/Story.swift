import Exam
public import Foundation
import Journal
import Planning
public import PrintRun

/// Something that happened to an exam, for people to read.
public struct StoryEvent: Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// A revision was frozen.
    case frozen
    /// The names of a list were taken.
    case names
    /// Materials were read for the first time.
    case materials
    /// Somebody accepted a finding.
    case accepted
    /// The names were deleted.
    case purged
    /// The journal goes on in another place.
    case moved
    /// A job was begun.
    case begun
    /// A job was let go to its printer.
    case sent
    /// A printer waits for something.
    case blocked
    /// It goes on.
    case unblocked
    /// A job was taken back before it was let go.
    case withdrawn
    /// A job ended.
    case ended(Verdict?)
    /// A person said what came out.
    case answered
    /// Something odd was seen.
    case odd
  }

  /// When.
  public let when: Date
  /// What.
  public let kind: Kind
  /// What people call the pack it happened to.
  public let pack: String?
  /// The attempt it happened to.
  public let attempt: Int?
  /// The printer of that attempt, as people call it.
  public let printer: String?
}

extension ExamDesk {
  /// What has happened, the newest last; nothing before the first freeze.
  public nonisolated func story() throws -> [StoryEvent] {
    guard let journal = try journal() else { return [] }
    let plan = try journal.currentRevision()?.plan
    let attempts = Dictionary(
      try journal.attempts().map { ($0.job.key, $0.job) }, uniquingKeysWith: { $1 })
    return try journal.events().compactMap { event in
      guard let kind = event.story(attempts) else { return nil }
      let job = event.key.flatMap { attempts[$0] }
      return StoryEvent(
        when: event.when, kind: kind,
        pack: event.pack.map { plan?.pack($0)?.label ?? $0.rawValue }, attempt: event.attempt,
        printer: job.map { PrinterLabel.of($0.printer) })
    }
  }
}

extension JournalEvent {
  fileprivate var key: JobKey? {
    guard let pack, let attempt else { return nil }
    return JobKey(pack: pack, attempt: attempt)
  }

  /// What people are told of it; nil for steps between.
  fileprivate func story(_ jobs: [JobKey: Job]) -> StoryEvent.Kind? {
    switch kind {
    case .frozen: .frozen
    case .list: .names
    case .materials: .materials
    case .accepted: .accepted
    case .purged: .purged
    case .moved: .moved
    case .intent: .begun
    case .released: .sent
    case .blocked: .blocked
    case .unblocked: .unblocked
    case .withdrawn: .withdrawn
    case .ended: .ended(key.flatMap { jobs[$0]?.verdict })
    case .answered: .answered
    case .odd: .odd
    case .composed, .staging, .staged, .releasing, .processing, .progress, .attended, nil: nil
    }
  }
}
