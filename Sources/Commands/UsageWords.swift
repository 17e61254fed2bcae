import Exam

/// What is wrong with a command line, in both languages; the parser itself speaks English only.
struct UsageWords {
  /// The parser's own words.
  let message: String
  /// The command line, without the program's name.
  let arguments: [String]

  private static let commands = CommandHelp.all.map(\.name).filter { !$0.isEmpty } + ["help"]

  /// The sentence.
  var wording: Wording {
    if let command = typedInRussian {
      return Wording(
        ru: "Похоже, включена русская раскладка: \(command)",
        en: "The Russian keyboard layout seems to be on: \(command)")
    }
    return Wording(
      ru: "Не понимаю команду: " + russian, en: "The command is not understood: " + message)
  }

  /// The command that was typed with the Russian layout on: «зкште» is `print`.
  private var typedInRussian: String? {
    guard let first = arguments.first(where: { !$0.hasPrefix("-") && !$0.hasPrefix("/") }) else {
      return nil
    }
    let typed = Keyboard.latin(first)
    return typed != first && Self.commands.contains(typed) ? typed : nil
  }

  private var russian: String {
    if let match = message.firstMatch(
      of: /Unknown option '([^']*)'(?:\. Did you mean '([^']*)'\?)?/)
    {
      return "нет ключа «\(match.1)»" + (match.2.map { ". Может быть, «\($0)»?" } ?? "")
    }
    if let match = message.firstMatch(of: /nexpected arguments?:? (.+)/) {
      return "лишнее: " + quoted(match.1)
    }
    if let match = message.firstMatch(of: /Missing expected argument '([^']*)'/) {
      return "не хватает: " + Self.placeholder(match.1)
    }
    if let match = message.firstMatch(of: /Missing value for '([^']*)'/) {
      return "после ключа нужно значение: " + Self.placeholder(match.1)
    }
    if let match = message.firstMatch(of: /The value '([^']*)' is invalid for '([^']*)'/) {
      return "значение «\(match.1)» не годится: " + Self.placeholder(match.2)
    }
    return "она записана неверно"
  }

  /// `'x', 'y'` → «x», «y».
  private func quoted(_ list: Substring) -> String {
    list.matches(of: /'([^']*)'/).map { "«\($0.1)»" }.joined(separator: ", ")
  }

  /// `--out <out>` → `--out ПАПКА`.
  private static func placeholder(_ text: Substring) -> String {
    let words = [
      "printer": "ПРИНТЕР", "value": "ОТВЕТ", "room": "КАБИНЕТ", "rooms": "КАБИНЕТ",
      "copies": "ЭКЗЕМПЛЯР", "out": "ПАПКА", "to": "ПАПКА",
      "reason": "ПРИЧИНА", "pages": "СТРАНИЦЫ", "C": "ПАПКА", "number": "НОМЕР",
      "password-file": "ФАЙЛ", "password-fd": "ЧИСЛО", "directory": "ПАПКА",
    ]
    return String(text.replacing(/<([^>]*)>/) { words[String($0.1)] ?? "ЗНАЧЕНИЕ" })
  }
}
