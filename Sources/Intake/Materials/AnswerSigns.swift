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

/// Answers on a page, whatever its heading: numbers in order with a few characters behind each, or fields
/// for answers that are filled in.
enum AnswerTable {
  private static let fewestAnswers = 3
  private static let fewestFilled = 2

  /// Whether a page has answers.
  static func isOn(_ text: String) -> Bool { isTable(text) || isFilled(text) }

  /// «Ответ: 25» where participants get «Ответ: ____».
  private static func isFilled(_ text: String) -> Bool {
    let pattern =
      /\s*(?:\d{1,2}\s*[).]\s*)?(?:Ответ|Верный ответ|Правильный ответ|Решение|Answer|Solution)\s*[:.]\s*(.*)/
    let filled = text.split(whereSeparator: \.isNewline).count { line in
      guard let match = line.wholeMatch(of: pattern) else { return false }
      let rest = match.1
      return rest.contains { $0.isLetter || $0.isNumber }
        && !rest.contains { "_…□".contains($0) } && !rest.contains("..")
        && !isOrderOrUnit(rest)
    }
    return filled >= fewestFilled
  }

  /// «Ответ: запишите слово» and «Ответ: кг» leave the answer to the participant.
  private static func isOrderOrUnit(_ rest: Substring) -> Bool {
    let words = PageWords(String(rest)).words.map(\.folded)
    return words.allSatisfy(units.contains)
      || words.contains(where: WordEnding.isOrder)
  }

  private static let units: Set<String> = [
    "кг", "г", "т", "км", "м", "дм", "см", "мм", "л", "мл", "ч", "мин", "с", "руб", "коп", "в", "и",
  ]

  /// Whether most of its lines are numbers with short answers.
  private static func isTable(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    let longest = longestRun(lines.map(number).compactMap(\.self))
    // Header, heading and number are lines, too.
    let isMost = longest >= fewestAnswers && longest * 10 >= (lines.count - 4) * 7
    return isMost && !lines.contains(where: asks)
  }

  /// Choices look alike, but a task stands above them: a question or an order.
  private static func asks(_ line: String) -> Bool {
    line.contains("?") || PageWords(line).words.contains { WordEnding.isOrder($0.folded) }
  }

  /// The number of a line such as «3) 36» or «Задание 3 — 407»; nil for any other line.
  private static func number(_ line: String) -> Int? {
    let pattern =
      /(?:(?i:задание|задача|№)\s*)?(\d{1,2})(?:\s*[).:–—-]\s*|\s+)(?:(?i:ответ)\s*[:.]?\s*)?(.{1,24})/
    guard let match = line.wholeMatch(of: pattern), let number = Int(match.1) else { return nil }
    let answer = match.2
    let isTask = answer.contains { "_…?=+×·÷:/*<>□".contains($0) }
    let words = answer.split(separator: " ")
    return isTask || words.count > 3 || answer.hasSuffix(".") && words.count > 1 ? nil : number
  }

  /// The most numbers that follow each other.
  private static func longestRun(_ numbers: [Int]) -> Int {
    var best = 0
    var run = 0
    var last: Int?
    for number in numbers {
      run = last.map { number == $0 + 1 } == true ? run + 1 : 1
      best = max(best, run)
      last = number
    }
    return best
  }
}

/// What a word's ending says of it: enough to tell an order or a sentence from a heading or an answer.
///
/// Words are in small letters, «е» for «ё».
enum WordEnding {
  private static let fewestLetters = 5
  private static let orders = ["ите", "йте", "ьте", "тесь"]
  private static let sentences = ["тся", "иши", "ывай", "неси"]
  private static let others = ["ать", "ить", "ешь", "ишь"]

  /// «решите», «найдите», «ознакомьтесь».
  static func isOrder(_ word: String) -> Bool {
    word.count >= fewestLetters && orders.contains(where: word.hasSuffix)
  }

  /// An order, or «записывается», «запиши».
  static func isOfSentence(_ word: String) -> Bool {
    isOrder(word) || sentences.contains(where: word.hasSuffix)
  }

  /// An order, or «решать», «решишь».
  static func isVerb(_ word: String) -> Bool {
    isOrder(word) || others.contains(where: word.hasSuffix)
  }
}
