import Exam

/// Rooms of one list that may be one door: «204» and «0204», «204» and «Лаборатория 204».
enum RoomsAlike {
  /// Each number that is a room, with the other names that have only it beside words.
  static func groups(_ rooms: some Sequence<RoomName>) -> [[RoomName]] {
    var groups: [Int: [RoomName]] = [:]
    for room in Set(rooms).sorted() {
      guard let number = number(room.rawValue) else { continue }
      groups[number, default: []].append(room)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { group in
      group.count > 1 && group.contains { ListText.isDigits($0.rawValue) }
    }
  }

  /// The only number of a name, where beside it stand words: a lone letter or a second number makes another
  /// room.
  private static func number(_ name: String) -> Int? {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let numbers = words.filter { $0.contains(where: \.isNumber) }
    guard numbers.count == 1, let number = numbers.first, ListText.isDigits(number),
      words.allSatisfy({ $0 == number || $0.count > 1 })
    else { return nil }
    return Int(number)
  }
}

extension ListReading {
  /// Stops rooms of one number in several buildings: they would get one pack.
  mutating func findRoomsOfBuildings() {
    for (room, names) in buildings.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      let list = names.sorted().joined(separator: ", ")
      findings.append(
        Finding(
          "list.rooms-of-buildings", .stop, .room(room), rooms: [room], at: grid.place,
          Wording(
            ru:
              "кабинет \(room.rawValue) есть в нескольких корпусах (\(list)), а пакет был бы один; "
              + "допишите корпус в столбец кабинета, например 1-204",
            en: "room \(room.rawValue) is in several buildings (\(list)), but would get one pack; "
              + "write the building into the room's column, for example 1-204")))
    }
  }

  /// Says which rooms may be one: each gets a pack of its own.
  mutating func findRoomsAlike() {
    for rooms in RoomsAlike.groups(participants.map(\.room)) {
      let names = rooms.map { "«\($0.rawValue)»" }.joined(separator: ", ")
      let english = rooms.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      findings.append(
        Finding(
          "list.rooms-alike", .warn, .room(rooms[0]), rooms: rooms, at: grid.place,
          Wording(
            ru:
              "кабинеты \(names) получат разные пакеты; если это одна дверь, напишите их одинаково",
            en:
              "the rooms \(english) get packs of their own; if they are one door, write them alike")
        ))
    }
  }
}
