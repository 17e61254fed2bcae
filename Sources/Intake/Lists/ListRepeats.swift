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
    for (pair, indices) in sharedPeople().sorted(by: { $0.value[0] < $1.value[0] }) {
      let size = min(sizes[pair.upper] ?? 0, sizes[pair.lower] ?? 0)
      // A namesake or a wrong code in two sheets is not yet a repeated sheet.
      guard indices.count >= 2, indices.count * 2 > size else { continue }
      repeated.insert(pair)
      let places = [pair.upper, pair.lower].map { grid.place(sheet: grid.sheets[$0]) }
      findings.append(
        ListFinding.repeatedSheet(
          count: indices.count, rooms: Set(indices.map { participants[$0].room }).sorted(),
          beside: places[0], at: places[1]))
    }
  }

  /// Whether a group of equal participants only says again that their sheets repeat each other.
  func isRepeat(_ indices: [Int]) -> Bool {
    let sheets = indices.map { tables[origins[$0].table].sheet }
    return !repeated.isEmpty
      && zip(sheets, sheets.dropFirst()).allSatisfy {
        repeated.contains(SheetPair(upper: $0, lower: $1))
      }
  }

  /// The people that two sheets have in common, as they stand in both.
  private func sharedPeople() -> [SheetPair: [Int]] {
    var first: [String: Int] = [:]
    var shared: [SheetPair: [Int]] = [:]
    for (index, participant) in participants.enumerated() {
      let lower = tables[origins[index].table].sheet
      // A code is digits, a name is not.
      let keys = [participant.code?.rawValue, participant.name.map(NameRepair.comparable)]
        .compactMap { $0 }
      let uppers = keys.compactMap { first[$0] }.filter { $0 != lower }
      if let upper = uppers.first {
        shared[SheetPair(upper: upper, lower: lower), default: []].append(index)
      }
      for key in keys where first[key] == nil { first[key] = lower }
    }
    return shared
  }
}
