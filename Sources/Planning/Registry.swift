public import Exam

/// A former revision, as far as a new plan has to keep to it.
public struct FormerPlan: Sendable {
  /// The plan.
  public var plan: Plan
  /// The people whom it knows, from the table of names.
  public var people: [PersonRecord]
  /// What a person said of doubtful matches: whether it is the same participant, by the doubt's id.
  public var answers: [String: Bool]
  /// The copies that stand on paper as they are wanted: somebody who moves takes theirs along.
  public var onPaper: [PackID: Set<ItemID>]

  /// Makes a former plan.
  public init(
    plan: Plan, people: [PersonRecord], answers: [String: Bool] = [:],
    onPaper: [PackID: Set<ItemID>] = [:]
  ) {
    self.plan = plan
    self.people = people
    self.answers = answers
    self.onPaper = onPaper
  }
}

/// Somebody is missing in the new list, and somebody like them is new: only a person can tell.
public struct Doubt: Hashable, Sendable {
  /// Names the doubt without naming anybody: the former key and the new row.
  public var id: String
  /// The key of who is missing.
  public var key: String
  /// Where they sat.
  public var room: RoomName
  /// Their class.
  public var className: ClassName?
  /// Who is new.
  public var newcomer: Participant
}

/// Who is who: known participants keep their keys, new ones get the next.
struct Registry {
  private(set) var participants: [Participant]
  private(set) var doubts: [Doubt] = []
  private(set) var issuedPeople: Int
  /// The names as they are compared, of participants whom no code has told.
  private var names: [Int: String] = [:]

  /// Somebody whom the former revision knows.
  private struct Known {
    let key: String
    let code: ParticipantCode?
    var name: String
    let className: ClassName?
    let room: RoomName
  }

  init(_ people: [Participant], former: FormerPlan?) {
    participants = people
    issuedPeople = former?.plan.issuedPeople ?? 0
    var free = Self.known(former)
    var open = Array(people.indices)
    match(&open, &free) { person, _, known in person.code != nil && person.code == known.code }
    compareNames(open, &free)
    let rules: [(Participant, String, Known) -> Bool] = [
      { person, name, known in
        Self.isSameName(name, known) && person.className == known.className
          && person.room == known.room
      },
      { person, name, known in
        Self.isSameName(name, known) && person.className != nil
          && person.className == known.className
      },
      { person, name, known in
        Self.isSameName(name, known) && (person.className == nil || known.className == nil)
          && person.room == known.room
      },
    ]
    for rule in rules { match(&open, &free, rule) }
    doubt(&open, &free, former?.answers ?? [:])
    number(open)
  }

