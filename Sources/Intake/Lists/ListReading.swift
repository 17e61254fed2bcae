import Exam

/// Gathers participants and findings table by table.
struct ListReading {
  /// Where a participant was read, for findings made afterwards.
  struct Origin {
    var sheet: Int
    var row: Int
    var header: ListHeader
  }

  let grid: Grid
  var participants: [Participant] = []
  var origins: [Origin] = []
  var findings: [Finding] = []
  /// People met, with a room or without.
  var people = 0
  private var repairs = RepairCache()

  init(grid: Grid) { self.grid = grid }

  mutating func read(_ table: ListTable) {
    let sheet = grid.sheets[table.sheet]
    for column in table.header.repeated {
      findings.append(
        ListFinding.headingTwice(
          at: grid.place(sheet: sheet, row: table.headerRow, column: column)))
    }
    if let room = table.sheetRoom {
      findings.append(ListFinding.sheetRoom(room, at: grid.place(sheet: sheet)))
    }
    let rooms = carried(.room, in: table, sheet)
    let classes = carried(.class, in: table, sheet)
    var skipped = SkippedRows()
    for (offset, row) in sheet.rows[table.rows].enumerated() {
      var cells = RowCells(row: row, header: table.header)
      if let rooms { cells.room = rooms.texts[offset] }
      if let classes { cells.className = classes.texts[offset] }
      let place = grid.place(sheet: sheet, row: row.number)
      switch cells.kind {
      case .empty: skipped.waiting += 1
      case .total: skipped.totals.append(place)
      case .title: skipped.titles.append(place)
      case .nobody: findings.append(ListFinding.nobody(at: place))
      case .person:
        skipped.meetPerson()
        readPerson(cells, table, Origin(sheet: table.sheet, row: row.number, header: table.header))
      }
    }
    findings += skipped.findings(at: grid.place(sheet: sheet))
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

  private mutating func readPerson(_ cells: RowCells, _ table: ListTable, _ origin: Origin) {
    people += 1
    let ordinal = people
    let sheet = grid.sheets[origin.sheet]
    let code = cells.code.isEmpty ? nil : repairs.code(cells.code)
    let key = code?.value ?? "#\(ordinal)"
    let roomName = cells.room.isEmpty ? nil : repairs.room(cells.room)
    let room = roomName?.value ?? table.sheetRoom
    let rooms = room.map { [RoomName(rawValue: $0)] } ?? []

    func place(_ column: ListColumn) -> String {
      guard let index = origin.header[column] else {
        return grid.place(sheet: sheet, row: origin.row)
      }
      return grid.place(sheet: sheet, row: origin.row, column: index)
    }
    func report(_ column: ListColumn, _ text: String, _ repair: Repaired<String>?) {
      guard !text.isEmpty else { return }
      if let repair {
        guard repair.isChanged else { return }
        findings.append(ListFinding.repair(column, as: repair.value, key: key, at: place(column)))
      } else {
        findings.append(ListFinding.cell(column, key: key, rooms: rooms, at: place(column)))
      }
    }

    let className = cells.className.isEmpty ? nil : repairs.className(cells.className)
    let seat = cells.seat.isEmpty ? nil : repairs.seat(cells.seat)
    let variant = cells.variant.isEmpty ? nil : repairs.variant(cells.variant)
    report(.code, cells.code, code)
    report(.class, cells.className, className)
    report(.seat, cells.seat, seat)
    report(.variant, cells.variant, variant)
    if cells.isNameChanged {
      let column = origin.header[.name] == nil ? ListColumn.surname : .name
      findings.append(ListFinding.repair(column, as: nil, key: key, at: place(column)))
    }
    guard let room else {
      findings.append(ListFinding.noRoom(key: key, at: place(.room)))
      return
    }
    report(.room, cells.room, roomName)
    participants.append(
      Participant(
        ordinal: ordinal, code: code.map { ParticipantCode(rawValue: $0.value) },
        name: cells.name.isEmpty ? nil : cells.name,
        className: className.map { ClassName(rawValue: $0.value) },
        room: RoomName(rawValue: room), seat: seat.flatMap { Seat($0.value) },
        variant: variant.map { Variant(rawValue: $0.value) },
        place: grid.place(sheet: sheet, row: origin.row)))
    origins.append(origin)
  }
}
