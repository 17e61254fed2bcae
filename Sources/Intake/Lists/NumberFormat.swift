/// How a workbook shows a number, as far as lists need it.
enum NumberFormat: Equatable {
  /// As it is.
  case general
  case date
  /// Digits at the marks, the rest as written: `00000` shows 123 as `00123`.
  case pattern([Mark])

  enum Mark: Equatable {
    /// A digit; a required one is shown as `0` where the number is shorter.
    case digit(isRequired: Bool)
    case literal(Character)
  }

  /// Reads a format code; only its first section counts, numbers of lists are positive.
  init(code: String) {
    var marks: [Mark] = []
    var rest = Substring(code)
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "0": marks.append(.digit(isRequired: true))
      case "#", "?": marks.append(.digit(isRequired: false))
      case "\"":
        marks += rest.prefix { $0 != "\"" }.map(Mark.literal)
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": if let literal = rest.popFirst() { marks.append(.literal(literal)) }
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let name = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(name.count + 1)
        if Self.isElapsed(name) {
          self = .date
          return
        }
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "г", "д", "Г", "Д", "М", "м":
        self = .date
        return
      case " ", "-", "/", ":", "(", ")", "№", "+": marks.append(.literal(character))
      default:
        // A fraction, a grouping, a percentage: nothing that a code or a room has.
        self = .general
        return
      }
    }
    let isPlain =
      marks.count { $0 != .literal(" ") } <= 1 && !marks.contains(.digit(isRequired: false))
    let hasDigit = marks.contains {
      $0 == .digit(isRequired: true) || $0 == .digit(isRequired: false)
    }
    self = isPlain || !hasDigit ? .general : .pattern(marks)
  }

  /// Built-in formats that are dates; the others are plain numbers.
  init(builtIn id: Int) {
    self =
      (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
        || (50...58).contains(id) ? .date : .general
  }

  private static func isElapsed(_ name: Substring) -> Bool {
    !name.isEmpty && name.lowercased().allSatisfy { "hms".contains($0) }
  }

  /// `digits` set into the marks, the last digit first.
  static func show(_ digits: String, in marks: [Mark]) -> String {
    var left = Array(digits)
    var shown: [Character] = []
    var places = marks.count { if case .digit = $0 { true } else { false } }
    for mark in marks.reversed() {
      switch mark {
      case .literal(let character): shown.append(character)
      case .digit(let isRequired):
        places -= 1
        if let digit = left.popLast() {
          shown.append(digit)
        } else if isRequired {
          shown.append("0")
        }
        // What has no mark of its own stands at the first one.
        if places == 0 { shown += left.reversed() }
      }
    }
    return String(shown.reversed())
  }
}