  private static func known(_ former: FormerPlan?) -> [Known] {
    guard let former else { return [] }
    let people = Dictionary(
      former.people.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let moved = Dictionary(
      former.plan.moves.map { ($0.participant, $0.from) }, uniquingKeysWith: { $1 })
    var seen: Set<String> = []
    return former.plan.packs.flatMap { pack in
      pack.copies.compactMap { copy -> Known? in
        guard let key = copy.participant, seen.insert(key).inserted else { return nil }
        return Known(
          key: key, code: copy.code, name: people[key]?.name ?? "",
          className: copy.className, room: moved[key] ?? pack.place)
      }
    }
  }

  /// Makes names comparable: only of those who are still open, because it takes long.
  private mutating func compareNames(_ open: [Int], _ free: inout [Known]) {
    guard !free.isEmpty else { return }
    for index in free.indices { free[index].name = Self.plain(free[index].name) }
    for index in open { names[index] = Self.plain(participants[index].name ?? "") }
  }

  /// Matches those for whom the rule leaves one candidate on each side.
  private mutating func match(
    _ open: inout [Int], _ free: inout [Known], _ rule: (Participant, String, Known) -> Bool
  ) {
    guard !free.isEmpty else { return }
    // Only who could match at all is compared: lists have thousands of rows.
    let byName = Dictionary(grouping: free.indices) { free[$0].name }
    let byCode = Dictionary(grouping: free.indices.filter { free[$0].code != nil }) {
      free[$0].code
    }
    var candidates: [Int: [Int]] = [:]
    for index in open {
      let person = participants[index]
      let near = (byCode[person.code] ?? []) + (names[index].flatMap { byName[$0] } ?? [])
      candidates[index] = Array(Set(near)).filter { rule(person, names[index] ?? "", free[$0]) }
    }
    let wanted = Dictionary(grouping: candidates.values.joined(), by: \.self).mapValues(\.count)
    var taken: Set<Int> = []
    for (index, found) in candidates.sorted(by: { $0.key < $1.key }) {
      guard found.count == 1, let only = found.first, wanted[only] == 1 else { continue }
      participants[index].registered = free[only].key
      taken.insert(only)
    }
    open.removeAll { participants[$0].registered != nil }
    free = free.indices.filter { !taken.contains($0) }.map { free[$0] }
  }

  /// Who is missing and who is new, in the same class or room: a person says whether they are the same.
  private mutating func doubt(_ open: inout [Int], _ free: inout [Known], _ answers: [String: Bool])
  {
    guard !free.isEmpty else { return }
    // Only who could be meant is compared: who sits there, who is in the class, who has the surname.
    let rooms = Dictionary(grouping: open) { participants[$0].room }
    let classes = Dictionary(grouping: open.filter { participants[$0].className != nil }) {
      participants[$0].className
    }
    let surnames = Dictionary(grouping: open) { names[$0, default: ""].prefix { $0 != " " } }
    for known in free {
      let possible =
        (rooms[known.room] ?? []) + (classes[known.className] ?? [])
        + (surnames[known.name.prefix { $0 != " " }] ?? [])
      let near = Set(possible).sorted().filter { index in
        participants[index].registered == nil && isNear(index, known)
      }
      let best = near.min {
        distance($0, known) < distance($1, known)
      }
      guard let best else { continue }
      let id = "\(known.key)=\(participants[best].ordinal)"
      switch answers[id] {
      case true?: participants[best].registered = known.key
      case false?: continue
      case nil:
        doubts.append(
          Doubt(
            id: id, key: known.key, room: known.room, className: known.className,
            newcomer: participants[best]))
      }
    }
    open.removeAll { participants[$0].registered != nil }
  }

  private func isNear(_ index: Int, _ known: Known) -> Bool {
    let person = participants[index]
    // Two codes that differ are two people.
    if let code = person.code, let other = known.code, code != other { return false }
    let name = names[index] ?? ""
    let isAlike = !name.isEmpty && !known.name.isEmpty && Self.isAlike(name, known.name)
    let isSameClass = person.className == known.className
    return isAlike || (isSameClass && person.room == known.room)
  }

  private func distance(_ index: Int, _ known: Known) -> Int {
    let person = participants[index]
    return EditDistance.between(names[index] ?? "", known.name)
      + (person.room == known.room ? 0 : 3) + (person.className == known.className ? 0 : 3)
  }

  /// One or two letters otherwise, or the same surname and initial.
  private static func isAlike(_ left: String, _ right: String) -> Bool {
    if EditDistance.between(left, right) <= 2 { return true }
    let (a, b) = (left.split(separator: " "), right.split(separator: " "))
    guard a.count > 1, b.count > 1 else { return false }
    return a[0] == b[0] && a[1].first == b[1].first
  }

  private static func isSameName(_ name: String, _ known: Known) -> Bool {
    !name.isEmpty && name == known.name
  }

  static func plain(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return String(words.joined(separator: " ").map { $0 == "ё" ? "е" : $0 })
  }

  /// New participants: the code, where nobody has it, else the next number.
  private mutating func number(_ open: [Int]) {
    var taken = Set(participants.compactMap(\.registered))
    taken.formUnion(participants.compactMap { $0.code?.rawValue })
    var used = Set(participants.compactMap(\.registered))
    for index in open {
      if let code = participants[index].code?.rawValue, used.insert(code).inserted {
        participants[index].registered = code
      } else {
        var key = ""
        repeat {
          issuedPeople += 1
          key = "N" + Self.padded(issuedPeople)
        } while taken.contains(key)
        used.insert(key)
        participants[index].registered = key
      }
    }
  }

  private static func padded(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
