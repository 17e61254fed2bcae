public import Exam

/// A screen of the console, by its path beneath the exam.
public enum ConsolePlace: Hashable, Sendable {
  case today
  case plan
  case printing
  case findings
  case printers
  case journal
  case begin
  case room(PackID)

  /// The screens that every page leads to, in order.
  public static let main: [ConsolePlace] = [
    .today, .plan, .printing, .findings, .printers, .journal,
  ]

  /// The path, without a slash before it.
  public var path: String {
    switch self {
    case .today: ""
    case .plan: "plan"
    case .printing: "printing"
    case .findings: "findings"
    case .printers: "printers"
    case .journal: "journal"
    case .begin: "begin"
    case .room(let pack): "rooms/\(pack.rawValue)"
    }
  }

  /// What the screen is called.
  public var name: Wording {
    switch self {
    case .today: Wording(ru: "Сегодня", en: "Today")
    case .plan: Wording(ru: "План", en: "Plan")
    case .printing: Wording(ru: "Печать", en: "Printing")
    case .findings: Wording(ru: "Находки", en: "Findings")
    case .printers: Wording(ru: "Принтеры", en: "Printers")
    case .journal: Wording(ru: "Журнал", en: "Journal")
    case .begin: Wording(ru: "Файлы", en: "Files")
    case .room: Wording(ru: "Кабинет", en: "Room")
    }
  }

  /// The screen that does what a command does.
  init?(command: Substring) {
    switch command {
    case "": self = .today
    case "init": self = .begin
    case "check", "accept": self = .findings
    case "plan", "preview", "carry", "room", "papers": self = .plan
    case "print", "reprint", "status", "answer", "stop", "send-to": self = .printing
    case "printers", "rehearse": self = .printers
    default: return nil
    }
  }
}

/// Words, or a link to a screen.
public struct ConsolePiece: Hashable, Sendable {
  /// The words.
  public let text: String
  /// The path that they lead to; nil for mere words.
  public let path: String?
}

extension ConsolePiece {
  /// A sentence that names commands, with the screens that do the same in their stead.
  public static func pieces(_ text: String, _ language: Language) -> [ConsolePiece] {
    let command =
      /tirazh(?: (?<name>[a-z][a-z-]+))?(?: (?:--?[a-z][a-z-]*|[A-ZА-ЯЁ…\[\]]{2,}|"[^"]*"|“[^”]*”|\d+))*|(?<to>--to [A-ZА-ЯЁ]+)/
    var pieces: [ConsolePiece] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: command) {
      if match.range.lowerBound > rest.startIndex {
        pieces.append(ConsolePiece(text: String(rest[..<match.range.lowerBound]), path: nil))
      }
      let name = match.output.to == nil ? match.output.name ?? "" : "print"
      let place = ConsolePlace(command: name) ?? .today
      pieces.append(
        ConsolePiece(
          text: language.say(ru: "«\(place.name.ru)»", en: "“\(place.name.en)”"), path: place.path))
      rest = rest[match.range.upperBound...]
    }
    if !rest.isEmpty { pieces.append(ConsolePiece(text: String(rest), path: nil)) }
    return pieces
  }
}

/// Something a person can do: a link, or a button that changes something.
public struct ConsoleAct: Hashable, Sendable {
  /// What goes along with a button.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String
  }

  /// What it says.
  public let label: String
  /// Where it leads, beneath the exam.
  public let path: String
  /// Whether it changes something.
  public let isPost: Bool
  /// What goes along.
  public let fields: [Field]

  /// A link.
  static func go(_ label: String, _ place: ConsolePlace, at anchor: String = "") -> ConsoleAct {
    ConsoleAct(
      label: label, path: place.path + (anchor.isEmpty ? "" : "#" + anchor), isPost: false,
      fields: [])
  }

  /// A button.
  static func post(_ label: String, _ path: String, _ fields: [(String, String)] = []) -> ConsoleAct
  {
    ConsoleAct(
      label: label, path: path, isPost: true,
      fields: fields.map { Field(name: $0.0, value: $0.1) })
  }
}

/// A line with what it is about, as «Бумага», and what is said of it.
public struct ConsoleLine: Hashable, Sendable {
  /// What it is about; nil where it goes on.
  public let label: String?
  /// What is said.
  public let pieces: [ConsolePiece]

  /// Reads a line as screens of text have it: a label, blanks, and what is said.
  init(_ line: String, _ language: Language) {
    if let match = line.wholeMatch(of: /(?s)(\S+(?: \S+)?)\s{2,}(.*)/) {
      label = String(match.1)
      pieces = ConsolePiece.pieces(String(match.2), language)
    } else {
      label = nil
      pieces = ConsolePiece.pieces(line.trimmingSpaces, language)
    }
  }
}
