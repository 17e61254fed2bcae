public import Exam
import Operations

/// «Находки»: stops, warnings and what was repaired, alike ones together.
public struct ConsoleFindings: Sendable {
  /// Findings that say the same.
  public struct Group: Sendable {
    /// Their number among all groups, for links.
    public let number: Int
    /// What is said.
    public let pieces: [ConsolePiece]
    /// Where, each once.
    public let places: [String]
    /// How many places are not shown at once.
    public let more: String?
    /// The places that are not shown at once.
    public let others: [String]
    /// The codes by which they are accepted, where a person may.
    public let acceptable: [Int]
  }

  /// Findings as serious as each other.
  public struct Section: Sendable {
    /// What they are called.
    public let title: String
    /// How they are drawn.
    public let look: String
    /// The findings.
    public let groups: [Group]
  }

  /// What was read.
  public let lines: [ConsoleLine]
  /// The findings.
  public let sections: [Section]

  /// Draws the screen.
  public init(_ state: ExamState, _ language: Language, _ now: ConsoleFrame.Moment) {
    lines =
      state.prepared.map { prepared in
        CheckScreen(prepared, language, today: now.day, verbose: false).read
          .map { ConsoleLine($0, language) }
      } ?? []
    var number = 0
    var findings = state.findings
    if let trouble = state.trouble {
      findings.insert(Finding(trouble, .stop, at: trouble.place), at: 0)
    }
    let kinds: [(Severity, Wording)] = [
      (.stop, Wording(ru: "Остановки", en: "Stops")),
      (.warn, Wording(ru: "Обратите внимание", en: "Mind")),
      (.note, Wording(ru: "К сведению", en: "Notes")),
    ]
    sections = kinds.compactMap { severity, title in
      let groups = Self.groups(findings.filter { $0.severity == severity }, language, &number)
      return groups.isEmpty
        ? nil : Section(title: title[language], look: severity.rawValue, groups: groups)
    }
  }

  /// How many places stand there at once.
  private static let few = 3

  private static func groups(
    _ findings: [Finding], _ language: Language, _ number: inout Int
  ) -> [Group] {
    var order: [String] = []
    var known: [String: [Finding]] = [:]
    for finding in findings {
      let key = finding.kind.rawValue + "\n" + FindingsScreen.title(finding)[language]
      if known[key] == nil { order.append(key) }
      known[key, default: []].append(finding)
    }
    return order.compactMap { key in
      guard let group = known[key], let first = group.first else { return nil }
      number += 1
      let places = group.map { place(of: $0, language) }.filter { !$0.isEmpty }
      let rest = Array(places.dropFirst(few))
      return Group(
        number: number,
        pieces: ConsolePiece.pieces(FindingsScreen.title(first)[language], language),
        places: Array(places.prefix(few)),
        more: rest.isEmpty ? nil : language.say(ru: "ещё \(rest.count)", en: "\(rest.count) more"),
        others: rest, acceptable: group.filter(\.isAcceptable).map(\.code))
    }
  }

  private static func place(of finding: Finding, _ language: Language) -> String {
    var words: [String] = []
    if case .room(let room) = finding.scope { words.append(Wording.room(room.rawValue)[language]) }
    if !finding.place.isEmpty { words.append(finding.place[language]) }
    let isFolded = FindingsScreen.title(finding) != finding.message
    if isFolded { words.append(finding.message[language]) }
    return words.joined(separator: ": ")
  }
}
