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

/// Answers on a page, whatever its heading: numbers in order with a few characters behind each, fields
/// for answers that are filled in, or a solution written out.
enum AnswerTable {
  private static let fewestAnswers = 3
  /// A header, a heading, a date and the page's number may stand beside the answers of a short key.
  private static let mostOtherLines = 4

  /// Whether a page has answers.
  static func isOn(_ text: String) -> Bool {
    isFilled(text) || isSolved(text) || isListed(text) || isMarked(text) || isTable(text)
  }

  /// «Ответ: 25» where participants get «Ответ: ____», and «(Ответ: 25)» behind a task.
  private static func isFilled(_ text: String) -> Bool {
    guard !text.contains(Self.sample.regex) else { return false }
    return text.contains(Self.inBrackets.regex)
      || text.split(whereSeparator: \.isNewline).contains { line in
        guard let match = line.wholeMatch(of: Self.field.regex) else { return false }
        return isAnswer(match.2) && match.2.split(separator: " ").count <= (match.1 == nil ? 3 : 24)
      }
  }

  private static let sample = FixedPattern(/(?i:пример|образец|example)/)
  private static let inBrackets = FixedPattern(
    /\((?i:ответ|answer)\s*[:.—–-]\s*[^)_…]{1,24}\)/)
  private static let field = FixedPattern(
    /\s*(?:\d{1,2}\s*[).]\s*)?(Верный |Правильный |Correct )?(?i:Ответ|Answer)\s*[:.]\s*(.*)/)

  /// «Решение: пусть х — скорость поезда»: participants get the word and an empty place.
  private static func isSolved(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.indices.contains { index in
      guard let match = lines[index].wholeMatch(of: Self.solution.regex) else { return false }
      let below = lines[(index + 1)...].first
      let said = match.1.isEmpty ? below ?? "" : match.1
      return isAnswer(said) && said.split(separator: " ").count > 2
        && !TaskSigns.areOn(String(said))
        && !TaskSigns.isNumbered(said)
    }
  }

  private static let solution = FixedPattern(
    /\s*(?:\d{1,2}\s*[).]\s*)?(?i:Решение|Доказательство|Solution|Proof)\s*[:.]?\s*(.*)/)

  private static func isAnswer(_ rest: Substring) -> Bool {
    let bare = rest.replacing(/\d\s*\)/, with: "")
    return bare.contains { $0.isLetter || $0.isNumber }
      && !rest.contains { "_…□".contains($0) } && !rest.contains("..")
      && !isOrderOrUnit(rest)
  }

  /// «Ответ: запишите слово» and «Ответ: кг» leave the answer to the participant.
  private static func isOrderOrUnit(_ rest: Substring) -> Bool {
    let words = PageWords(String(rest)).words.map(\.folded)
    return words.allSatisfy(units.contains) || words.contains(where: TaskSigns.isOrder)
  }

  private static let units: Set<String> = [
    "кг", "г", "т", "км", "м", "дм", "см", "мм", "л", "мл", "ч", "мин", "с", "руб", "коп", "в", "и",
  ]

  /// «1 — 45, 2 — 5/8, 3 — Б» in one line, also at the foot of a page of tasks.
  private static func isListed(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      longestRun(line.matches(of: Self.pair.regex).compactMap { Int($0.1) }) >= fewestAnswers
    }
  }

  private static let pair = FixedPattern(
    /(?:^|[\s;,])(\d{1,2})\s*[—–:-]\s*(?:\p{L}|\d[\d\/,.:]*)(?=$|[\s;,.])/)

  /// «*а) 3  б) 5»: the right choice is marked.
  private static func isMarked(_ text: String) -> Bool {
    text.matches(of: Self.chosen.regex).count >= 2
      || text.matches(of: Self.points.regex).count >= 2
  }

  private static let chosen = FixedPattern(/(?:^|\s)[*✓✔√+]\s?[а-еa-f]\s?\)/)

  /// «2 балла — ход решения верный», «ошибок нет — 3 балла».
  private static let points = FixedPattern(
    /(?:^|\s)\d\s+балл(?:а|ов)?\s*[—–:-]|[—–:-]\s*\d(?:\s*[–-]\s*\d)?\s+балл/)

  /// Whether most of its lines are numbers with short answers, and nothing on it is a task.
  private static func isTable(_ text: String) -> Bool {
    guard !TaskSigns.areOn(text) else { return false }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    let longest = longestRun(lines.map(number).compactMap(\.self))
    let isMost =
      longest >= fewestAnswers && longest * 10 >= (lines.count - mostOtherLines) * 7
    let isAll = longest == fewestAnswers - 1 && lines.count - longest <= mostOtherLines
    return isMost || isAll || isInline(lines) || isAcross(lines)
  }

  /// «1.а 2.б 3.в» in one line.
  private static func isInline(_ lines: [String]) -> Bool {
    lines.contains { line in
      longestRun(line.matches(of: Self.inLine.regex).compactMap { Int($0.1) }) >= fewestAnswers
    }
  }

  private static let inLine = FixedPattern(
    /(?:^|\s)(\d{1,2})\s*[.)]\s*(?:\p{L}|\d[\d\/,.:]*)(?=$|[\s;,])/)

  /// Numbers in a line, and as many answers in the line below.
  private static func isAcross(_ lines: [String]) -> Bool {
    zip(lines, lines.dropFirst()).contains { above, below in
      let numbers = longestRun(above.split(separator: " ").compactMap { Int($0) } as [Int])
      let answers: [Substring] = below.split(separator: " ").filter { $0.count <= 8 }
      return numbers >= fewestAnswers && answers.count >= numbers
        && longestRun(answers.compactMap { Int(String($0)) }) < fewestAnswers
    }
  }

  /// The number of a line such as «3) 36», «4) 7/8» or «Задание 3 — 407»; nil for any other line.
  private static func number(_ line: String) -> Int? {
    guard let match = line.wholeMatch(of: Self.numbered.regex), let number = Int(match.1) else {
      return nil
    }
    let answer = match.2
    // «36 : 4» is to be worked out, «7:30», «7/8» and «36 : 4 = 9» are what came out.
    let isWorkedOut = answer.contains(Self.equals.regex)
    let isOpen = answer.contains { "_…?□<>".contains($0) } || answer.hasSuffix("=")
    let isSum =
      answer.contains { "+×·÷*".contains($0) } || answer.contains(" :") || answer.contains(" /")
    let words = answer.split(separator: " ")
    let isSentence = words.count > 4 || answer.hasSuffix(".") && words.count > 1
    return isOpen || !isWorkedOut && (isSum || isSentence) ? nil : number
  }

  private static let equals = FixedPattern(/=\s*\S/)
  private static let numbered = FixedPattern(
    /(?:(?i:задание|задача|вопрос|упражнение|пример|№)\s*)?(\d{1,2})(?:\s*[).:–—-]\s*|\s+)(?:(?i:ответ)\s*[:.]?\s*)?(.{1,40})/
  )

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
    text.contains("?") || text.contains("……") || hasBlank(text)
      || PageWords(text).words.contains { isOrder($0.folded) || isEnglishOrder($0) }
      || text.contains(Self.heading.regex)
  }

  /// A place to write in, but for the header's own: keys have «Фамилия ______», too.
  private static func hasBlank(_ text: String) -> Bool {
    text.contains("___")
      && text.split(whereSeparator: \.isNewline).contains { line in
        line.contains("___") && !line.contains(Self.whoWrites.regex)
      }
  }

  private static let whoWrites = FixedPattern(
    /(?i:фамилия|имя|ф\. ?и\. ?о|фио|класс|школа|дата|учени|name|class|date|school)/)

  /// «найдите», «найди».
  static func isOrder(_ word: String) -> Bool {
    WordEnding.isOrder(word) || childOrders.contains(word)
  }

  /// Whether a line begins as a numbered task does.
  static func isNumbered(_ line: Substring) -> Bool {
    line.prefixMatch(of: Self.taskNumber.regex) != nil
  }

  private static let taskNumber = FixedPattern(
    /\s*(?:(?i:задание|задача|упражнение)\s*)?(?:№\s*)?\d{1,2}\s*[.):]/)

  /// Whether a text speaks of results, marks or right answers, as keys do.
  static func tellsResults(_ text: String) -> Bool { text.contains(Self.results.regex) }

  /// “Find the area”, “(2 points) Compute”.
  private static func isEnglishOrder(_ word: PageWords.Word) -> Bool {
    word.text.first?.isUppercase == true && englishOrders.contains(word.folded)
  }

  /// «Задание 3» with the task below it, «Черновик».
  private static let heading = FixedPattern(
    /(?m)^\s*(?:(?i:задание|задача|упражнение|вопрос|task|question|problem|exercise)\s*(?:№\s*)?\d{1,2}\s*[.):]?\s*$|(?i:черновик|для заметок|draft)\b)/
  )

  private static let results = FixedPattern(
    /=|(?i:верн|ошибк|балл|критери|начисл|выставл|получ[иа]|следовательно|значит|тогда|ответ|эталон|решени|correct|mark)/
  )

  private static let childOrders: Set<String> = [
    "найди", "реши", "запиши", "выпиши", "напиши", "прочитай", "прочти", "обведи", "вычисли",
    "выбери", "подчеркни", "нарисуй", "раскрась", "соедини", "отметь", "ответь", "объясни",
    "сравни", "составь", "начерти", "укажи", "допиши", "вставь", "поставь", "определи", "спиши",
    "покажи", "закончи", "придумай", "измерь", "рассмотри", "заполни", "докажи", "проверь",
    "указать", "вычислить", "найти", "решить", "записать", "определить", "сравнить", "составить",
  ]
  private static let englishOrders: Set<String> = [
    "find", "solve", "write", "calculate", "compute", "explain", "show", "choose", "complete",
    "draw", "give", "state", "describe", "prove", "read", "answer", "list", "compare",
    "circle", "match", "mark", "determine", "evaluate", "simplify", "sketch", "underline", "use",
    "look", "which", "what", "why", "how", "hence", "plot", "label", "tick", "fill", "translate",
    "rewrite", "correct", "discuss", "define", "identify", "estimate", "factor", "construct",
    "convert", "sort", "arrange", "put", "make", "suggest", "work", "copy", "decide", "justify",
    "deduce", "integrate", "differentiate", "express", "sum", "turn", "let",
  ]
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
