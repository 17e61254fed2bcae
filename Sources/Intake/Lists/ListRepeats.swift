import Exam

/// Two sheets of one list, by their places in it.
struct SheetPair: Hashable {
  var upper: Int
  var lower: Int
}

extension ListReading {
  /// Stops where sheets hold the same people, as a common list beside lists of rooms does.
  mutating func findRepeatedSheets() {
    guard Set(tables.map(\.sheet)).count > 1 else { return }
    let sizes = Dictionary(origins.map { (tables[$0.table].sheet, 1) }, uniquingKeysWith: +)
    for (pair, people) in sharedPeople().sorted(by: { $0.value[0].lower < $1.value[0].lower }) {
      let size = min(sizes[pair.upper] ?? 0, sizes[pair.lower] ?? 0)
      // A namesake or a wrong code in two sheets is not yet a repeated sheet.
      guard people.count >= 2, people.count * 2 > size else { continue }
      repeated.insert(pair)
      let rooms = Set(
        people.flatMap { [participants[$0.upper].room, participants[$0.lower].room] })
      findings.append(
        ListFinding.repeatedSheet(
          count: people.count, rooms: rooms.sorted(),
          beside: grid.place(sheet: grid.sheets[pair.upper]),
          at: grid.place(sheet: grid.sheets[pair.lower])))
    }
  }

  /// Whether a group of equal participants only says again that their sheets repeat each other.
  func isRepeat(_ indices: [Int]) -> Bool {
    let sheets = indices.map(sheet)
    return !repeated.isEmpty
      && sheets.dropFirst().allSatisfy {
        repeated.contains(SheetPair(upper: sheets[0], lower: $0))
      }
  }

  /// The people that two sheets have in common, as they stand in both.
  private func sharedPeople() -> [SheetPair: [(upper: Int, lower: Int)]] {
    var first: [String: Int] = [:]
    var shared: [SheetPair: [(upper: Int, lower: Int)]] = [:]
    for (index, participant) in participants.enumerated() {
      // A code is digits, a name is not.
      let keys = [participant.code?.rawValue, participant.name.map(NameRepair.comparable)]
        .compactMap { $0 }
      let known = keys.lazy.compactMap { first[$0] }.first { sheet(of: $0) != sheet(of: index) }
      if let known {
        let pair = SheetPair(upper: sheet(of: known), lower: sheet(of: index))
        shared[pair, default: []].append((known, index))
      }
      for key in keys where first[key] == nil { first[key] = index }
    }
    return shared
  }

  private func sheet(of participant: Int) -> Int { tables[origins[participant].table].sheet }
}
