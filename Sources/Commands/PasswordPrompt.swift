import Exam
import Foundation
import Operations
import Synchronization

/// Asks for a password in the terminal, without echo.
struct PasswordPrompt: Sendable {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// Whether somebody sits at a terminal; one whose input comes from elsewhere is not asked.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 }

  /// Asks; nil if nothing was typed.
  ///
  /// Ctrl-C ends the program: nothing of this run has been sent yet.
  func ask(_ question: PasswordQuestion) -> [UInt8]? {
    guard let terminal = RawTerminal(hearsSignals: false) else { return nil }
    if let reproach = question.reproach { terminal.write(reproach[console.language] + "\n") }
    let last = question.left == 1 ? console.say(ru: " (последний раз)", en: " (last time)") : ""
    terminal.write(
      console.say(ru: "Пароль к \(question.file)", en: "Password for \(question.file)")
        + last + ": ")
    let line = Self.line(of: terminal)
    terminal.write("\n")
    if case .interrupted = line {
      terminal.restore()
      console.complain(Wording(ru: "Прервано.", en: "Interrupted."))
      exit(ExitStatus.refused.rawValue)
    }
    if case .line(let bytes) = line, !bytes.isEmpty { return bytes }
    return nil
  }

  /// What is typed up to Enter.
  private static func line(of terminal: RawTerminal) -> LineEditor.Outcome {
    var editor = LineEditor()
    while let key = terminal.key() {
      let outcome = editor.take(key)
      if outcome != .typing { return outcome }
    }
    return .ended
  }
}
