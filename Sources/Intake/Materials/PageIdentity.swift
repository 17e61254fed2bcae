public import Exam

/// What a page's text says it belongs to.
public struct PageIdentity: Hashable, Sendable {
  /// The subject of the running header, as written there.
  public var subject: String?
  /// The title that names the work where there is no running header: `работа по физике`.
  public var title: String?
  /// What stands before a grade where nothing leads up to the subject: «Тест Математика, 5 класс».
  ///
  /// It speaks for a work whose subject is in it and against none.
  public var mention: String?
  /// The grade.
  public var grade: Int?
  /// The level, where the page names one.
  public var level: WorkLevel?
  /// The variants that it names; one of a page of tasks.
  public var variants: Set<Variant> = []
  /// The part.
  public var part: Int?
  /// The number printed at the top or the bottom.
  public var number: PrintedNumber?
  /// Whether the page has a field for the participant's code.
  public var hasCodeField = false

  /// The variant, where the page names exactly one.
  public var variant: Variant? { variants.count == 1 ? variants.first : nil }

  /// Whether the page says what work it is of, or may say it.
  public var namesWork: Bool { subject != nil || title != nil || mention != nil }

  /// Makes an identity.
  public init(subject: String? = nil, grade: Int? = nil) {
    self.subject = subject
    self.grade = grade
  }

  /// Reads all that a page says of itself, as its campaign's pages do.
  public init(facts: PageFacts, patterns: PagePatterns = .usual) {
    self.init(text: facts.text, margins: facts.top + "\n" + facts.bottom, patterns: patterns)
    number = PrintedNumber(top: facts.top, bottom: facts.bottom)
    // Two pages beside each other: lines that go across both are no lines of either.
    for half in facts.halves {
      variants.formUnion(PageIdentity(facts: half, patterns: patterns).variants)
    }
  }

  /// Reads the running header: subject and grade, and the variant and part beside or below them.
  ///
  /// - Parameters:
  ///   - text: The page's text.
  ///   - margins: What of it stands at the top and the bottom, where running headers are.
  ///   - patterns: How the campaign's pages say what they are.
  public init(text: String, margins: String = "", patterns: PagePatterns = .usual) {
    self.init()
    let words = PageWords(MaterialText.unspaced(MaterialText.thinned(text)))
    var near: Substring = ""
    if let header = Self.header(of: words, patterns) {
      let name = words.subject(of: header.fit, isTitle: header.isTitle)
      if header.isLoose {
        mention = name
      } else if header.isTitle {
        title = name
      } else {
        subject = name
      }
      grade = header.fit.grade
      // What stands beside or right below the header; further down it may be a task's word.
      near = words.behind(header.fit).prefix(60)
      level = WorkLevel(in: name) ?? WorkLevel(in: near)
    }
    let lines = words.text.split(whereSeparator: \.isNewline)
    variants = VariantText(patterns: patterns).variants(
      lines: lines, margins: MaterialText.unspaced(margins))
    part = Self.part(in: near) ?? lines.prefix(8).lazy.compactMap(Self.part(ofLine:)).first
    hasCodeField = lines.contains { Self.hasCodeField($0, patterns.codeField) }
  }

  /// The variant that a file's name speaks of; no evidence, only a reason to look.
  public static func variant(ofFileName name: String) -> Variant? {
    let base = MaterialText.folded(name.split(separator: "/").last ?? "")
    let pattern =
      /(?:вариант|вар|variant|var)[\s._№-]*(\d{1,3})|(?:^|[^\d])(\d{1,3})[\s._-]*(?:-?й)?[\s._-]*вариант/
    return base.firstMatch(of: pattern).flatMap { Variant(written: $0.1 ?? $0.2 ?? "") }
  }

  /// The running header, else the title.
  private static func header(
    of words: PageWords, _ patterns: PagePatterns
  ) -> (fit: PatternFit, isTitle: Bool, isLoose: Bool)? {
    for (texts, isTitle) in [(patterns.header, false), (patterns.title, true)] {
      for pattern in texts.compactMap(PagePattern.init) {
        guard let fit = pattern.first(in: words) else { continue }
        return (fit, isTitle && !pattern.isLoose, pattern.isLoose)
      }
    }
    return nil
  }

