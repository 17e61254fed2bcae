import Exam
import Tables

/// The cells of one row by what they hold.
struct RowCells {
  enum Kind: Equatable {
    case empty
    case total
    /// A row that speaks of the people below, or of nobody.
    case title(TitleFacts)
    /// A lone text that is no name, and no remark either.
    case unclear
    case nobody
    case person
  }

  var code = ""
  var name = ""
  /// Columns whose cells had spaces or invisible characters too many.
  var changed: Set<ListColumn> = []
  var className = ""
  var room = ""
  var seat = ""
  var variant = ""
  var subject = ""
  /// The letter of the class, where it has a column of its own.
  var letter = ""
  /// The row of seats, where it has a column of its own.
  var seatRow = ""
  /// The desk, where rows, desks and places have columns of their own.
  var desk = ""
  var conditions = ""
  /// The building of the room, where it has a column of its own.
  var building = ""
  /// Whether the cell of the name holds several people.
  let hasSeveralNames: Bool
  private let row: GridRow

  init(row: GridRow, header: ListHeader) {
    self.row = row
    var changed: Set<ListColumn> = []
    func text(_ column: ListColumn) -> String {
      guard let index = header[column] else { return "" }
      let raw = row.text(index)
      let text = ListText.trimmed(raw)
      if !text.utf8.elementsEqual(raw.utf8) { changed.insert(column) }
      return text
    }
    code = text(.code)
    className = text(.class)
    room = text(.room)
    seat = text(.seat)
    variant = text(.variant)
    subject = text(.subject)
    letter = text(.letter)
    seatRow = text(.row)
    desk = text(.desk)
    conditions = text(.conditions)
    building = header.building.map { ListText.trimmed(row.text($0)) } ?? ""
    let raw = header.nameColumns.map { row.text($0) }.filter { !$0.isEmpty }
    hasSeveralNames = raw.count == 1 && NameRepair.isSeveral(raw[0])
    let parts = raw.map(ListText.trimmed)
    if !parts.joined().utf8.elementsEqual(raw.joined().utf8) { changed.insert(.name) }
    name = parts.filter { !$0.isEmpty }.joined(separator: " ")
    if let bare = NameRepair.unnumbered(name) {
      name = bare
      changed.insert(.name)
    }
    self.changed = changed
  }

  /// Takes a text that was written for several people.
  mutating func carry(_ text: String, into column: ListColumn) {
    switch column {
    case .room: room = text
    case .class: className = text
    case .letter: letter = text
    case .row: seatRow = text
    case .desk: desk = text
    case .subject: subject = text
    default: break
    }
  }

  var kind: Kind {
    let filled = row.texts.lazy.filter { !$0.isEmpty }
    guard let first = filled.first else { return .empty }
    if Self.isTotal(first) || Self.isTotal(name) || holds(Self.isSubtotal) { return .total }
    if let title { return .title(title) }
    if Self.isCount(first) || holds(Self.isCount) { return .total }
    if headsStaff { return .title(TitleFacts()) }
    if code.isEmpty && name.isEmpty { return isBare ? .empty : .nobody }
    guard code.isEmpty, filled.dropFirst().first == nil else { return .person }
    if TitleWords.isRemark(name) { return .title(TitleFacts()) }
    return name.contains(where: \.isNumber) ? .unclear : .person
  }

  /// What the row says of the people below; nil where it is no such row.
  var title: TitleFacts? {
    guard code.isEmpty || name.isEmpty else { return nil }
    let filled = row.texts.filter { !$0.isEmpty }
    guard let first = filled.first, filled.count <= 3 else { return nil }
    if code.isEmpty, name.isEmpty, filled.count == 1,
      [room, className].contains(ListText.trimmed(first))
    {
      return TitleFacts(
        room: room.isEmpty ? nil : CellRepair.room(room),
        className: className.isEmpty ? nil : CellRepair.className(className))
    }
    guard filled.count == 1 || TitleWords.opensTitle(first) else { return nil }
    let facts = TitleWords.facts(filled.joined(separator: " "))
    return facts.isEmpty ? nil : facts
  }

