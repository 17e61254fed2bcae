import Foundation

/// Questions on the screen, answered by a line each; Enter, or the end of input, takes the default.
struct Dialogue {
  let console: Console

  /// Asks until the answer is understood; nil stands for the default.
  func ask<Answer>(_ prompt: String, _ read: (String) -> Answer?) -> Answer? {
    while true {
      console.ask(prompt)
      guard let line = readLine() else {
        console.out("")
        return nil
      }
      let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if text.isEmpty { return nil }
      if let answer = read(text) { return answer }
      console.out(
        console.say(ru: "   Не понял «\(text)».", en: "   “\(text)” is not understood."))
    }
  }
}
