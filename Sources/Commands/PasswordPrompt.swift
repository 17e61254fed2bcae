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
    guard let terminal = Terminal() else { return nil }
    if let reproach = question.reproach { terminal.write(reproach[console.language] + "\n") }
    let last = question.left == 1 ? console.say(ru: " (последний раз)", en: " (last time)") : ""
    terminal.write(
      console.say(ru: "Пароль к \(question.file)", en: "Password for \(question.file)")
        + last + ": ")
    let line = terminal.line()
    terminal.write("\n")
    if case .interrupted = line {
      terminal.restore()
      console.complain(Wording(ru: "Прервано.", en: "Interrupted."))
      exit(ExitStatus.refused.rawValue)
    }
    if case .typed(let bytes) = line { return bytes }
    return nil
  }
}

/// The terminal, in a mode that shows nothing of what is typed; as it was before when this ends.
private final class Terminal {
  private let descriptor: Int32
  private var before = termios()

  init?() {
    descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    guard unsafe tcgetattr(descriptor, &before) == 0 else {
      close(descriptor)
      return nil
    }
    var silent = before
    // Keys come one by one, Ctrl-C among them: the terminal must not stay silent after it.
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &silent)
  }

  deinit {
    restore()
    close(descriptor)
  }

  /// What became of a line.
  enum Line {
    case typed([UInt8])
    case nothing
    case interrupted
  }

  /// Sets the mode that was before.
  func restore() { _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &before) }

  func write(_ text: String) {
    FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
  }

  /// What is typed up to Enter.
  func line() -> Line {
    var typed: [UInt8] = []
    while let key = key() {
      switch key {
      case 10, 13: return typed.isEmpty ? .nothing : .typed(typed)
      case 3, 28: return .interrupted
      case 4: return .nothing
      case 21: typed = []
      case 8, 127: Self.deleteLast(&typed)
      default: typed.append(key)
      }
    }
    return .nothing
  }

  private func key() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(descriptor, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Takes away one character, however many bytes of UTF-8 it has.
  private static func deleteLast(_ typed: inout [UInt8]) {
    while let last = typed.popLast(), last & 0xC0 == 0x80 {}
  }
}