  /// Whether it heads people who do not sit the exam.
  var headsStaff: Bool { StaffWords.head(row) }

  /// Whether nothing tells a participant from somebody of the staff: neither code nor class nor seat.
  var mayBeStaff: Bool { code.isEmpty && className.isEmpty && seat.isEmpty && variant.isEmpty }

  /// Whether the row counts the columns, as forms do below their headings: 1, 2, 3.
  var isNumbering: Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    return filled.count >= 2 && filled == (1...filled.count).map(String.init)
  }

  /// Whether nothing but a number of the row or a remark is there.
  private var isBare: Bool {
    className.isEmpty && room.isEmpty && seat.isEmpty && variant.isEmpty && conditions.isEmpty
  }

  static func isTotal(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\n" }),
      "ИиВвTt".unicodeScalars.contains(first)
    else { return false }
    let word = Headings.bare(text).prefix { $0 != " " }
    return ["итого", "всего", "total", "итог"].contains(String(word))
  }

  /// Whether a text counts the people above; unlike a total it may name the room of those below.
  private static func isCount(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\n" }),
      "КкОоЧчУуGg".unicodeScalars.contains(first)
    else { return false }
    let bare = Headings.bare(text)
    return counts.contains { bare == $0 || bare.hasPrefix($0 + " ") }
      || bare.wholeMatch(of: /(?:участников|учеников|учащихся|обучающихся|человек) [0-9]+/) != nil
  }

  private static let counts = [
    "количество", "кол во", "общее количество", "общее кол во", "общий итог", "численность",
    "общая численность", "общее число", "число участников", "grand total", "grand count",
  ]

  /// Whether a row with neither a code nor a name has such a text anywhere.
  private func holds(_ isSuch: (String) -> Bool) -> Bool {
    code.isEmpty && !name.contains(where: \.isLetter) && row.texts.contains(where: isSuch)
  }

  /// What programs put between groups of rows: «204 Итог», or «204 Количество» beside a number.
  private static func isSubtotal(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    let bare = Headings.bare(text)
    return isTotal(text)
      || ["итог", "итоги", "количество", "total", "count"].contains { bare.hasSuffix(" " + $0) }
  }
}

/// The texts of one column with merged cells, and rooms written once for a block, carried down.
struct CarriedCells {
  let column: ListColumn
  private let index: Int
  private let numbers: [Int]
  /// By position in the table's rows.
  private(set) var texts: [String]
  /// How many rows below each cell received its text, by the position of the cell.
  private var carried: [Int: Int] = [:]

  /// Nil where the table has no such column.
  init?(_ column: ListColumn, of table: ListTable, _ sheet: GridSheet) {
    guard let index = table.header[column] else { return nil }
    let rows = sheet.rows[table.rows]
    self.column = column
    self.index = index
    numbers = rows.map(\.number)
    texts = rows.map { ListText.trimmed($0.text(index)) }
    carryMerges(sheet.merges.filter { $0.columns.contains(index) && $0.rows.count > 1 })
    guard column == .room else { return }
    let isPerson = rows.map { row in
      ([table.header[.code]].compactMap { $0 } + table.header.nameColumns).contains {
        !row.text($0).isEmpty
      }
    }
    if isBlockwise(isPerson) { carryBlocks(isPerson) }
  }

  /// What was carried down, and how often.
  func findings(_ places: SheetPlaces) -> [Finding] {
    carried.sorted { $0.key < $1.key }.map { position, count in
      ListFinding.carried(column, count: count, at: places.cell(numbers[position], index))
    }
  }

  private mutating func carryMerges(_ merges: [GridMerge]) {
    var waiting = merges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
    var top: (position: Int, rows: ClosedRange<Int>)?
    for (position, number) in numbers.enumerated() {
      while let merge = waiting.first, merge.rows.lowerBound <= number {
        top = merge.rows.lowerBound == number ? (position, merge.rows) : nil
        waiting = waiting.dropFirst()
      }
      guard let top, top.rows.contains(number), texts[position].isEmpty,
        !texts[top.position].isEmpty
      else { continue }
      texts[position] = texts[top.position]
      carried[top.position, default: 0] += 1
    }
  }

