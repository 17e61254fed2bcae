public import Exam

/// Gives codes to participants that the list leaves without: by name, by class and order, or by rule.
public struct CodeMatching: Sendable {
  private let entries: [CodeEntry]
  private let usesRule: Bool

  /// Prepares to match; with the rule on, whoever finds no entry gets a number of their grade.
  public init(entries: [CodeEntry], usesRule: Bool) {
    self.entries = entries
    self.usesRule = usesRule
  }

  /// The participants with their codes, and what a person should know.
  public func match(_ participants: [Participant]) -> (
    participants: [Participant], findings: [Finding]
  ) {
    var people = participants
    var findings: [Finding] = []
    var taken = Set(people.compactMap(\.code))
    let foreign = foreignCodes(people)
    findings += foreign
    byName(&people, &taken)
    findings += byClass(&people, &taken)
    if usesRule { findings += byRule(&people, &taken) }
    let left = people.filter { $0.code == nil }
    if !left.isEmpty, !entries.isEmpty { findings.append(CodeFindings.unmatched(left)) }
    return (people, findings)
  }

  /// A code of the list that the codes file gives to somebody else.
  private func foreignCodes(_ people: [Participant]) -> [Finding] {
    let owners = Dictionary(
      entries.compactMap { entry in entry.name.map { (entry.code, NameRepair.comparable($0)) } },
      uniquingKeysWith: { first, _ in first })
    return people.compactMap { person in
      guard let code = person.code, let name = person.name, let owner = owners[code],
        owner != NameRepair.comparable(name)
      else { return nil }
      return CodeFindings.foreign(person)
    }
  }

  private func byName(_ people: inout [Participant], _ taken: inout Set<ParticipantCode>) {
    for entry in entries {
      guard let name = entry.name.map(NameRepair.comparable), !taken.contains(entry.code) else {
        continue
      }
      let index = people.firstIndex { person in
        person.code == nil && person.name.map(NameRepair.comparable) == name
          && (entry.className == nil || person.className == nil
            || person.className == entry.className)
      }
      guard let index else { continue }
      people[index].code = entry.code
      taken.insert(entry.code)
    }
  }

  /// Codes without names, class by class: in the order of names, else of the list.
  private func byClass(
    _ people: inout [Participant], _ taken: inout Set<ParticipantCode>
  ) -> [Finding] {
    let free = Dictionary(
      grouping: entries.filter { $0.name == nil && !taken.contains($0.code) }, by: \.className)
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
    let used = taken.union(entries.map(\.code))
    var next: [Int: Int] = [:]
    var given = 0
    let classes = Set(people.compactMap(\.className)).sorted()
    for name in classes {
      guard let grade = name.grade, (1...9).contains(grade) else { continue }
      let open = people.indices.filter { people[$0].code == nil && people[$0].className == name }
      for index in Self.ordered(open, people) {
        var number = next[grade, default: 1]
        while used.contains(Self.code(grade, number)) || taken.contains(Self.code(grade, number)) {
          number += 1
        }
        people[index].code = Self.code(grade, number)
        taken.insert(Self.code(grade, number))
        next[grade] = number + 1
        given += 1
      }
    }
    return given > 0 ? [CodeFindings.byRule(given)] : []
  }

  private static func code(_ grade: Int, _ number: Int) -> ParticipantCode {
    ParticipantCode(rawValue: "\(grade * 10_000 + number)")
  }

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
    return indices.sorted { left, right in
      (NameRepair.comparable(people[left].name ?? ""), people[left].ordinal)
        < (NameRepair.comparable(people[right].name ?? ""), people[right].ordinal)
    }
  }
}
