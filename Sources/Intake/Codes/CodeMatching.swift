public import Exam

/// Gives codes to participants that the list leaves without: by name, by class and order, or by rule.
///
/// A code has one owner: whoever an entry names. It is never given to anybody else.
public struct CodeMatching: Sendable {
  private let entries: [CodeEntry]
  private let usesRule: Bool
  /// The name, in its comparable form, that a code belongs to.
  private let owners: [ParticipantCode: String]
  /// Codes that entries give to several names, and names with several codes.
  private let doubtful: Set<ParticipantCode>

  /// Prepares to match; with the rule on, whoever finds no entry gets a number of their grade.
  public init(entries: [CodeEntry], usesRule: Bool) {
    self.entries = entries
    self.usesRule = usesRule
    let named = entries.compactMap { entry in
      entry.name.map { Owner(code: entry.code, name: NameRepair.comparable($0), of: entry) }
    }
    owners = Dictionary(named.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let byCode = Dictionary(grouping: named, by: \.code)
    let byPerson = Dictionary(grouping: named, by: \.person)
    doubtful = Set(
      byCode.filter { Set($0.value.map(\.name)).count > 1 }.map(\.key)
        + byPerson.values.filter { Set($0.map(\.code)).count > 1 }.flatMap { $0.map(\.code) })
  }

  private struct Owner {
    let code: ParticipantCode
    let name: String
    let person: String

    init(code: ParticipantCode, name: String, of entry: CodeEntry) {
      self.code = code
      self.name = name
      person = "\(name)|\(entry.className?.rawValue ?? "")"
    }
  }

  /// The participants with their codes, and what a person should know.
  public func match(
    _ participants: [Participant]
  ) -> (participants: [Participant], findings: [Finding]) {
    var people = participants
    var taken = Set(people.compactMap(\.code))
    var findings = people.filter(isForeign).map(CodeFindings.foreign)
    findings += byName(&people, &taken)
    findings += byClass(&people, &taken)
    if usesRule { findings += byRule(&people, &taken) }
    let left = people.filter { $0.code == nil }
    if !left.isEmpty { findings.append(CodeFindings.unmatched(left)) }
    return (people, findings)
  }

  /// Whether the list gives somebody a code that belongs to another name.
  private func isForeign(_ person: Participant) -> Bool {
    guard let code = person.code, let name = person.name, let owner = owners[code] else {
      return false
    }
    return owner != NameRepair.comparable(name)
  }

  /// One entry for one person, both ways; where several fit, a person decides.
  private func byName(
    _ people: inout [Participant], _ taken: inout Set<ParticipantCode>
  ) -> [Finding] {
    let open = Dictionary(
      grouping: people.indices.filter { people[$0].code == nil && people[$0].name != nil }
    ) { NameRepair.comparable(people[$0].name ?? "") }
    let named = Dictionary(grouping: entries.filter { $0.name != nil && !taken.contains($0.code) })
    {
      NameRepair.comparable($0.name ?? "")
    }
    var findings: [Finding] = []
    for (name, indices) in open.sorted(by: { $0.key < $1.key }) {
      guard let candidates = named[name] else { continue }
      for index in indices {
        let fitting = candidates.filter { Self.fits($0, people[index]) }
        let codes = Set(fitting.map(\.code))
        guard let code = codes.first else { continue }
        let rivals = indices.count { other in fitting.contains { Self.fits($0, people[other]) } }
        guard codes.count == 1, rivals == 1, !doubtful.contains(code) else {
          findings.append(CodeFindings.ambiguous(people[index]))
          continue
        }
        people[index].code = code
        taken.insert(code)
      }
    }
    return findings
  }

  private static func fits(_ entry: CodeEntry, _ person: Participant) -> Bool {
    entry.className == nil || person.className == nil || entry.className == person.className
  }

  /// Codes without an owner, class by class: in the order of names, else of the list.
  private func byClass(
    _ people: inout [Participant], _ taken: inout Set<ParticipantCode>
  ) -> [Finding] {
    let free = Dictionary(
      grouping: entries.filter {
        $0.name == nil && owners[$0.code] == nil && !taken.contains($0.code)
      }, by: \.className)
    var findings: [Finding] = []
    for (name, group) in free.sorted(by: { Self.comes($0.key, before: $1.key) }) {
      let open = Self.ordered(
        people.indices.filter {
          people[$0].code == nil && (name == nil || people[$0].className == name)
        }, people)
      let codes = Set(group.map(\.code)).sorted { $0.rawValue < $1.rawValue }
      guard codes.count >= open.count else {
        findings.append(CodeFindings.tooFew(name, codes.count, open.map { people[$0] }))
        continue
      }
      for (index, code) in zip(open, codes) {
        people[index].code = code
        taken.insert(code)
      }
      if !open.isEmpty { findings.append(CodeFindings.byOrder(name, open.count)) }
    }
    return findings
  }

  /// 50001, 50002, … over a grade, class after class; numbers in use are left out.
  private func byRule(
    _ people: inout [Participant], _ taken: inout Set<ParticipantCode>
  ) -> [Finding] {
    var used = taken.union(entries.map(\.code))
    var next: [Int: Int] = [:]
    var given = 0
    for name in Set(people.compactMap(\.className)).sorted() {
      guard let grade = name.grade, (1...11).contains(grade) else { continue }
      let open = people.indices.filter { people[$0].code == nil && people[$0].className == name }
      for index in Self.ordered(open, people) {
        guard
          let number = (next[grade, default: 1]...Self.most(grade)).first(where: {
            !used.contains(Self.code(grade, $0))
          })
        else { break }
        people[index].code = Self.code(grade, number)
        used.insert(Self.code(grade, number))
        taken.insert(Self.code(grade, number))
        next[grade] = number + 1
        given += 1
      }
    }
    return given > 0 ? [CodeFindings.byRule(given)] : []
  }

  /// Five digits: the grade, then a running number.
  private static func code(_ grade: Int, _ number: Int) -> ParticipantCode {
    ParticipantCode(rawValue: "\(grade * (most(grade) + 1) + number)")
  }

  private static func most(_ grade: Int) -> Int { grade < 10 ? 9_999 : 999 }

  private static func comes(_ left: ClassName?, before right: ClassName?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }

  /// By name where everybody has one, else in the order of the list.
  private static func ordered(_ indices: [Int], _ people: [Participant]) -> [Int] {
    guard indices.allSatisfy({ people[$0].name != nil }) else {
      return indices.sorted { people[$0].ordinal < people[$1].ordinal }
    }
    let keys = Dictionary(
      uniqueKeysWithValues: indices.map { ($0, NameRepair.comparable(people[$0].name ?? "")) })
    return indices.sorted { left, right in
      (keys[left] ?? "", people[left].ordinal) < (keys[right] ?? "", people[right].ordinal)
    }
  }
}

/// What is said of codes.
enum CodeFindings {
  static func unmatched(_ people: [Participant]) -> Finding {
    Finding(
      .codesUnmatched, .warn, .exam, rooms: Set(people.map(\.room)).sorted(),
      at: people.first?.place ?? Wording(same: ""),
      Wording(
        ru: "Без кода остались участники: \(people.count). Место «КОД» у них останется пустым; "
          + "допишите их в файл кодов или в список",
        en: "Participants left without a code: \(people.count). Their box stays empty; add them to "
          + "the codes file or to the list"))
  }

