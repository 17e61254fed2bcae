/// The kinds of events, as the journal names them; what each carries is the home of its own file.
public enum EventKind: String, Sendable, CaseIterable {
  /// A revision was frozen: `Revisions`.
  case frozen
  /// The names of a list that left the plan as it was: `ListChanges`.
  case list
  /// A file of materials was read: `MaterialImports`.
  case materials
  /// A person accepted something found: `Acceptance`.
  case accepted
  /// The names were deleted: `People`.
  case purged
  /// The journal goes on in another folder or on another machine: `JournalHome`.
  case moved
  /// A person has looked at the proof sets, or has taken the computer: `Attendance`.
  case attended
  /// An attempt was taken: what a job is to print.
  case intent
  case composed, staging, staged, releasing, released, processing, progress
  case blocked, unblocked, odd, withdrawn, ended, answered
}
