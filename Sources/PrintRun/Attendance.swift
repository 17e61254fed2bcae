/// A person's part in a morning; who it was is kept apart, in their initials, and goes with `purge`.
public struct Attendance: Hashable, Codable, Sendable {
  /// What a person did.
  public enum Part: String, Codable, Sendable {
    /// Sat down at the window that prints: what is answered there from then on is theirs.
    case prints
    /// Looked at the proof sets and found them right.
    case looked
  }

  /// What they did.
  public var part: Part
  /// The revision that was printed then.
  public var revision: Int

  /// Says what a person did.
  public init(_ part: Part, revision: Int) {
    self.part = part
    self.revision = revision
  }
}