  static func foreign(_ person: Participant) -> Finding {
    Finding(
      .codesForeign, .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru:
          "Код в списке и код в файле кодов принадлежат разным людям. Сверьте список с файлом кодов",
        en: "The list and the codes file give this code to different people. Compare them"))
  }

  static func ambiguous(_ person: Participant) -> Finding {
    Finding(
      .codesAmbiguous, .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru: "Участнику подходит не один код (однофамильцы, или файлы кодов расходятся). "
          + "Впишите код в список",
        en: "More than one code fits the participant (namesakes, or codes files that disagree). "
          + "Write the code into the list"))
  }

  static func tooFew(_ name: ClassName?, _ codes: Int, _ people: [Participant]) -> Finding {
    let ru = name.map { "Класс \($0.rawValue): кодов" } ?? "Кодов"
    let en = name.map { "Class \($0.rawValue): codes" } ?? "Codes"
    let rooms = Set(people.map(\.room)).sorted()
    return Finding(
      .codesTooFew, .stop, rooms.first.map(Scope.room) ?? .exam, rooms: rooms,
      at: people.first?.place ?? Wording(same: ""),
      Wording(
        ru: "\(ru) в файле \(codes), а участников без кода \(people.count). "
          + "Скачайте файл кодов заново или допишите коды в список",
        en: "\(en) in the file: \(codes), participants without one: \(people.count). "
          + "Download the codes file again or write the codes into the list"))
  }

  static func byOrder(_ name: ClassName?, _ count: Int) -> Finding {
    let ru = name.map { " класса \($0.rawValue)" } ?? ""
    let en = name.map { " of class \($0.rawValue)" } ?? ""
    return Finding(
      .codesByOrder, .note, .exam,
      Wording(
        ru: "Коды\(ru) розданы по порядку фамилий (участников: \(count)). Сверьте с файлом кодов",
        en: "Codes\(en) were given in the order of names (\(count)). Compare with the codes file"))
  }

  static func byRule(_ count: Int) -> Finding {
    Finding(
      .codesByRule, .note, .exam,
      Wording(
        ru: "Коды назначены по правилу: параллель и номер по порядку (участников: \(count))",
        en: "Codes were given by rule: the grade and a running number (\(count))"))
  }
}
