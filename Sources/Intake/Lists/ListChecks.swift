import Exam
import Tables

/// What can only be seen of a list as a whole: people, codes and seats twice, rooms that may be one.
struct ListChecks {
  private let people: ListPeople
  private var found: [Finding] = []
  /// Sheets that hold the same people.
  private var repeated: Set<SheetPair> = []

  init(_ people: ListPeople) { self.people = people }

  private var grid: Grid { people.grid }
  private var tables: [ListTable] { people.tables }
  private var participants: [Participant] { people.participants }
  private var origins: [ListPeople.Origin] { people.origins }

  consuming func findings() -> [Finding] {
    findRepeatedSheets()
    findDoubledCodes()
    findDoubledSeats()
    findNamesakes()
    findForeignCodes()
    findRoomsAlike()
    findRoomsOfBuildings()
    findRoomsWithoutNumber()
    findOddClasses()
    noteConditions()
    noteLacks()
    return found
  }

  private mutating func findDoubledCodes() {
    // A number loses the zeros that the same code keeps as a text.
    let groups = groups { $0.code.map { code in code.rawValue.drop { $0 == "0" } } }
    for (_, indices) in groups where !isRepeat(indices) {
      guard let code = participants[indices[0]].code else { continue }
      let rooms = Set(indices.map { participants[$0].room }).sorted()
      found.append(
        Finding(
          .listCodeDoubled, .stop, .person(code.rawValue), rooms: rooms,
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
      found.append(
        Finding(
          .listSeatDoubled, .stop, .room(desk.room), rooms: [desk.room],
          at: places(indices, .seat),
          Wording(
            ru: "место \(desk.seat.text) занято дважды; исправьте список",
            en: "seat \(desk.seat.text) is taken twice; correct the list")))
    }
  }

  /// People of one class with one name: two namesakes, or one row too many.
  private mutating func findNamesakes() {
    // Names are compared in full only where their fingerprints are equal.
    let likely = groups { $0.name.map(NameRepair.fingerprint) }.flatMap(\.indices)
    let named = groups(among: likely.sorted()) { $0.name.map(NameRepair.comparable) }
    let groups = named.flatMap { ofOneClass($0.indices) }.sorted { $0[0] < $1[0] }
    for indices in groups where !isRepeat(indices) {
      found.append(
        Finding(
          .listNamesakes, .warn, .person(participants[indices[0]].key),
          rooms: Set(indices.map { participants[$0].room }).sorted(),
          at: places(indices, .name, .surname),
          Wording(
            ru: "одинаковые имена в одном классе; проверьте, что это разные люди, а не лишняя"
              + " строка",
            en: "the same name in one class; check that these are different people, not a row"
              + " too many")))
    }
  }

  /// Namesakes by class; whoever has none may be of any.
  private func ofOneClass(_ indices: [Int]) -> [[Int]] {
    guard !indices.contains(where: { participants[$0].className == nil }) else { return [indices] }
    return Dictionary(grouping: indices) { participants[$0].className }.values
      .filter { $0.count > 1 }
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
      found.append(
        Finding(
          .listCodeGrade, .warn, .person(participant.key), rooms: [participant.room],
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

/// Two sheets of one list, by their places in it.
private struct SheetPair: Hashable {
  var upper: Int
  var lower: Int
}

extension ListChecks {
  /// Stops where sheets hold the same people, as a common list beside lists of rooms does.
  fileprivate mutating func findRepeatedSheets() {
    guard Set(tables.map(\.sheet)).count > 1 else { return }
    let sizes = Dictionary(origins.map { (tables[$0.table].sheet, 1) }, uniquingKeysWith: +)
    for (pair, people) in sharedPeople().sorted(by: { $0.value[0].lower < $1.value[0].lower }) {
      let size = min(sizes[pair.upper] ?? 0, sizes[pair.lower] ?? 0)
      // A namesake or a wrong code in two sheets is not yet a repeated sheet.
      guard people.count >= 2, people.count * 2 > size else { continue }
      repeated.insert(pair)
      let rooms = Set(
        people.flatMap { [participants[$0.upper].room, participants[$0.lower].room] })
      found.append(
        ListFinding.repeatedSheet(
          count: people.count, rooms: rooms.sorted(),
          beside: grid.place(sheet: grid.sheets[pair.upper]),
          at: grid.place(sheet: grid.sheets[pair.lower])))
    }
  }

  /// Whether a group of equal participants only says again that their sheets repeat each other.
  fileprivate func isRepeat(_ indices: [Int]) -> Bool {
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
      group.count > 1
        && group.contains {
          CellText.isDigits($0.rawValue) || RoomBuilding.isNamed(in: $0.rawValue)
        }
    } + byEnding(rooms)
  }

  /// Names that differ by their endings: «Математика» and «Математики».
  private static func byEnding(_ rooms: some Sequence<RoomName>) -> [[RoomName]] {
    let named = Set(rooms).filter { !$0.rawValue.contains(where: \.isNumber) }.sorted()
    return Dictionary(grouping: named) { room in
      key(Headings.bare(room.rawValue).split(separator: " ").map(String.init))
    }.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Words without endings, and without the word for a room; «спорт зал» as one word.
  private static func key(_ words: [String]) -> [String] {
    let own = words.count > 1 ? words.filter { $0 != "кабинет" } : words
    if own.count == 2, own[0].hasPrefix("спорт"), own[1].hasPrefix("зал") { return ["спортзал"] }
    return own.map { word in
      let isLong = word.count > 4
      let stem = word.reversed().drop { isLong && "аеиоуыэюяйь".contains($0) }.reversed()
      return word == "акт" ? "актов" : String(stem)
    }
  }

  /// The only number of a name, where beside it stand words: a lone letter or a second number makes another
  /// room.
  private static func number(_ name: String) -> Int? {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let numbers = words.filter { $0.contains(where: \.isNumber) }
    guard numbers.count == 1, let number = numbers.first,
      words.allSatisfy({ $0 == number || $0.count > 1 })
    else { return nil }
    return Int(String(number.map { digits[$0] ?? $0 }))
  }

  /// Letters that are typed for digits: «2О4».
  private static let digits: [Character: Character] = [
    "O": "0", "o": "0", "О": "0", "о": "0", "З": "3", "з": "3", "l": "1", "I": "1",
  ]
}

extension ListChecks {
  /// Stops rooms of one number in several buildings: they would get one pack.
  fileprivate mutating func findRoomsOfBuildings() {
    for (room, names) in people.buildings.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      let list = names.sorted().joined(separator: ", ")
      found.append(
        Finding(
          .listRoomsOfBuildings, .stop, .room(room), rooms: [room], at: grid.place,
          Wording(
            ru:
              "кабинет \(room.rawValue) есть в нескольких корпусах (\(list)), а пакет был бы один; "
              + "допишите корпус в столбец кабинета, например 1-204",
            en: "room \(room.rawValue) is in several buildings (\(list)), but would get one pack; "
              + "write the building into the room's column, for example 1-204")))
    }
  }

  /// Says which rooms have neither a number nor a name that rooms have: a remark, or a person's name.
  fileprivate mutating func findRoomsWithoutNumber() {
    var seen: Set<RoomName> = []
    for (index, participant) in participants.enumerated()
    where seen.insert(participant.room).inserted {
      let room = participant.room.rawValue
      guard !room.contains(where: \.isNumber), !RoomWords.isPlace(room) else { continue }
      found.append(
        Finding(
          .listRoomUnnumbered, .warn, .room(participant.room), rooms: [participant.room],
          at: places([index], .room),
          Wording(
            ru: "в кабинете нет ни номера, ни слова вроде «спортзал»: проверьте, кабинет ли это;"
              + " для него будет отдельный пакет",
            en: "the room has neither a number nor a word like “gym”: check whether it is one; it"
              + " gets a pack of its own")))
    }
  }

  /// Says which classes have more than letters: a word that may be a remark, «5 гимн.».
  fileprivate mutating func findOddClasses() {
    var seen: Set<ClassName> = []
    for (index, participant) in participants.enumerated() {
      guard let name = participant.className, seen.insert(name).inserted,
        name.rawValue.count(where: \.isLetter) > 3
      else { continue }
      found.append(
        Finding(
          .listClassOdd, .warn, .person(participant.key), rooms: [participant.room],
          at: places([index], .class),
          Wording(
            ru: "класс прочитан как «\(name.rawValue)»; если это не его имя, исправьте ячейку",
            en: "the class was read as “\(name.rawValue)”; correct the cell if that is not its name"
          )
        ))
    }
  }

  /// Says which rooms may be one: each gets a pack of its own.
  fileprivate mutating func findRoomsAlike() {
    for rooms in RoomsAlike.groups(participants.map(\.room)) {
      let names = rooms.map { "«\($0.rawValue)»" }.joined(separator: ", ")
      let english = rooms.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      found.append(
        Finding(
          .listRoomsAlike, .warn, .room(rooms[0]), rooms: rooms, at: grid.place,
          Wording(
            ru:
              "кабинеты \(names) получат разные пакеты; если это одна дверь, напишите их одинаково",
            en:
              "the rooms \(english) get packs of their own; if they are one door, write them alike")
        ))
    }
  }
}

extension ListChecks {
  /// Says what the list as a whole lacks.
  fileprivate mutating func noteLacks() {
    let codes = participants.count { $0.code != nil }
    let seats = participants.count { $0.seat != nil }
    if seats == 0 {
      lack(.listNoSeats, .note, "мест в списке нет", "the list has no seats")
    } else if seats < participants.count {
      let missing = participants.count - seats
      lack(.listNoSomeSeats, .note, "без места: \(missing)", "without a seat: \(missing)")
    }
    if codes == 0 {
      lack(.listNoCodes, .note, "кодов в списке нет", "the list has no codes")
    } else if codes < participants.count {
      let missing = participants.count - codes
      lack(.listNoSomeCodes, .warn, "без кода: \(missing)", "without a code: \(missing)")
    }
  }

  /// Says how many special conditions were read; whose, only their papers tell.
  fileprivate mutating func noteConditions() {
    let conditions = participants.map(\.conditions).filter { !$0.isEmpty }
    guard !conditions.isEmpty else { return }
    let kinds = [
      (conditions.count { $0.lowVision }, Wording(ru: "слабовидящие", en: "low vision")),
      (
        conditions.count { $0.extraMinutes != nil },
        Wording(ru: "дополнительное время", en: "extra time")
      ),
      (conditions.count { $0.ownRoom }, Wording(ru: "отдельный кабинет", en: "own room")),
    ].filter { $0.0 > 0 }
    let ru = kinds.map { "\($0.1.ru): \($0.0)" }.joined(separator: ", ")
    let en = kinds.map { "\($0.1.en): \($0.0)" }.joined(separator: ", ")
    found.append(
      Finding(
        .listConditions, .note, at: grid.place,
        Wording(
          ru: "особые условия у участников: \(conditions.count) (\(ru))",
          en: "participants with special conditions: \(conditions.count) (\(en))")))
  }

  private mutating func lack(_ kind: Finding.Kind, _ severity: Severity, _ ru: String, _ en: String)
  {
    found.append(
      Finding(kind, severity, at: grid.place, Wording(ru: ru, en: en)))
  }
}
