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
