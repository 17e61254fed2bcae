import Exam

/// Gathers participants and findings table by table.
struct ListReading {
  /// Where a participant was read, for findings made afterwards.
  struct Origin {
    var table: Int
    var row: Int
  }

  let grid: Grid
  var tables: [ListTable] = []
  var participants: [Participant] = []
  var origins: [Origin] = []
  var findings: [Finding] = []
  /// People met, with a room or without.
  var people = 0
  var repairs = RepairCache()
  /// The buildings that each room is said to be in.
  var buildings: [RoomName: Set<String>] = [:]
  /// Sheets that hold the same people.
  var repeated: Set<SheetPair> = []

  init(grid: Grid) { self.grid = grid }

  mutating func read(_ table: ListTable) {
    tables.append(table)
    let sheet = grid.sheets[table.sheet]
    let places = grid.places(of: sheet)
    noteHeading(of: table, places)
    let rooms = carried(.room, in: table, sheet)
    let classes = carried(.class, in: table, sheet)
    let letters = carried(.letter, in: table, sheet)
    let seatRows = carried(.row, in: table, sheet)
    let desks = carried(.desk, in: table, sheet)
    let subjects = carried(.subject, in: table, sheet)
    var block = TableBlock(table: table, rooms: rooms, classes: classes, subjects: subjects)
    var skipped = SkippedRows()
    for (offset, row) in sheet.rows[table.rows].enumerated() {
      var cells = RowCells(row: row, header: table.header)
      let kind = offset == 0 && cells.isNumbering ? .title(TitleFacts()) : cells.kind
      guard kind == .person else {
        skip(kind, at: row.number, places, &skipped, &block)
        continue
      }
      if let rooms { cells.room = rooms.texts[offset] }
      if let classes { cells.className = classes.texts[offset] }
      if let letters { cells.letter = letters.texts[offset] }
      if let seatRows { cells.seatRow = seatRows.texts[offset] }
      if let desks { cells.desk = desks.texts[offset] }
      if let subjects { cells.subject = subjects.texts[offset] }
      skipped.meetPerson()
      findings += block.findings(places)
      readPerson(cells, &block, places, row.number)
    }
    findings += skipped.findings(at: places.sheet)
    findings += block.lacks(at: places.row(max(1, table.headerRow)))
  }

  /// Notes a row that is no person.
  private mutating func skip(
    _ kind: RowCells.Kind, at row: Int, _ places: SheetPlaces, _ skipped: inout SkippedRows,
    _ block: inout TableBlock
  ) {
    switch kind {
    case .total: skipped.totals.append(places.row(row))
    case .title(let facts):
      if facts.isEmpty { skipped.titles.append(places.row(row)) }
      block.take(facts, row: row)
      if facts.subject == .unclear {
        findings.append(ListFinding.unclearSubject(at: places.row(row)))
      }
    case .unclear: findings.append(ListFinding.unclear(at: places.row(row)))
    case .nobody: findings.append(ListFinding.nobody(at: places.row(row)))
    case .empty, .person: skipped.waiting += 1
    }
  }

  private mutating func noteHeading(of table: ListTable, _ places: SheetPlaces) {
    for column in table.header.repeated {
      findings.append(ListFinding.headingTwice(at: places.cell(table.headerRow, column)))
    }
    if let row = table.unclearSubject {
      findings.append(ListFinding.unclearSubject(at: places.row(row)))
    }
    if let doubt = table.contradiction {
      findings.append(
        ListFinding.contradiction(doubt.rooms, at: places.row(doubt.row)))
    }
  }

  private mutating func carried(
    _ column: ListColumn, in table: ListTable, _ sheet: GridSheet
  ) -> CarriedCells? {
    guard let index = table.header[column] else { return nil }
    let cells = CarriedCells(
      table: table, sheet: sheet, column: index, carriesBlocks: column == .room)
    for (position, count) in cells.carried.sorted(by: { $0.key < $1.key }) {
      let row = sheet.rows[table.rows.lowerBound + position].number
      findings.append(
        ListFinding.carried(
          column, count: count, at: grid.place(sheet: sheet, row: row, column: index)))
    }
    return cells
  }

  private mutating func readPerson(
    _ cells: RowCells, _ block: inout TableBlock, _ places: SheetPlaces, _ row: Int
  ) {
    people += 1
    var person = PersonReading(
      cells: cells, block: block, ordinal: people, places: places, row: row,
      fractions: grid.sheets[block.table.sheet].fractions)
    let participant = person.read(&repairs)
    findings += person.findings
    if let participant {
      participants.append(participant)
      if !cells.building.isEmpty {
        buildings[participant.room, default: []].insert(cells.building)
      }
      origins.append(Origin(table: tables.count - 1, row: row))
    } else if !cells.room.isEmpty {
      // The cell that could not be understood has its finding.
    } else if block.saysRoom {
      findings.append(ListFinding.noRoom(key: person.key, at: person.place(.room)))
    } else {
      block.roomless.append(person.key)
    }
  }
}