  /// The word alone or in a header; in quotation marks or a sentence it only speaks of the field.
  private static func hasCodeField(_ line: Substring, _ words: [String]) -> Bool {
    let all = line.split { !$0.isLetter }
    guard all.count <= 10, !line.contains("«КОД»") else { return false }
    return all.contains { words.contains(String($0)) }
  }

  private static let partLine = FixedPattern(
    /\s*(?:КОД\s+)?((?i:Часть)\s*(?:\d|I{1,3}))\.?(?:\s+КОД)?\s*/)

  private static func part(ofLine line: Substring) -> Int? {
    line.wholeMatch(of: partLine.regex).flatMap { part(in: $0.1) }
  }

  private static let partNumber = FixedPattern(
    /(?:^|[\s.,(])(?:Часть|ЧАСТЬ)\s*(\d|I{1,3})\b[ \t]*(?:$|[.,)\n\r]|КОД|Вариант)/)

  /// The word begins with a capital, and the sentence does not go on: «Часть 2 метра» is a task's.
  private static func part(in text: Substring) -> Int? {
    text.firstMatch(of: partNumber.regex).flatMap {
      $0.1.first == "I" ? $0.1.count : Int($0.1)
    }
  }
}

extension PageWords {
  /// What a header calls the subject; of a title all but its first word: «работа по физике».
  fileprivate func subject(of fit: PatternFit, isTitle: Bool) -> String {
    guard let subject = fit.subject else { return "" }
    let first = isTitle ? fit.words.lowerBound + 1 : subject.lowerBound
    var end = words[subject.upperBound - 1].text.endIndex
    let name = text[words[first].text.startIndex..<end]
    if name.contains("("), end < text.endIndex, text[end] == ")" { end = text.index(after: end) }
    return MaterialText.spaced(text[words[first].text.startIndex..<end])
  }

  /// The text behind a fit.
  fileprivate func behind(_ fit: PatternFit) -> Substring {
    text[words[fit.words.upperBound - 1].text.endIndex...]
  }
}

/// A page number as it is printed.
///
/// It stands on a line of its own: «3», «— 3 —», «Стр. 3», «3 из 9».
public struct PrintedNumber: Hashable, Sendable {
  /// The page.
  public var page: Int
  /// How many there are, where that is printed too.
  public var of: Int?

  /// Makes a number.
  public init(page: Int, of: Int? = nil) {
    self.page = page
    self.of = of
  }

  /// Looks for a line of its own: the lowest at the bottom, else the uppermost at the top.
  public init?(top: String, bottom: String) {
    let lowest = Self.lines(of: bottom).reversed().lazy.compactMap(Self.read).first
    let uppermost = Self.lines(of: top).lazy.compactMap(Self.read).first
    guard let number = lowest ?? uppermost else { return nil }
    self = number
  }

  private static func lines(of text: String) -> [Substring] {
    MaterialText.thinned(text).split(separator: "\n")
  }

  private static let number = FixedPattern(
    /\s*[–—-]?\s*(?:(?i:стр(?:аница|\.)?|с\.)\s*)?(\d{1,3})(?:\s*(?:из|\/)\s*(\d{1,3}))?\s*[–—-]?\s*/
  )

  private static func read(_ line: Substring) -> PrintedNumber? {
    guard let match = line.wholeMatch(of: number.regex), let page = Int(match.1), page > 0 else {
      return nil
    }
    let total = match.2.flatMap { Int($0) }
    guard total.map({ $0 >= page }) ?? true else { return nil }
    return PrintedNumber(page: page, of: total)
  }
}

/// A page, or a half of one, with what its text says.
struct IdentifiedPage {
  var facts: PageFacts
  var identity: PageIdentity

  init(_ facts: PageFacts, patterns: PagePatterns) {
    self.facts = facts
    // What cannot be read, or is not what is drawn, says nothing.
    identity = facts.isReadable ? PageIdentity(facts: facts, patterns: patterns) : PageIdentity()
  }

  /// Whether its text could say something.
  var isReadable: Bool { facts.isReadable }
}
