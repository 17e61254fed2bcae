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

  /// Whether some pages among the tasks are criteria or answers, which must not be printed.
  public var hasCriteria: Bool
  /// How many of its PDFs are left out by themselves: criteria, forms.
  public var leftOut: Int
  /// The other pages, as exam.yaml writes them: `1-9`; only of a single PDF with criteria.
  public var chosen: String?

  /// Makes a material.
  public init(
    file: String, kind: Kind, variants: [Variant] = [], pages: Int, hasCriteria: Bool = false,
    leftOut: Int = 0, chosen: String? = nil
  ) {
    self.file = file
    self.kind = kind
    self.variants = variants
    self.pages = pages
    self.hasCriteria = hasCriteria
    self.leftOut = leftOut
    self.chosen = chosen
  }

  /// Finds out what a file is for; `documents` are its PDFs, each with the facts of its pages.
  public static func of(
    file: String, documents: [[PageFacts]], policy: Policy
  ) -> FoundMaterial {
    let roles = documents.map { DocumentRole($0, policy: policy) }
    // Alone, what looks like answers may be tasks as well; `check` asks for a look.
    let wanted: DocumentRole = roles.contains(.tasks) ? .tasks : .answers
    let tasks = zip(documents, roles).filter { $0.1 == wanted }.map(\.0)
    guard !tasks.isEmpty else {
      return FoundMaterial(
        file: file, kind: kind(roles), pages: documents.map(\.count).max() ?? 0)
    }
    let all = tasks.flatMap(\.self)
    let phrases = policy.criteriaPhrases
    let clean = all.filter { page in
      let text = ForbiddenPhrase.Page(page.text)
      return !phrases.contains { $0.isHeading(on: text) }
    }
    let identities = clean.map { PageIdentity(facts: $0, patterns: policy.pagePatterns) }
    let counts = Dictionary(grouping: identities, by: \.variant).mapValues(\.count)
    let variants = counts.keys.compactMap(\.self).sorted()
    let hasCriteria = clean.count < all.count
    let isWork = !hasCriteria || !variants.isEmpty
    return FoundMaterial(
      file: file, kind: isWork ? kind(identities) : .criteria, variants: variants,
      pages: variants.compactMap { counts[$0] }.max() ?? clean.count, hasCriteria: hasCriteria,
      leftOut: documents.count - tasks.count,
      chosen: hasCriteria && documents.count == 1 ? ranges(clean.map(\.page)) : nil)
  }

  /// What a file is for that holds no tasks.
  private static func kind(_ roles: [DocumentRole]) -> Kind {
    let isInstruction = roles.contains { if case .instruction(_?) = $0 { true } else { false } }
    return isInstruction ? .instruction : roles.contains(.criteria) ? .criteria : .unknown
  }

  private static func kind(_ identities: [PageIdentity]) -> Kind {
    let subjects = identities.compactMap { identity in
      identity.subject.map { Subject(name: $0, grade: identity.grade) }
    }
    let counts = Dictionary(grouping: subjects, by: \.self).mapValues(\.count)
    if let most = counts.max(by: { ($0.value, $1.key.name) < ($1.value, $0.key.name) })?.key {
      return .work(subject: most.name, grade: most.grade)
    }
    return .unknown
  }

  /// `1-3, 7`.
  private static func ranges(_ pages: [Int]) -> String {
    MaterialText.list(pages).replacing("–", with: "-")
  }

  private struct Subject: Hashable {
    let name: String
    let grade: Int?
  }
}
