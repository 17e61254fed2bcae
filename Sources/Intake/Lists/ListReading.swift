import Exam
import Tables

/// The people of a list, and where each was read.
struct ListPeople {
  /// Where a participant was read.
  struct Origin {
    /// The place of the table in the list.
    var table: Int
    var row: Int
  }

  let grid: Grid
  var tables: [ListTable] = []
  var participants: [Participant] = []
  /// Of each participant.
  var origins: [Origin] = []
  /// The buildings that each room is said to be in.
  var buildings: [RoomName: Set<String>] = [:]
}

/// Reads tables, one after the other, as people.
struct ListReading {
  private(set) var people: ListPeople
  private(set) var findings: [Finding] = []
  /// People met, with a room or without.
  private(set) var met = 0
  private var repairs = RepairCache()

  init(grid: Grid) { people = ListPeople(grid: grid) }

  mutating func read(_ table: ListTable) {
    let grid = people.grid
    let sheet = grid.sheets[table.sheet]
    let places = grid.places(of: sheet)
    guard !StaffWords.isOf(table, sheet) else {
      findings.append(ListFinding.staffTable(at: places.row(table.headerRow)))
      return
    }
    people.tables.append(table)
    let carried = Self.carriedColumns.compactMap { CarriedCells($0, of: table, sheet) }
    var block = TableBlock(table: table, carried)
    findings += table.doubts(places, hasRooms: block.hasRooms)
    for cells in carried { findings += cells.findings(places) }
    var skipped = SkippedRows()
    for (offset, row) in sheet.rows[table.rows].enumerated() {
      var cells = RowCells(row: row, header: table.header)
      let kind = offset == 0 && cells.isNumbering ? .title(TitleFacts()) : cells.kind
      guard kind == .person else {
        skip(kind, cells, at: row.number, places, &skipped, &block)
        continue
      }
      let isStaff = block.staffRow != nil && cells.mayBeStaff
      for column in carried { cells.carry(column.texts[offset], into: column.column) }
      guard !isStaff else {
        skipped.takeStaff(cells, block)
        continue
      }
      skipped.meetPerson()
      findings += block.findings(places)
      readPerson(cells, &block, places, row.number)
    }
    findings += skipped.findings(places)
    if let row = table.foreignRow {
      findings.append(ListFinding.foreignTable(at: places.row(row)))
    }
    findings += block.lacks(at: places.row(max(1, table.headerRow)))
  }

  /// Columns whose cells may be written once for several people.
  private static let carriedColumns: [ListColumn] = [.room, .class, .letter, .row, .desk, .subject]

  /// Notes a row that is no person.
  private mutating func skip(
    _ kind: RowCells.Kind, _ cells: RowCells, at row: Int, _ places: SheetPlaces,
    _ skipped: inout SkippedRows, _ block: inout TableBlock
  ) {
    switch kind {
    case .total: skipped.totals.append(places.row(row))
    case .title(let facts):
      if facts.isEmpty { skipped.titles.append(places.row(row)) }
      block.take(facts, row: row, isOfStaff: cells.headsStaff)
      if facts.subject == .unclear {
        findings.append(ListFinding.unclearSubject(at: places.row(row)))
      }
    case .unclear: findings.append(ListFinding.unclear(at: places.row(row)))
    case .nobody: findings.append(ListFinding.nobody(at: places.row(row)))
    case .empty, .person: skipped.waiting += 1
    }
  }

  private mutating func readPerson(
    _ cells: RowCells, _ block: inout TableBlock, _ places: SheetPlaces, _ row: Int
  ) {
    met += 1
    var person = PersonReading(
      cells: cells, block: block, ordinal: met, places: places, row: row,
      fractions: people.grid.sheets[block.table.sheet].fractions)
    let participant = person.read(&repairs)
    findings += person.findings
    if let participant {
      people.participants.append(participant)
      if !cells.building.isEmpty {
        people.buildings[participant.room, default: []].insert(cells.building)
      }
      people.origins.append(ListPeople.Origin(table: people.tables.count - 1, row: row))
    } else if !cells.room.isEmpty {
      // The cell that could not be understood has its finding.
    } else if block.saysRoom {
      findings.append(ListFinding.noRoom(key: person.key, at: person.place(.room)))
    } else {
      block.roomless.append(person.key)
    }
  }
}
