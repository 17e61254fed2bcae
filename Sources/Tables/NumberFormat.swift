import Foundation

/// How a workbook shows a number, as far as lists need it.
enum NumberFormat: Equatable {
  /// As it is.
  case general
  case date
  /// So many digits behind the dot.
  case decimals(Int)
  /// Digits at the marks, the rest as written: `00000` shows 123 as `00123`.
  case pattern([Mark])

  enum Mark: Equatable {
    /// A digit; a required one is shown as `0` where the number is shorter.
    case digit(isRequired: Bool)
    case literal(Character)

    var isDigit: Bool { if case .digit = self { true } else { false } }
  }

  /// Reads a format code; only its first section counts, numbers of lists are positive.
  init(code: String) {
    if let match = code.wholeMatch(of: /[#0,]*[0#]\.(0+)(?:_.|;.*)?/) {
      self = .decimals(match.output.1.count)
      return
    }
    var marks: [Mark] = []
    var rest = Substring(code)
    while !rest.isEmpty, rest.first != ";" {
      guard let read = Self.take(&rest) else {
        // A fraction, a grouping, a percentage: nothing that a code or a room has.
        self = .general
        return
      }
      guard read != [.date] else {
        self = .date
        return
      }
      marks += read.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
    }
    let isShown = marks.contains { $0.isDigit } && marks != [.digit(isRequired: true)]
    self = isShown ? .pattern(marks) : .general
  }

  private enum Token: Equatable {
    case mark(Mark)
    case date
  }

  /// Takes what stands first in `rest`; nil where it is beyond us.
  private static func take(_ rest: inout Substring) -> [Token]? {
    switch rest.removeFirst() {
    case "0": return [.mark(.digit(isRequired: true))]
    case "#", "?": return [.mark(.digit(isRequired: false))]
    case "\"":
      let text = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(text.count + 1)
      return text.map { .mark(.literal($0)) }
    case "\\": return rest.popFirst().map { [.mark(.literal($0))] } ?? []
    case "_", "*":
      rest = rest.dropFirst()
      return []
    case "[":
      let name = rest.prefix { $0 != "]" }
      rest = rest.dropFirst(name.count + 1)
      return isElapsed(name) ? [.date] : []
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "г", "д", "Г", "Д", "М", "м": return [.date]
    case let sign where " -/:()№+".contains(sign): return [.mark(.literal(sign))]
    default: return nil
    }
  }

  /// Built-in formats that are dates or have two decimals; the others are plain numbers.
  init(builtIn id: Int) {
    guard ![2, 4].contains(id) else {
      self = .decimals(2)
      return
    }
    self =
      (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
        || (50...58).contains(id) ? .date : .general
  }

  private static func isElapsed(_ name: Substring) -> Bool {
    !name.isEmpty && name.lowercased().allSatisfy { "hms".contains($0) }
  }

  /// A number with a fraction, as programs show it: of its digits fifteen count.
  static func show(_ number: Double, in format: NumberFormat) -> String {
    if case .decimals(let count) = format { return String(format: "%.\(min(count, 15))f", number) }
    return String(format: "%.15g", number)
  }

  /// `digits` set into the marks, the last digit first.
  static func show(_ digits: String, in marks: [Mark]) -> String {
    var left = Array(digits)
    var shown: [Character] = []
    var places = marks.count(where: \.isDigit)
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
