public import Exam

/// What a PDF or an archive of the folder turned out to be, by its pages' own text.
public struct FoundMaterial: Hashable, Sendable {
  /// What it is for.
  public enum Kind: Hashable, Sendable {
    /// Participants' copies of a work.
    case work(subject: String, grade: Int?)
    /// An instruction for organisers.
    case instruction
    /// Criteria, keys or solutions: never printed.
    case criteria
    /// Nothing that its pages tell.
    case unknown
  }

  /// The file of the folder: a PDF, or the archive.
  public var file: String
  /// What it is for.
  public var kind: Kind
  /// The variants its pages name, sorted.
  public var variants: [Variant]
  /// The pages of a variant, or of the file if it names none; the most where they differ.
  public var pages: Int

  /// Makes a material.
  public init(file: String, kind: Kind, variants: [Variant] = [], pages: Int) {
    self.file = file
    self.kind = kind
    self.variants = variants
    self.pages = pages
  }

  /// Finds out what a file is for; `documents` are its PDFs, each with the facts of its pages.
  public static func of(
    file: String, documents: [[PageFacts]], policy: Policy
  ) -> FoundMaterial {
    let pages = documents.flatMap(\.self)
    let text = MaterialText.folded(pages.map(\.text).joined(separator: "\n"))
    let counts = Dictionary(
      grouping: documents.flatMap { document in
        document.map { PageIdentity(facts: $0).variant }
      }, by: \.self
    ).mapValues(\.count)
    let variants = counts.keys.compactMap(\.self).sorted()
    return FoundMaterial(
      file: file, kind: kind(pages, text, policy), variants: variants,
      pages: variants.compactMap { counts[$0] }.max() ?? pages.count)
  }

  private static func kind(_ pages: [PageFacts], _ text: String, _ policy: Policy) -> Kind {
    let own = policy.forbiddenPhrases.map(ForbiddenPhrase.init)
    let phrases = own.isEmpty ? ForbiddenPhrase.usual : own
    if phrases.contains(where: { phrase in pages.contains { phrase.isOn($0.text) } }) {
      return .criteria
    }
    let isForOrganisers = text.contains("инструкци") && text.contains("организатор")
    if isForOrganisers, pages.allSatisfy({ PageIdentity(facts: $0).variant == nil }) {
      return .instruction
    }
    let subjects = pages.map { PageIdentity(facts: $0) }
      .compactMap { identity in identity.subject.map { Subject(name: $0, grade: identity.grade) } }
    let counts = Dictionary(grouping: subjects, by: \.self).mapValues(\.count)
    if let most = counts.max(by: { ($0.value, $1.key.name) < ($1.value, $0.key.name) })?.key {
      return .work(subject: most.name, grade: most.grade)
    }
    return .unknown
  }

  private struct Subject: Hashable {
    let name: String
    let grade: Int?
  }
}
