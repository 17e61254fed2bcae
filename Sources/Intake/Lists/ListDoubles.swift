import Exam

extension ListReading {
  /// The result, once every table has been read.
  consuming func finish() -> ListResult {
    findRepeatedSheets()
    findDoubledCodes()
    findDoubledSeats()
    findNamesakes()
    findForeignCodes()
    findRoomsAlike()
    findRoomsOfBuildings()
    noteConditions()
    noteLacks()
    return ListResult(participants: participants, findings: findings)
  }

  private mutating func findDoubledCodes() {
    for (code, indices) in groups({ $0.code }) where !isRepeat(indices) {
      let rooms = Set(indices.map { participants[$0].room }).sorted()
      findings.append(
        Finding(
          "list.code-doubled", .stop, .person(code.rawValue), rooms: rooms,
          at: places(indices, .code),
          Wording(
            ru: "код \(code.rawValue) стоит у нескольких участников; исправьте список",
            en: "code \(code.rawValue) belongs to several participants; correct the list")))
    }
  }

  private mutating func findDoubledSeats() {
    struct Desk: Hashable {
      var room: RoomName
      var seat: Seat
    }
    let groups = groups { person in person.seat.map { Desk(room: person.room, seat: $0) } }
    for (desk, indices) in groups where !isRepeat(indices) {
      findings.append(
        Finding(
          "list.seat-doubled", .stop, .room(desk.room), rooms: [desk.room],
          at: places(indices, .seat),
          Wording(
            ru: "место \(desk.seat.text) занято дважды; исправьте список",
            en: "seat \(desk.seat.text) is taken twice; correct the list")))
    }
  }

  /// People of one class with one name: two namesakes, or one row too many.
  private mutating func findNamesakes() {
    struct Person: Hashable {
      var className: ClassName?
      var name: String
    }
    // Names are compared in full only where their fingerprints are equal.
    let likely = groups { $0.name.map(NameRepair.fingerprint) }.flatMap(\.indices)
    let groups = groups(among: likely.sorted()) { participant in
      participant.name.map {
        Person(className: participant.className, name: NameRepair.comparable($0))
      }
    }
    for (_, indices) in groups where !isRepeat(indices) {
      findings.append(
        Finding(
          "list.namesakes", .warn, .person(participants[indices[0]].key),
          rooms: Set(indices.map { participants[$0].room }).sorted(),
          at: places(indices, .name, .surname),
          Wording(
            ru: "одинаковые имена в одном классе; проверьте, что это разные люди, а не лишняя"
              + " строка",
            en: "the same name in one class; check that these are different people, not a row"
              + " too many")))
    }
  }

  /// Codes that begin with another grade than their class, where most codes begin with their own.
  private mutating func findForeignCodes() {
    var foreign: [Int] = []
    var checked = 0
    for (index, participant) in participants.enumerated() {
      guard let code = participant.code?.rawValue, code.utf8.count >= 5,
        let grade = participant.className?.grade
      else { continue }
      checked += 1
      if !code.drop(while: { $0 == "0" }).hasPrefix(String(grade)) { foreign.append(index) }
    }
    // A list whose codes follow another rule says nothing about grades.
    guard foreign.count * 2 < checked else { return }
    for index in foreign {
      let participant = participants[index]
      findings.append(
        Finding(
          "list.code-grade", .warn, .person(participant.key), rooms: [participant.room],
          at: places([index], .code),
          Wording(
            ru: "код начинается не с номера класса \(participant.className?.rawValue ?? "");"
              + " проверьте код и класс",
            en: "the code does not begin with the grade of class"
              + " \(participant.className?.rawValue ?? ""); check code and class")))
    }
  }

  /// Participants that share a key, in the list's order.
  private func groups<Key: Hashable>(
    among indices: [Int]? = nil, _ key: (Participant) -> Key?
  ) -> [(key: Key, indices: [Int])] {
    var first: [Key: Int] = [:]
    var doubled: [Key: [Int]] = [:]
    for index in indices ?? Array(participants.indices) {
      guard let key = key(participants[index]) else { continue }
      if let before = first[key] {
        doubled[key, default: [before]].append(index)
      } else {
        first[key] = index
      }
    }
    return doubled.map { ($0.key, $0.value) }.sorted { $0.indices[0] < $1.indices[0] }
  }

  /// The cells of these participants in the first of the columns that their table has.
  private func places(_ indices: [Int], _ columns: ListColumn...) -> Wording {
    var before: Int?
    let places = indices.map { index in
      let origin = origins[index]
      let table = tables[origin.table]
      let names = grid.places(of: grid.sheets[table.sheet])
      let column = columns.lazy.compactMap { table.header[$0] }.first ?? 0
      defer { before = table.sheet }
      return before == table.sheet
        ? names.address(origin.row, column) : names.cell(origin.row, column)
    }
    return Wording(
      ru: places.map(\.ru).joined(separator: "; "), en: places.map(\.en).joined(separator: "; "))
  }
}
