/// How a command ended, as the shell sees it.
public enum ExitStatus: Int32, Codable, Sendable {
  /// Done.
  case done = 0
  /// Failed.
  case failed = 2
  /// Refused; nothing was printed.
  case refused = 3
  /// Partly done, or something needs a person.
  case partly = 4
  /// The command line itself was wrong.
  case usage = 64
}

/// An error that ends what was asked for: where, what, and what to do.
///
/// Never carries the name of a person.
public struct Trouble: Error, Hashable, Codable, Sendable {
  /// A stable name of the kind of trouble, for tests: `yaml.unknown-key`.
  public var kind: String
  /// The exit status of a command that ends with it.
  public var exit: ExitStatus
  /// Where: file, line, cell, page, printer; empty if nowhere in particular.
  public var place: Wording
  /// What is wrong, and what to do.
  public var message: Wording
  /// What a caller may do something about; nil where a person has to.
  public var cause: Cause?

  /// What callers tell apart.
  public enum Cause: String, Codable, Sendable {
    /// One printer cannot be used; others may.
    case printer
    /// No printer can be used at all.
    case printers
    /// No printer takes the large paper of a pack.
    case noLargePaper
    /// A folder cannot be made or written.
    case noFolder
    /// A file that is not ours has a job's name.
    case foreignFile
    /// A file is not there.
    case fileMissing
    /// A PDF needs a password, or another one.
    case encrypted
    /// Another window prints the exam.
    case locked
  }

  /// Makes an error whose place reads the same in both languages.
  public init(
    _ kind: String, cause: Cause? = nil, exit: ExitStatus = .refused, at place: String = "",
    _ message: Wording
  ) {
    self.init(kind, cause: cause, exit: exit, at: Wording(same: place), message)
  }

  /// Makes an error.
  public init(
    _ kind: String, cause: Cause? = nil, exit: ExitStatus = .refused, at place: Wording,
    _ message: Wording
  ) {
    self.kind = kind
    self.cause = cause
    self.exit = exit
    self.place = place
    self.message = message
  }
}

extension Trouble: CustomStringConvertible {
  /// For logs: the place and the English text.
  public var description: String { place.isEmpty ? message.en : "\(place.en): \(message.en)" }
}
