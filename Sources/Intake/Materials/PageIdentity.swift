public import Exam

/// What a page's text says it belongs to.
public struct PageIdentity: Hashable, Sendable {
  /// The subject of the running header, as written there.
  public var subject: String?
  /// The grade.
  public var grade: Int?
  /// The variant.
  public var variant: Variant?

  /// Makes an identity.
  public init(subject: String? = nil, grade: Int? = nil, variant: Variant? = nil) {
    self.subject = subject
    self.grade = grade
    self.variant = variant
  }

  /// Reads the running header: subject and grade, and the variant beside or below them.
  public init(text: String) {
    self.init()
    let header = /ВПР\.\s*([^.\n]{2,80}?(?:\.[^.\n]{2,40})?)\.\s*(\d{1,2})\s*класс/
    var rest = text[...]
    if let match = text.firstMatch(of: header) {
      subject = MaterialText.spaced(match.1)
      grade = Int(match.2)
      rest = text[match.range.upperBound...]
      // The variant stands beside or right below the header; further down it may be a task's word.
      variant = Self.variant(in: rest.prefix(60), pattern: /(?:^|\s)Вариант\s*№?\s*(\d{1,3})\b/)
    }
    if variant == nil {
      variant =
        text.split(separator: "\n").lazy.compactMap { line in
          line.wholeMatch(of: /\s*(?:КОД\s+)?(?i:Вариант)\s*№?\s*(\d{1,3})(?:\s+КОД)?\s*/)
            .map { Self.named($0.1) }
        }.first
    }
  }

  /// The variant that a file's name speaks of; no evidence, only a reason to look.
  public static func variant(ofFileName name: String) -> Variant? {
    let base = MaterialText.folded(name.split(separator: "/").last ?? "")
    return variant(in: base[...], pattern: /(?:вариант|вар|variant|var)[\s._№-]*(\d{1,3})/)
  }

  private static func variant(
    in text: Substring, pattern: Regex<(Substring, Substring)>
  ) -> Variant? {
    text.firstMatch(of: pattern).map { named($0.1) }
  }

  private static func named(_ digits: Substring) -> Variant {
    Variant(rawValue: Int(digits).map { String($0) } ?? String(digits))
  }
}
