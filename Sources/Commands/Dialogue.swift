import Foundation
import Screens

/// Questions on the screen, answered by a line each; Enter alone answers nothing.
struct Dialogue {
  let console: Console

  /// Asks until the answer is understood; nil at the end of input.
  ///
  /// - Parameters:
  ///   - prompt: The question.
  ///   - last: The highest digit, where digits are answers.
  ///   - read: What an answer means.
  /// - Returns: The answer.
  func insist<Answer>(_ prompt: String, upTo last: Int?, _ read: (String) -> Answer?) -> Answer? {
    while true {
      console.ask(prompt)
      guard let line = readLine() else {
        console.out("")
        return nil
      }
      let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if !text.isEmpty, let answer = read(text) { return answer }
      console.out(reproach(text, upTo: last))
    }
  }

  /// Asks until the answer is understood; nil for Enter alone.
  func optional<Answer>(_ prompt: String, _ read: (String) -> Answer?) -> Answer? {
    while true {
      console.ask(prompt)
      let text = readLine()?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      if text.isEmpty { return nil }
      if let answer = read(text) { return answer }
      console.out(reproach(text, upTo: nil))
    }
  }

  /// Asks once; nil for Enter alone.
  func optional(_ prompt: String) -> String? { optional(prompt) { $0 } }

  /// Asks for a digit from 1 until it is given; nil at the end of input.
  func digit(_ choice: String, upTo last: Int) -> Int? {
    insist("\(console.isTerminal ? Wrapping.fit(choice) : choice): ", upTo: last) { text in
      Int(text).flatMap { (1...last).contains($0) ? $0 : nil }
    }
  }

  private func reproach(_ text: String, upTo last: Int?) -> String {
    if text.isEmpty {
      return console.say(
        ru: "   Enter ничего не выбирает: нужен ответ.",
        en: "   Enter alone chooses nothing: an answer is needed.")
    }
    if Int(text) != nil, let last {
      return console.say(
        ru: "   Нет такого ответа: \(text). Есть от 1 до \(last).",
        en: "   There is no answer \(text): they go from 1 to \(last).")
    }
    return console.say(
      ru: "   Не понял «\(text)».", en: "   “\(text)” is not understood.")
  }
}
