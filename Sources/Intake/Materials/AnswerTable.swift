/// A table of answers, whatever its heading: numbers in order, each with a few characters behind it.
enum AnswerTable {
  private static let fewestAnswers = 3

  /// Whether most of a page's lines are such.
  static func isOn(_ text: String) -> Bool {
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
    line.contains("?")
      || PageWords(line).words.contains { word in
        word.folded.count > 4 && ["ите", "йте", "ьте"].contains { word.folded.hasSuffix($0) }
      }
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
