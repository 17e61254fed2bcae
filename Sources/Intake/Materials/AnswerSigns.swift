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
    "Шкала перевода", "Шкала оценивания", "Перевод баллов", "Нормы оценивания", "Нормы оценок",
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

/// Answers on a page, whatever its heading: numbers in order with a few characters behind each, fields
/// for answers that are filled in, or a solution written out.
enum AnswerTable {
  private static let fewestAnswers = 3
  private static let fewestFilled = 2
  /// A header, a heading, a date and the page's number may stand beside the answers of a short key.
  private static let mostOtherLines = 4

  /// Whether a page has answers.
  static func isOn(_ text: String) -> Bool { isTable(text) || isFilled(text) || isSolved(text) }

  private static let answerField = FixedPattern(
    /\s*(?:\d{1,2}\s*[).]\s*)?(?i:Ответ|Верный ответ|Правильный ответ|Решение|Answer|Solution)\s*[:.]\s*(.*)/
  )

  /// «Ответ: 25» where participants get «Ответ: ____».
  private static func isFilled(_ text: String) -> Bool {
    let filled = text.split(whereSeparator: \.isNewline).count { line in
      guard let match = line.wholeMatch(of: answerField.regex) else { return false }
      return isAnswer(match.1)
    }
    return filled >= fewestFilled
  }

  private static let solution = FixedPattern(
    /\s*(?:\d{1,2}\s*[).]\s*)?(?i:Решение|Доказательство|Solution|Proof)\s*[:.]?\s*(.*)/)

  /// «Решение: пусть х — скорость поезда»: participants get the word and an empty place.
  private static func isSolved(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.indices.contains { index in
      guard let match = lines[index].wholeMatch(of: solution.regex) else { return false }
      let below = lines[(index + 1)...].first
      let said = match.1.isEmpty ? below ?? "" : match.1
      return isAnswer(said) && said.split(separator: " ").count > 2
        && !TaskSigns.areOn(String(said))
        && !TaskSigns.isNumbered(said)
    }
  }

  private static func isAnswer(_ rest: Substring) -> Bool {
    rest.contains { $0.isLetter || $0.isNumber }
      && !rest.contains { "_…□".contains($0) } && !rest.contains("..")
      && !isOrderOrUnit(rest)
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

  /// Whether most of its lines are numbers with short answers, and nothing on it is a task.
  private static func isTable(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    let longest = longestRun(lines.map(number).compactMap(\.self))
    let others = lines.count - longest
    let isMost =
      longest >= fewestAnswers && longest * 10 >= (lines.count - mostOtherLines) * 7
    let isAll = longest == fewestAnswers - 1 && others <= mostOtherLines
    // Choices look alike, but a task stands above them: a question or an order.
    return (isMost || isAll) && !TaskSigns.areOn(lines.joined(separator: "\n"))
  }

  private static let numbered = FixedPattern(
    /(?:(?i:задание|задача|№)\s*)?(\d{1,2})(?:\s*[).:–—-]\s*|\s+)(?:(?i:ответ)\s*[:.]?\s*)?(.{1,24})/
  )

  /// The number of a line such as «3) 36», «4) 7/8» or «Задание 3 — 407»; nil for any other line.
  private static func number(_ line: String) -> Int? {
    guard let match = line.wholeMatch(of: numbered.regex), let number = Int(match.1) else {
      return nil
    }
    let answer = match.2
    // «36 : 4» is to be worked out, «7:30» and «7/8» are what came out.
    let isTask =
      answer.contains { "_…?=+×·÷*<>□".contains($0) } || answer.contains(" :")
      || answer.contains(" /")
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

/// What only a page of tasks has: a question, an order, a place to write in, a task's heading.
enum TaskSigns {
  /// Whether a page, or a line, has any of them.
  static func areOn(_ text: String) -> Bool {
    text.contains("?") || text.contains("___") || text.contains("……")
      || PageWords(text).words.contains { word in
        WordEnding.isOrder(word.folded) || childOrders.contains(word.folded)
      }
      || text.split(whereSeparator: \.isNewline).contains(where: isHeadingOrOrder)
  }

  private static let taskNumber = FixedPattern(
    /\s*(?:(?i:задание|задача|упражнение)\s*)?(?:№\s*)?\d{1,2}\s*[.):]/)

  /// Whether a line begins as a numbered task does.
  static func isNumbered(_ line: Substring) -> Bool {
    line.prefixMatch(of: taskNumber.regex) != nil
  }

  /// «Задание 3», «Черновик», “Find the area”.
  private static func isHeadingOrOrder(_ line: Substring) -> Bool {
    let words = PageWords(String(line)).words.map(\.folded).drop { $0.allSatisfy(\.isNumber) }
    guard let first = words.first else { return false }
    if englishOrders.contains(first) { return true }
    let isHeading = headings.contains { first.hasPrefix($0) }
    return isHeading && !words.dropFirst().contains { $0.hasPrefix("ответ") || $0 == "answer" }
      && !isResult(line)
  }

  private static let result = FixedPattern(
    /\s*\p{L}+\s*(?:№\s*)?\d{1,2}\s*[).:–—-]*\s*\S{1,12}\s*/)
  private static let heading = FixedPattern(/\s*\p{L}+\s*(?:№\s*)?\d{1,2}\s*[.):]*\s*/)

  /// «Задание 3 — 407» is an answer.
  private static func isResult(_ line: Substring) -> Bool {
    line.wholeMatch(of: result.regex) != nil && line.wholeMatch(of: heading.regex) == nil
  }

  private static let headings = [
    "задани", "задач", "упражнени", "вопрос", "черновик", "заметк", "task", "question", "problem",
    "exercise", "draft",
  ]
  private static let childOrders: Set<String> = Set(
    [
      "найди", "реши", "запиши", "выпиши", "напиши", "прочитай", "прочти", "обведи", "вычисли",
      "выбери", "подчеркни", "нарисуй", "раскрась", "соедини", "отметь", "ответь", "объясни",
      "сравни", "составь", "начерти", "укажи", "допиши", "вставь", "поставь", "определи", "спиши",
      "покажи", "закончи", "придумай", "измерь", "рассмотри", "заполни", "докажи", "проверь",
      "указать", "вычислить", "найти", "решить", "записать", "определить", "сравнить", "составить",
    ].map { LookAlikes.folded($0) })
  private static let englishOrders: Set<String> = Set(
    [
      "find", "solve", "write", "calculate", "explain", "show", "choose", "complete", "draw",
      "give", "state", "describe", "prove", "read", "answer", "list", "name", "compare", "circle",
      "match", "mark", "determine", "evaluate", "simplify", "sketch", "underline", "use", "look",
      "which", "what", "why", "how", "hence",
    ].map { LookAlikes.folded($0) })
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
