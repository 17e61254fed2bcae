import Exam
import Foundation
import Operations
import Screens

/// Where people read: documents on standard output, words about them on standard error.
struct Console: Sendable {
  /// The language of the screens.
  let language: Language

  /// Whether standard output is a terminal.
  let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Finds the language: of exam.yaml, else of the locale; Russian where neither tells.
  init(arguments: [String]) {
    language = Self.language(arguments)
  }

  /// Writes lines to standard output, broken to fit where a person sees them.
  func out(_ text: String) {
    Self.write((isTerminal ? Wrapping.fit(text) : text) + "\n", to: STDOUT_FILENO)
  }

  /// Calls somebody to the terminal: by its bell, and by the window's title.
  func ring(title: Wording) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Self.write("\u{1B}]0;! \(title[language])\u{7}\u{7}", to: STDERR_FILENO)
  }

  /// Writes a document to standard output as it is.
  func document(_ text: String) { Self.document(text) }

  /// Writes a document to standard output as it is, whatever the language.
  static func document(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes the beginning of a line to standard output: the answer follows it.
  func ask(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

  /// Writes lines to standard error, broken to fit where a person sees them.
  func err(_ text: String) {
    let isSeen = isatty(STDERR_FILENO) == 1
    Self.write((isSeen ? Wrapping.fit(text) : text) + "\n", to: STDERR_FILENO)
  }

  /// Writes to the terminal of standard error as it is.
  func screen(_ text: String) { Self.write(text, to: STDERR_FILENO) }

  /// Writes a sentence to standard error.
  func complain(_ wording: Wording) { err(wording[language]) }

  /// Writes where, what and what to do to standard error.
  func trouble(_ trouble: Trouble) {
    let place = trouble.place.isEmpty ? "" : trouble.place[language] + ": "
    err("tirazh: " + place + trouble.message[language])
  }

  /// Writes a finding, its place first, to standard output.
  func say(_ finding: Finding) {
    out((finding.place.isEmpty ? "" : finding.place[language] + ": ") + finding.message[language])
  }

  /// A sentence in the console's language.
  func say(ru: String, en: String) -> String { language == .ru ? ru : en }

  /// The day on the wall, so many days from today.
  static func day(after days: Double = 0) -> CivilDate {
    WallClock.day(after: days)
  }

  /// The clock on the wall.
  static var now: ClockTime { WallClock.time }

  private static func write(_ text: String, to descriptor: Int32) {
    // Whoever reads may have stopped: `tirazh check | head`.
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8))
  }

  private static func language(_ arguments: [String]) -> Language {
    let directory =
      arguments.firstIndex(of: "-C").flatMap { index in
        index + 1 < arguments.count ? arguments[index + 1] : nil
      } ?? "."
    return language(of: directory)
  }

  /// The language of a folder's exam, else of the locale.
  static func language(of directory: String) -> Language {
    if let said = try? ExamFolder(path: directory).description().language { return said }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .en : .ru
  }
}