  /// Whether rooms stand only at the head of their blocks: never twice in a row, mostly missing.
  private func isBlockwise(_ isPerson: [Bool]) -> Bool {
    var before: String?
    var written = 0
    var missing = 0
    for (position, text) in texts.enumerated() where isPerson[position] || !text.isEmpty {
      if text.isEmpty {
        missing += 1
      } else if text == before {
        return false
      } else {
        written += 1
      }
      if before == nil, text.isEmpty { return false }
      before = text
    }
    return missing >= written
  }

  private mutating func carryBlocks(_ isPerson: [Bool]) {
    var top: Int?
    for position in texts.indices {
      if !texts[position].isEmpty {
        if top.map({ texts[$0] != texts[position] }) ?? true { top = position }
      } else if let top, isPerson[position] {
        texts[position] = texts[top]
        carried[top, default: 0] += 1
      }
    }
  }
}

/// The people of a table that stand below one title, and what is said for all of them.
struct TableBlock {
  let table: ListTable
  /// Whether the table has a column with rooms or classes in it, so that titles do not count.
  let hasRooms: Bool
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
  /// The row that heads staff, where the people below may be no participants.
  private(set) var staffRow: Int?

  init(table: ListTable, _ columns: [CarriedCells]) {
    self.table = table
    func texts(_ column: ListColumn) -> [String] {
      columns.first { $0.column == column }?.texts ?? []
    }
    saysSubjects = texts(.subject).contains { $0.contains(where: \.isLetter) }
    hasRooms = texts(.room).contains { !$0.isEmpty }
    hasClasses = texts(.class).contains { !$0.isEmpty }
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
  mutating func take(_ facts: TitleFacts, row: Int, isOfStaff: Bool) {
    if isOfStaff { staffRow = row } else if !facts.isEmpty { staffRow = nil }
    if !hasRooms, let value = facts.room {
      room = Given(value: value, source: .row(row))
      if !untold.contains(.room) { untold.append(.room) }
    }
    if !hasClasses, let value = facts.className {
      className = Given(value: value, source: .row(row))
      if !untold.contains(.class) { untold.append(.class) }
    }
    if !saysSubjects, let said = facts.subject {
      subject = said.given(by: .row(row))
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

/// People below a row that heads staff.
struct StaffRows {
  var count = 0
  /// Their rooms, where the table has no column that could tell them from participants.
  var doubtfulRooms: Set<RoomName> = []
}

/// Rows that are no participants.
struct SkippedRows {
  /// Empty rows that no participant followed yet: those below a table are nothing to report.
  var waiting = 0
  var totals: [Wording] = []
  var titles: [Wording] = []
  /// People below rows that head staff, by those rows.
  var staff: [Int: StaffRows] = [:]
  private var empty = 0

  mutating func meetPerson() {
    empty += waiting
    waiting = 0
  }

  /// Takes somebody below a row that heads staff.
  mutating func takeStaff(_ cells: RowCells, _ block: TableBlock) {
    guard let row = block.staffRow else { return }
    staff[row, default: StaffRows()].count += 1
    let columns: [ListColumn] = [.code, .class, .seat, .variant]
    let text = cells.room.isEmpty ? block.room?.value ?? "" : cells.room
    guard !columns.contains(where: { block.table.header[$0] != nil }),
      let room = CellRepair.room(text)
    else { return }
    staff[row]?.doubtfulRooms.insert(RoomName(rawValue: room))
  }

  func findings(_ places: SheetPlaces) -> [Finding] {
    var findings = totals.map(ListFinding.total) + titles.map(ListFinding.title)
    findings += staff.sorted { $0.key < $1.key }.map { row, people in
      ListFinding.staff(people, at: places.row(row))
    }
    if empty > 0 { findings.append(ListFinding.emptyRows(empty, at: places.sheet)) }
    return findings
  }
}
