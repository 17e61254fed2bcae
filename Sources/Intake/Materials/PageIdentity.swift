public import Exam

/// What a page's text says it belongs to.
public struct PageIdentity: Hashable, Sendable {
  /// The subject of the running header, as written there.
  public var subject: String?
  /// The title that names the work where there is no running header: `работа по физике`.
  public var title: String?
  /// The grade.
  public var grade: Int?
  /// The level, where the page names one.
  public var level: WorkLevel?
  /// The variant.
  public var variant: Variant?
  /// The part.
  public var part: Int?
  /// The number printed at the top or the bottom.
  public var number: PrintedNumber?
  /// Whether the page has a field for the participant's code.
  public var hasCodeField = false

  /// Whether the page says what work it is of.
  public var namesWork: Bool { subject != nil || title != nil }

  /// Makes an identity.
  public init(subject: String? = nil, grade: Int? = nil, variant: Variant? = nil) {
    self.subject = subject
    self.grade = grade
    self.variant = variant
  }

  /// Reads all that a page says of itself.
  public init(facts: PageFacts) {
    self.init(text: facts.text)
    number = PrintedNumber(top: facts.top, bottom: facts.bottom)
  }

  /// Reads the running header: subject and grade, and the variant and part beside or below them.
  public init(text: String) {
    self.init()
    let text = MaterialText.thinned(text)
    var rest = text[...]
    if let header = Self.header(of: text) {
      let name = MaterialText.spaced(header.subject)
      if header.isTitle { title = name } else { subject = name }
      grade = Int(header.grade)
      rest = text[header.range.upperBound...]
      // What stands beside or right below the header; further down it may be a task's word.
      let near = rest.prefix(60)
      level = WorkLevel(in: header.subject) ?? WorkLevel(in: near)
      variant = Self.variant(in: near, pattern: /(?:^|\s)(?:Вариант|ВАРИАНТ)\s*[№:]?\s*(\d{1,3})\b/)
      part = Self.part(in: near)
    }
    let lines = text.split(separator: "\n")
    variant = variant ?? lines.lazy.compactMap(Self.variant(ofLine:)).first
    part = part ?? lines.prefix(8).lazy.compactMap(Self.part(ofLine:)).first
    hasCodeField = lines.contains { $0.split { !$0.isLetter }.contains("КОД") }
  }

  /// The variant that a file's name speaks of; no evidence, only a reason to look.
  public static func variant(ofFileName name: String) -> Variant? {
    let base = MaterialText.folded(name.split(separator: "/").last ?? "")
    return variant(in: base[...], pattern: /(?:вариант|вар|variant|var)[\s._№-]*(\d{1,3})/)
  }

  private typealias Header = (
    subject: Substring, grade: Substring, isTitle: Bool, range: Range<String.Index>
  )

  /// The running header, else the title.
  private static func header(of text: String) -> Header? {
    let running =
      /ВПР(?:\s*20\d\d)?\s*[.:–—-]\s*([^.]{2,80}?(?:\.[^.\n]{2,40})?)[.,]\s*(\d{1,2})\s*(?i:класс)/
    let title =
      /(?i)проверочн\w{1,9}\s+(работ\w{1,9}\s+по\s+[^\d.]{3,60}?)[\s.]+(?:для\s+)?(\d{1,2})\s*(?:-?го\s+)?класс/
    if let match = text.firstMatch(of: running) { return (match.1, match.2, false, match.range) }
    return text.firstMatch(of: title).map { ($0.1, $0.2, true, $0.range) }
  }

  private static func variant(ofLine line: Substring) -> Variant? {
    line.wholeMatch(
      of: /\s*(?:КОД\s+)?(?i:Вариант)\s*[№:]?\s*(\d{1,3})(?:[\s.,]+(?i:Часть)\s*\d)?(?:\s+КОД)?\s*/
    ).map { named($0.1) }
  }

  private static func variant(
    in text: Substring, pattern: Regex<(Substring, Substring)>
  ) -> Variant? {
    text.firstMatch(of: pattern).map { named($0.1) }
  }

  private static func named(_ digits: Substring) -> Variant {
    Variant(rawValue: Int(digits).map { String($0) } ?? String(digits))
  }

  private static func part(ofLine line: Substring) -> Int? {
    line.wholeMatch(of: /\s*(?:КОД\s+)?((?i:Часть)\s*(?:\d|I{1,3}))\.?(?:\s+КОД)?\s*/)
      .flatMap { part(in: $0.1) }
  }

  /// The word begins with a capital, and the sentence does not go on: «Часть 2 метра» is a task's.
  private static func part(in text: Substring) -> Int? {
    let pattern = /(?:^|[\s.,(])(?:Часть|ЧАСТЬ)\s*(\d|I{1,3})\b[ \t]*(?:$|[.,)\n\r]|КОД|Вариант)/
    return text.firstMatch(of: pattern).flatMap {
      $0.1.first == "I" ? $0.1.count : Int($0.1)
    }
  }
}
