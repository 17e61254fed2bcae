public import Exam

/// The material file behind a plan's source pages.
public struct PlanDocument: Hashable, Codable, Sendable {
  /// The work.
  public var work: WorkID
  /// The material.
  public var material: MaterialID
  /// The file's name, as source pages give it.
  public var file: String
  /// The archive it lies in.
  public var container: String?
  /// SHA-256 of the PDF's bytes, lowercase hex.
  public var sha256: String

  /// Makes a document.
  public init(
    work: WorkID, material: MaterialID, file: String, container: String?, sha256: String
  ) {
    self.work = work
    self.material = material
    self.file = file
    self.container = container
    self.sha256 = sha256
  }
}
