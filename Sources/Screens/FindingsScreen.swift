import Exam

/// Findings for people: stops first, then one line a kind for all that was repaired.
struct FindingsScreen {
  let findings: [Finding]
  let language: Language
  let verbose: Bool

  private var stops: [(Int, Finding)] { numbered(.stop) }
  private var warnings: [(Int, Finding)] { numbered(.warn) }
  private var notes: [(Int, Finding)] { numbered(.note) }

  /// The lines.
  var lines: [String] {
    section(Wording(ru: "ОСТАНОВКИ", en: "STOPS"), alike(stops))
      + section(Wording(ru: "Обратите внимание", en: "Mind"), folded(warnings, from: 3))
      + section(Wording(ru: "К сведению", en: "Notes"), folded(notes, from: 2))
  }

  private func numbered(_ severity: Severity) -> [(Int, Finding)] {
    findings.enumerated().filter { $0.element.severity == severity }
      .map { ($0.offset + 1, $0.element) }
  }

  private func section(_ title: Wording, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title[language]] + lines + [""]
  }

  /// Stops that say the same are one line with the first places, and how many there are.
  private func alike(_ numbered: [(Int, Finding)]) -> [String] {
    guard !verbose else { return numbered.map(line) }
    var groups: [[(Int, Finding)]] = []
    for entry in numbered {
      let index = groups.firstIndex {
        $0[0].1.kind == entry.1.kind && $0[0].1.message == entry.1.message
      }
      if let index { groups[index].append(entry) } else { groups.append([entry]) }
    }
    return groups.map { group in
      guard group.count > 2 else { return group.map(line).joined(separator: "\n") }
      let places = group.prefix(3).map { $0.1.place[language] }.filter { !$0.isEmpty }
      let list = places.joined(separator: "; ") + (group.count > 3 ? "; …" : "")
      let count =
        language == .ru
        ? " (таких \(group.count); все: tirazh check -v)"
        : " (\(group.count) of these; all of them: tirazh check -v)"
      return
        "  \(group[0].0)  \(list)\(list.isEmpty ? "" : ": ")\(group[0].1.message[language])\(count)"
    }
  }

  private func line(_ number: Int, _ finding: Finding) -> String {
    let place = finding.place.isEmpty ? "" : finding.place[language] + ": "
    let room: String
    switch finding.scope {
    case .room(let name):
      room =
        language == .ru
        ? "\(Wording.room(name.rawValue).ru): " : "\(Wording.room(name.rawValue).en): "
    default: room = ""
    }
    let code = verbose ? "[\(finding.code)] " : ""
    return "  \(number)  \(code)\(room)\(place)\(finding.message[language])"
  }

  /// What was repaired, where a list writes one thing in several ways.
  private static let repairs: [Finding.Kind: Wording] = [
    .listRepairCode: Wording(
      ru: "Коды записаны по-разному, исправлено ячеек", en: "Codes written in other ways, cells"),
    .listRepairName: Wording(
      ru: "Имена записаны по-разному, исправлено ячеек", en: "Names written in other ways, cells"),
    .listRepairClass: Wording(
      ru: "Классы записаны по-разному, исправлено ячеек",
      en: "Classes written in other ways, cells"),
    .listRepairRoom: Wording(
      ru: "Кабинеты записаны по-разному, исправлено ячеек",
      en: "Rooms written in other ways, cells"),
    .listRepairSeat: Wording(
      ru: "Места записаны по-разному, исправлено ячеек", en: "Seats written in other ways, cells"),
    .listRepairVariant: Wording(
      ru: "Варианты записаны по-разному, исправлено ячеек",
      en: "Variants written in other ways, cells"),
  ]

  /// What a finding says by itself: of repairs what was repaired, of any other its message.
  static func title(_ finding: Finding) -> Wording { repairs[finding.kind] ?? finding.message }

  /// One line a kind that has at least so many findings, unless everything is asked for.
  private func folded(_ numbered: [(Int, Finding)], from fewest: Int) -> [String] {
    guard !verbose else { return numbered.map(line) }
    var groups: [[(Int, Finding)]] = []
    for entry in numbered {
      let index = groups.firstIndex { Self.isOneKind($0[0].1, entry.1) }
      if let index { groups[index].append(entry) } else { groups.append([entry]) }
    }
    return groups.map { group in
      let (first, kind) = (group[0], group[0].1.kind)
      guard group.count >= fewest else { return group.map(line).joined(separator: "\n") }
      if let title = Self.repairs[kind] {
        return "  \(first.0)  \(title[language]): \(group.count) · "
          + "\(first.1.place[language]): \(first.1.message[language])"
          + (language == .ru ? "; подробно: tirazh check -v" : "; all of them: tirazh check -v")
      }
      let more =
        language == .ru
        ? " (и ещё \(group.count - 1) таких; подробно: tirazh check -v)"
        : " (and \(group.count - 1) more; all of them: tirazh check -v)"
      return line(first.0, first.1) + more
    }
  }

  /// Errors have one kind, and say different things.
  private static func isOneKind(_ left: Finding, _ right: Finding) -> Bool {
    left.kind == right.kind && (left.kind != .trouble || left.message == right.message)
  }
}
