import Exam

/// The people of a table that stand below one title, and what is said for all of them.
struct TableBlock {
  let table: ListTable
  /// Whether the table has a column with rooms or classes in it, so that titles do not count.
  private let hasRooms: Bool
  private let hasClasses: Bool
  /// Whether the table says of at least one person what they write.
  let saysSubjects: Bool
  private(set) var room: Given?
  private(set) var className: Given?
  private(set) var subject: Given?
  /// Not yet told to the user.
  private var untold: [ListColumn] = []
  /// Keys of people of a table that says nothing of rooms.
  var roomless: [String] = []

  init(
    table: ListTable, rooms: CarriedCells?, classes: CarriedCells?, subjects: CarriedCells? = nil
  ) {
    self.table = table
    saysSubjects = subjects?.texts.contains { $0.contains(where: \.isLetter) } ?? false
    hasRooms = rooms?.texts.contains { !$0.isEmpty } ?? false
    hasClasses = classes?.texts.contains { !$0.isEmpty } ?? false
    if !hasRooms, let given = table.room {
      room = given
      untold.append(.room)
    }
    if !hasClasses, let given = table.className {
      className = given
      untold.append(.class)
    }
    if !saysSubjects, let given = table.subject {
      subject = given
      untold.append(.subject)
    }
  }

  /// Whether a person without a room lacks it alone.
  var saysRoom: Bool { hasRooms || room != nil }

  /// Takes what a row between people says of those below.
  mutating func take(_ facts: TitleFacts, row: Int) {
    if !hasRooms, let value = facts.room {
      room = Given(value: value, source: .row(row))
      if !untold.contains(.room) { untold.append(.room) }
    }
    if !hasClasses, let value = facts.className {
      className = Given(value: value, source: .row(row))
      if !untold.contains(.class) { untold.append(.class) }
    }
    if !saysSubjects, let said = facts.subject {
      subject =
        if case .said(let value) = said { Given(value: value, source: .row(row)) } else { nil }
      if subject != nil, !untold.contains(.subject) { untold.append(.subject) }
    }
  }

  /// What the people below were given, said once.
  mutating func findings(_ places: SheetPlaces) -> [Finding] {
    guard !untold.isEmpty else { return [] }
    let findings = untold.compactMap { column -> Finding? in
      guard let given = column == .room ? room : column == .class ? className : subject else {
        return nil
      }
      let place: Wording
      switch given.source {
      case .sheetName: place = places.sheet
      case .row(let row): place = places.row(row)
      }
      return ListFinding.given(given, column, at: place)
    }
    untold = []
    return findings
  }

  /// What a table that says nothing of rooms keeps from being printed.
  func lacks(at place: Wording) -> [Finding] {
    guard let key = roomless.first else { return [] }
    return [ListFinding.noRooms(roomless.count, key: key, at: place)]
  }
}
