import Screens
import Exam

/// Help in the user's language: the whole program on one screen.
enum HelpText {
  /// The help a command line asks for, or nil if it asks for something else.
  static func wanted(by arguments: [String], _ language: Language) -> String? {
    let words = ["-h", "--help", "help", "справка"]
    guard let first = arguments.first else { return nil }
    // A word behind an option is its value: --reason help.
    let asks =
      words.contains(first)
      || zip(arguments, arguments.dropFirst()).contains { before, word in
        ["-h", "--help"].contains(word) && !before.hasPrefix("--")
      }
    return asks ? text(language) : nil
  }

  /// What the program is.
  static let title = Wording(
    ru: "Тираж: печать материалов по кабинетам", en: "Tirazh prints exam materials room by room")

  /// Options of many commands, and the words that stand for a value.
  static let terms: [(name: Wording, meaning: Wording)] = [
    (
      Wording(ru: "-C ПАПКА", en: "-C DIR"),
      Wording(
        ru: "папка проведения, где лежит exam.yaml (иначе текущая)",
        en: "the exam's folder with exam.yaml (default: here)")
    ),
    (
      Wording(
        ru: "--password-file ФАЙЛ, --password-fd N", en: "--password-file FILE, --password-fd N"),
      Wording(
        ru: "пароль к материалам из файла или дескриптора; иначе его спросят в терминале",
        en: "the password for materials; else it is asked for in a terminal")
    ),
    (
      Wording(same: "--yes"),
      Wording(
        ru: "не спрашивать о количестве бумаги", en: "do not ask about the amount of paper")
    ),
    (
      Wording(same: "--version"),
      Wording(
        ru: "версия, сборка и библиотеки", en: "the version, the commit and the libraries")
    ),
    (
      Wording(ru: "КАБИНЕТ", en: "ROOM"),
      Wording(
        ru: "как пишут люди: 204, «каб. 204», спортзал", en: "as people write it: 204, \"room 204\""
      )
    ),
    (
      Wording(ru: "ЭКЗЕМПЛЯР", en: "COPY"),
      Wording(
        ru: "номер с листа (204-07), код, место или прочитанная метка",
        en: "anything on the sheet: serial (204-07), code, seat, scanned mark")
    ),
    (
      Wording(ru: "ПРИЧИНА", en: "TEXT"),
      Wording(
        ru: "словами или цифрой: 1 замятие · 2 бледно или грязно · 3 испортил участник · "
          + "4 лист потерян · 5 другое (словами)",
        en: "words or a digit: 1 paper jam · 2 pale or dirty · 3 spoilt by the participant · "
          + "4 a sheet is lost · 5 another (in words)")
    ),
  ]

  /// How a command ended, in words.
  static let exits: [(status: ExitStatus, meaning: Wording)] = [
    (.done, Wording(ru: "готово", en: "done")),
    (.failed, Wording(ru: "не вышло", en: "failed")),
    (.refused, Wording(ru: "отказ, ничего не напечатано", en: "refused, nothing printed")),
    (.partly, Wording(ru: "частично или нужен человек", en: "partly, or needs a person")),
    (.usage, Wording(ru: "не та команда", en: "usage")),
  ]

  /// The help.
  static func text(_ language: Language) -> String {
    let commands = CommandHelp.all.flatMap { lines(of: $0, language) }
    let words = terms.flatMap { term in
      hung(term.name[language], term.meaning[language], at: language == .ru ? 11 : 9)
    }
    let exit = hung(
      language == .ru ? "Чем кончилось:" : "Exit:",
      exits.map { "\($0.status.rawValue)\u{00A0}\($0.meaning[language])" }.joined(separator: " · "),
      at: language == .ru ? 15 : 6)
    return ([title[language], ""] + commands + [""] + words + [""] + exit).joined(separator: "\n")
  }

  private static func lines(of command: CommandHelp, _ language: Language) -> [String] {
    let name = ["  tirazh", command.name].filter { !$0.isEmpty }.joined(separator: " ")
    let usage = command.usage[language].split(separator: "\n").map(String.init)
    let head = ([name] + usage.prefix(1)).joined(separator: " ")
    let indent = String(repeating: " ", count: name.count + 1)
    let more = usage.dropFirst().map { indent + $0 }
    let column = 32
    guard let last = more.last else { return hung(head, command.does[language], at: column) }
    return [head] + more.dropLast() + hung(last, command.does[language], at: column)
  }

  /// A head, and beside it or below a text that hangs from a column.
  private static func hung(_ head: String, _ text: String, at column: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, column + last.count + word.count < Wrapping.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    let indent = String(repeating: " ", count: column)
    guard head.count < column, let first = lines.first else {
      return [head] + lines.map { indent + $0 }
    }
    let gap = String(repeating: " ", count: column - head.count)
    return [head + gap + first] + lines.dropFirst().map { indent + $0 }
  }
}
