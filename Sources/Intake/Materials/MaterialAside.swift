public import Exam

/// Files of a material's archive that are no PDF and are not printed.
public struct MaterialAside: Hashable, Sendable {
  /// The work.
  public var work: WorkID
  /// The archive.
  public var archive: String
  /// Their names there.
  public var names: [String]

  /// Makes it.
  public init(work: WorkID, archive: String, names: [String]) {
    self.work = work
    self.archive = archive
    self.names = names
  }
}
