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
