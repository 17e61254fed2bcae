public import Exam

/// One PDF of a material with the facts of all its pages.
public struct MaterialDocument: Hashable, Codable, Sendable {
  /// The work.
  public var work: WorkID
  /// The material.
  public var material: MaterialID
  /// The PDF's name; inside an archive, its name there.
  public var file: String
  /// The archive that holds it.
  public var container: String?
  /// The SHA-256 of the PDF.
  public var sha256: String
  /// The facts of every page, in order.
  public var facts: [PageFacts]

  /// How messages name it: `materials.zip: variant-1.pdf`.
  public var place: String { container.map { "\($0): \(file)" } ?? file }

  /// Makes a document.
  public init(
    work: WorkID, material: MaterialID, file: String, container: String? = nil, sha256: String,
    facts: [PageFacts]
  ) {
    self.work = work
    self.material = material
    self.file = file
    self.container = container
    self.sha256 = sha256
    self.facts = facts
  }
}

/// What the materials come to.
public struct MaterialResult: Hashable, Sendable {
  /// The pages of every work, in the order of exam.yaml.
  public var works: [WorkPages]
  /// What was found.
  public var findings: [Finding]

  /// Makes a result.
  public init(works: [WorkPages] = [], findings: [Finding] = []) {
    self.works = works
    self.findings = findings
  }
}

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
