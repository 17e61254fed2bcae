public import Exam

/// How a job ended, as far as can be known.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// The printer's own count agrees.
  case proved
  /// The printer took it all but cannot prove that it printed it.
  case delivered
  /// Nothing of it came out, and nothing will.
  case failed
  /// It cannot be known without looking.
  case person
}

/// What happens to a job; `staging` and `releasing` are intents, recorded before the act.
public enum JobEvent: Hashable, Sendable {
  /// Its pages are laid out.
  case composed
  /// The job is about to be handed over, held.
  case staging
  /// The queue holds the whole job under this `job-id`.
  case staged(jobID: Int)
  /// The job is about to be let go.
  case releasing
  /// The job may be printed.
  case released
  /// The printer works on it; IPP `time-at-processing`, where it is known.
  case processing(since: Int?)
  /// IPP `job-impressions-completed`.
  case progress(impressions: Int)
  /// IPP `printer-state-reasons` that keep it waiting, without suffixes.
  case blocked(reasons: [String])
  /// Nothing keeps it waiting any more.
  case unblocked
  /// Something was seen that does not happen to a job that is printed once and whole.
  case odd(String)
  /// It is about to be taken back before it is let go.
  case withdrawn
  /// It has ended.
  case ended(Verdict, detail: String)
  /// A person said what came out.
  case answered(TrayAnswer)
}

/// What a person found in the printer's tray.
public enum TrayAnswer: Hashable, Sendable {
  /// The number on the end sheet, or everything: the job is whole.
  case whole
  /// The last whole item.
  case upTo(ItemID)
  /// Nothing whole.
  case nothing
  /// There is no end sheet: what came out is not known yet.
  case noEndSheet
}
