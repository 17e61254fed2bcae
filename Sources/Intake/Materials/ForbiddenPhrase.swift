import Exam

/// A phrase that only criteria, keys and solutions carry.
///
/// As a heading it makes a page criteria. Several words inside a sentence are only a reason to look; a
/// single word is too ordinary even for that («запишите ответы»).
public struct ForbiddenPhrase: Hashable, Sendable {
  /// As the layout writes it.
  public let text: String
  private let words: [String]

  /// What is looked for under every layout: a key is headed so whoever made it.
  public static let usual = (inRussian + inEnglish).map(ForbiddenPhrase.init)

  private static let inRussian = [
    "Система оценивания", "Решения и указания к оцениванию", "Указания к оцениванию",
    "Указания по оцениванию", "Рекомендации по оцениванию", "Рекомендации по проверке",
    "Инструкция по проверке", "Критерии оценивания", "Критерии оценки", "Критерии проверки",
    "Оценивание работы", "Оценивание заданий", "Оценка выполнения заданий",
    "Содержание верного ответа", "Содержание критерия", "Элементы ответа", "Элементы содержания",
    "Возможное решение", "Возможный ответ", "Образец решения", "Образец ответа",
    "Авторское решение", "Номер задания Правильный ответ", "Номер задания Ответ",
    "Правильные ответы", "Верные ответы", "Эталоны ответов", "Эталон ответа",
    "Ответы и решения", "Решения и ответы", "Ответы и критерии", "Решения заданий",
    "Решение заданий", "Решение варианта", "Разбор заданий", "Ключи к заданиям", "Ключ к заданиям",
    "Ключ к тесту", "Ключи к тесту", "Ключ к работе", "Ключи к работе", "Таблица ответов",
    "Шкала перевода", "Шкала оценивания", "Перевод баллов", "Перевод первичных баллов",
    "Система оценки", "Комментарии к заданиям", "Комментарий для проверяющих",
    "Указания к проверке",
    "Образец выполнения", "Уважаемый коллега", "Уважаемые коллеги", "Нормы оценивания",
    "Нормы оценок",
    "Для проверяющего", "Для проверяющих", "Для эксперта", "Для экспертов", "Для учителя",
    "Для учителей", "Для педагога", "Экземпляр учителя",
    "Описание контрольных измерительных материалов", "Обобщённый план", "Спецификация",
    "Кодификатор", "Критерии", "Оценивание", "Ключи", "Ключ", "Эталоны", "Решения",
    "Ответы",
  ]
  private static let inEnglish = [
    "Mark scheme", "Marking scheme", "Marking criteria", "Marking guide", "Marking instructions",
    "Scoring guide", "Scoring rubric", "Answer key", "Answers and solutions", "Worked solutions",
    "Answer sheet for teachers", "Correct answers", "Model answers", "Sample answers",
    "Suggested answers", "Suggested solutions", "For the examiner", "For examiners",
    "For the teacher", "For teachers", "Teacher's copy", "Teacher copy", "Teacher's notes",
    "Teacher notes", "Instructor copy", "Instructor's copy", "Answers", "Solutions", "Key",
    "Rubric",
  ]

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
    /// All words: as they stand, and with words broken at a hyphen joined.
    let running: [[String]]
    private let vocabulary: Set<String>

    private static let lineBreak = FixedPattern(/[-\u{AD}]\s*\n\s*/)

    init(_ text: String) {
      lines = text.split(whereSeparator: \.isNewline).map(ForbiddenPhrase.joined)
        .filter { !$0.isEmpty }
      let whole = text.replacing(Self.lineBreak.regex, with: "")
      running = Set([text, whole]).map { ForbiddenPhrase.words(of: $0) }
      vocabulary = Set(running.joined()).union(lines.flatMap { ForbiddenPhrase.words(of: $0) })
    }

    /// Whether the word stands anywhere, «О Т В Е Т Ы» included.
    func has(_ word: String) -> Bool { vocabulary.contains(word) }

    /// Whether these words follow each other; the last may go on («ответ» in «ответам»).
    func says(_ words: [String]) -> Bool {
      guard let last = words.last, words.dropLast().allSatisfy(vocabulary.contains) else {
        return false
      }
      return running.contains { all in
        all.indices.dropLast(words.count - 1).contains { start in
          all[start + words.count - 1].hasPrefix(last)
            && all[start...].starts(with: words.dropLast())
        }
      }
    }
  }

  func isOn(_ page: Page) -> Bool {
    guard let word = words.first else { return false }
    guard words.count == 1 else {
      return isForSomebody ? isHeading(on: page) : page.says(words)
    }
    return page.has(word) && page.lines.indices.contains { isHeading(page.lines[$0...], word) }
  }

  /// Whether a page is headed by it.
  func isHeading(on page: Page) -> Bool {
    guard words.count > 1 else { return isOn(page) }
    guard page.says(words) else { return false }
    return page.lines.indices.contains { isHeading(page.lines[$0...]) }
  }

  /// Whether it stands above everything else, below the header at most: a page of tasks may have a heading
  /// of its own further down.
  func isAtTop(of page: Page) -> Bool {
    guard page.says(words) || (words.count == 1 && page.has(words[0])) else { return false }
    // Behind the first task nothing heads the page.
    let top = page.lines.prefix(Self.topLines).prefix { !TaskSigns.areOn($0) }
    return top.indices.contains { index in
      let rest = top[index...]
      return words.count > 1 ? isHeading(rest) : isHeading(rest, words[0])
    }
  }

  /// The header, the variant and the code's box are lines, too.
  private static let topLines = 5

  /// «Для учителя» is a heading by itself only: «Для учителя купили 5 книг» is a task.
  private var isForSomebody: Bool { ["для", "for"].contains(words.first) }

  /// A line that begins with the phrase, or holds little else; the phrase may go on on the next line.
  private func isHeading(_ lines: ArraySlice<String>) -> Bool {
    guard let line = lines.first, let start = line.first(where: \.isLetter), start.isUppercase
    else { return false }
    let own = Self.words(of: line)
    let joined = own + lines.dropFirst().prefix(1).flatMap { Self.words(of: $0) }
    let unnumbered = joined.drop { $0.allSatisfy(\.isNumber) }
    if isForSomebody { return own.starts(with: words) && own.count <= words.count + 1 }
    // «Верные ответы принесли команде 10 баллов.»
    if line.last == ".", own.count > words.count + 1 { return false }
    if own.contains(where: TaskSigns.isOrder) { return false }
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

  private static let itemNumber = FixedPattern(/\d+\s*[).]/)

  /// Without «1)», «2.» and the like.
  private static func unnumbered(_ text: Substring) -> String {
    MaterialText.spaced(text.replacing(itemNumber.regex, with: " "))
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
  /// What only criteria, keys and solutions carry: the usual phrases, and those that the layout adds.
  var criteriaPhrases: [ForbiddenPhrase] {
    forbiddenPhrases.map(ForbiddenPhrase.init) + ForbiddenPhrase.usual
  }
}
