public import Exam

/// A work as far as papers speak of it.
public struct PlanWork: Hashable, Codable, Sendable {
  /// The id.
  public var id: WorkID
  /// The subject.
  public var subject: String
  /// How long it takes, in minutes.
  public var duration: Int?
  /// Whether its pages are assumed because the material is not there yet.
  public var assumed: Bool

  /// Makes a work.
  public init(id: WorkID, subject: String, duration: Int?, assumed: Bool) {
    self.id = id
    self.subject = subject
    self.duration = duration
    self.assumed = assumed
  }
}
