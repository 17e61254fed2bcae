import Exam

/// A phrase that only criteria, keys and solutions carry.
///
/// As a heading it makes a page criteria. Several words inside a sentence are only a reason to look; a
/// single word is too ordinary even for that («запишите ответы»).
public struct ForbiddenPhrase: Hashable, Sendable {
  /// As the layout writes it.
  public let text: String
  private let words: [String]

  /// What is looked for where a layout says nothing.
  public static let usual = [
    "Система оценивания", "Указания к оцениванию", "Критерии оценивания", "Ключи к заданиям",
    "Правильные ответы", "Критерии", "Ключи", "Ключ", "Ответы", "Эталоны",
  ].map(ForbiddenPhrase.init)

  /// Takes a phrase.
  public init(_ text: String) {
    self.text = text
    words = Self.words(of: text)
  }

  /// Whether a page carries it, as a heading or anywhere.
  public func isOn(_ page: String) -> Bool { isOn(Page(page)) }

  /// A page's text, taken apart once for all phrases.
  struct Page {
    /// The lines, «О Т В Е Т Ы» made one word.
    let lines: [String]
    /// All words between single spaces: as they stand, and with words broken at a hyphen joined.
    let running: [String]

    init(_ text: String) {
      lines = text.split(whereSeparator: \.isNewline).map(ForbiddenPhrase.joined)
        .filter { !$0.isEmpty }
      let whole = text.replacing(/[-\u{AD}]\s*\n\s*/, with: "")
      running = Set([text, whole]).map {
        " " + ForbiddenPhrase.words(of: $0).joined(separator: " ")
      }
    }
  }

  func isOn(_ page: Page) -> Bool {
    guard let word = words.first else { return false }
    guard words.count == 1 else {
      let phrase = " " + words.joined(separator: " ")
      return page.running.contains { $0.contains(phrase) }
    }
    return page.lines.indices.contains { isHeading(page.lines[$0...], word) }
  }

  /// Whether a page is headed by it.
  func isHeading(on page: Page) -> Bool {
    guard words.count > 1 else { return isOn(page) }
    guard isOn(page) else { return false }
    return page.lines.indices.contains { isHeading(page.lines[$0...]) }
  }

  /// A line that begins with the phrase, or holds little else; the phrase may go on on the next line.
  private func isHeading(_ lines: ArraySlice<String>) -> Bool {
    guard let line = lines.first, let start = line.first(where: \.isLetter), start.isUppercase
    else { return false }
    let own = Self.words(of: line)
    let joined = own + lines.dropFirst().prefix(1).flatMap { Self.words(of: $0) }
    let unnumbered = joined.drop { $0.allSatisfy(\.isNumber) }
    guard
      unnumbered.starts(with: words)
        || (own.count <= words.count + 4 && Self.contains(joined, words))
    else { return false }
    return !joined.prefix(own.count + 4).contains(where: WordEnding.isOrder)
  }

  private static func contains(_ all: [String], _ part: [String]) -> Bool {
    all.indices.contains { all[$0...].starts(with: part) }
  }

  /// A line that begins with the word as a heading does: with a capital letter, without a verb.
  private func isHeading(_ lines: ArraySlice<String>, _ word: String) -> Bool {
    guard let line = lines.first,
      let start = line.firstIndex(where: \.isLetter), line[start].isUppercase,
      line[..<start].allSatisfy({ !$0.isLetter }),
      let first = Self.words(of: line[start...].prefix { $0.isLetter }).first, first == word
    else { return false }
    let rest = line[start...].drop(while: \.isLetter)
    if rest.first == ":" { return Self.holdsAnswers(rest.dropFirst(), below: lines.dropFirst()) }
    let paragraph =
      ([String(rest)] + lines.dropFirst().prefix(3).prefix { $0.first?.isLowercase == true })
      .joined(separator: " ")
    let others = Self.words(of: paragraph).filter { $0.contains(where: \.isLetter) }
    return others.isEmpty || Self.isTitle(others, endsAsSentence: paragraph.last == ".")
  }

  /// After a colon: answers make a key, an empty line or underscores are a field to fill in.
  private static func holdsAnswers(_ rest: Substring, below lines: ArraySlice<String>) -> Bool {
    let beside = unnumbered(rest)
    guard beside.isEmpty else { return !beside.contains("_") && !beside.contains("…") }
    guard !rest.contains("_"), let next = lines.first, !next.contains("_") else { return false }
    let below = words(of: unnumbered(next[...]))
    let isTask =
      below.first?.hasPrefix("задани") == true || below.first?.hasPrefix("решени") == true
    return (1...4).contains(below.count) && !isTask
  }

  /// Without «1)», «2.» and the like.
  private static func unnumbered(_ text: Substring) -> String {
    MaterialText.spaced(text.replacing(/\d+\s*[).]/, with: " "))
  }

  private static func isTitle(_ words: [String], endsAsSentence: Bool) -> Bool {
    let about = [
      "задани", "работ", "тест", "вариант", "решени", "критери", "оцен", "балл", "провер",
    ]
    let orders = ["нужно", "надо", "следует", "можно", "необходимо", "должны"]
    guard !words.contains(where: { WordEnding.isOfSentence($0) || orders.contains($0) }) else {
      return false
    }
    guard words.count <= (endsAsSentence ? 5 : 12) else { return false }
    return words.contains { word in about.contains { word.hasPrefix($0) } }
  }

  /// «О Т В Е Т Ы» made one word.
  private static func joined(_ line: Substring) -> String {
    let parts = line.split(whereSeparator: \.isWhitespace)
    let isSpaced =
      parts.count >= 4 && parts.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
    return parts.joined(separator: isSpaced ? "" : " ")
  }

  private static func words(of text: some StringProtocol) -> [String] {
    MaterialText.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension Policy {
  /// What only criteria, keys and solutions carry: as the layout says, else the usual.
  var criteriaPhrases: [ForbiddenPhrase] {
    forbiddenPhrases.isEmpty ? ForbiddenPhrase.usual : forbiddenPhrases.map(ForbiddenPhrase.init)
  }
}
