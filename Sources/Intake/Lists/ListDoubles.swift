import Exam

extension ListReading {
  /// The result, once every table has been read.
  consuming func finish() -> ListResult {
    findDoubledCodes()
    findDoubledSeats()
    noteLacks()
    return ListResult(participants: participants, findings: findings)
  }

  private mutating func findDoubledCodes() {
    for (code, indices) in groups({ $0.code }) {
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
    for (desk, indices) in groups {
      findings.append(
        Finding(
          "list.seat-doubled", .stop, .room(desk.room), rooms: [desk.room],
          at: places(indices, .seat),
          Wording(
            ru: "место \(desk.seat.text) занято дважды; исправьте список",
            en: "seat \(desk.seat.text) is taken twice; correct the list")))
    }
  }

  /// Participants that share a key, in the list's order.
  private func groups<Key: Hashable>(
    _ key: (Participant) -> Key?
  ) -> [(key: Key, indices: [Int])] {
    var first: [Key: Int] = [:]
    var doubled: [Key: [Int]] = [:]
    for (index, participant) in participants.enumerated() {
      guard let key = key(participant) else { continue }
      if let before = first[key] {
        doubled[key, default: [before]].append(index)
      } else {
        first[key] = index
      }
    }
    return doubled.map { ($0.key, $0.value) }.sorted { $0.indices[0] < $1.indices[0] }
  }

  private func places(_ indices: [Int], _ column: ListColumn) -> String {
    indices.map { index in
      let origin = origins[index]
      let sheet = grid.sheets[origin.sheet]
      return grid.place(sheet: sheet, row: origin.row, column: origin.header[column] ?? 0)
    }.joined(separator: "; ")
  }
}
