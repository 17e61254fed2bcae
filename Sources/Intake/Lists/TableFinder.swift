import Exam

/// A room or a class said once for the people below, and where.
struct Given {
  enum Source {
    case sheetName
    case row(Int)
  }

  var value: String
  var source: Source
}

/// A table of a sheet: its heading and the rows below, up to the next heading.
struct ListTable {
  var sheet: Int
  var header: ListHeader
  /// The heading's row; 0 where there is none.
  var headerRow: Int
  /// Indices into the sheet's rows.
  var rows: Range<Int>
  /// The room above the table, or of the sheet's name.
  var room: Given?
  /// The class above the table, or of the sheet's name.
  var className: Given?
  /// The subject above the table, or of the sheet's name.
  var subject: Given?
  /// The row above the table that speaks of a subject, but not clearly of one.
  var unclearSubject: Int?
  /// Where a title and the sheet's name give different rooms, those.
  var contradiction: (row: Int, rooms: [RoomName])?
}

/// Finds the tables of a grid.
struct TableFinder {
  let grid: Grid
  let finder: HeaderFinder
  let columns: [ListColumn: String]

  func tables() throws(Trouble) -> [ListTable] {
    var found = grid.sheets.indices.flatMap(headed)
    if found.isEmpty, let header = finder.fixed {
      found = grid.sheets.indices.map {
        ListTable(
          sheet: $0, header: header, headerRow: 0, rows: grid.sheets[$0].rows.indices)
      }
    }
    guard !found.isEmpty else {
      if let (column, wanted) = columns.min(by: { $0.key.rawValue < $1.key.rawValue }) {
        throw ListTrouble.noColumn(column, wanted, grid.place)
      }
      throw ListTrouble.noHeading(grid.place, hiddenColumns: grid.hasHiddenColumns)
    }
    for table in found {
      if let column = finder.missing(in: table.header) {
        let place = grid.place(sheet: grid.sheets[table.sheet])
        throw ListTrouble.noColumn(column, columns[column] ?? "", place)
      }
    }
    if let first = found.first, !found.contains(where: hasRoom) {
      throw ListTrouble.noRoomColumn(
        grid.place(sheet: grid.sheets[first.sheet], row: first.headerRow),
        hiddenColumns: grid.hasHiddenColumns)
    }
    return found
  }

  /// Whether anything tells the room of at least one of the table's people.
  private func hasRoom(_ table: ListTable) -> Bool {
    table.header[.room] != nil || table.room != nil
      || grid.sheets[table.sheet].rows[table.rows].contains {
        RowCells(row: $0, header: table.header).title?.room != nil
      }
  }

  private func headed(_ index: Int) -> [ListTable] {
    let sheet = grid.sheets[index]
    let scan = TitleScan(
      sheet: sheet,
      name: grid.kind == .workbook ? TitleWords.facts(sheetName: sheet.name) : TitleFacts())
    var tables: [ListTable] = []
    for position in sheet.rows.indices where position >= tables.last?.rows.lowerBound ?? 0 {
      guard let header = header(at: position, of: sheet, isNamed: scan.name.room != nil) else {
        continue
      }
      let below = tables.last?.rows.lowerBound ?? 0
      let title = scan.title(above: position, notBelow: below, isFirst: tables.isEmpty)
      if let last = tables.indices.last { tables[last].rows = below..<title.start }
      let start = position + header.height
      tables.append(
        ListTable(
          sheet: index, header: header.header, headerRow: sheet.rows[position].number,
          rows: start..<sheet.rows.count, room: title.room, className: title.className,
          subject: title.subject, unclearSubject: title.unclearSubject,
          contradiction: scan.contradiction(title)))
    }
    guard StaffSheet.isNamed(sheet.name) else { return tables }
    return tables.filter(StaffSheet.hasParticipants)
  }

  /// The heading that begins at a row, and how many rows it takes.
  private func header(
    at position: Int, of sheet: GridSheet, isNamed: Bool
  ) -> (header: ListHeader, height: Int)? {
    let row = sheet.rows[position]
    guard var header = finder.header(row, fewest: isNamed ? 1 : 2) else { return nil }
    header.spread(over: sheet.merges, row: row.number)
    guard position + 1 < sheet.rows.count,
      let whole = finder.whole(header, below: sheet.rows[position + 1])
    else { return (header, 1) }
    return (whole, 2)
  }
}

/// Sheets of people who do not sit the exam.
enum StaffSheet {
  /// Whether a table of such a sheet is of participants all the same: «Учитель Петрова, 5А».
  static func hasParticipants(_ table: ListTable) -> Bool {
    [.code, .class, .seat, .variant].contains { table.header[$0] != nil } || table.className != nil
  }

  static func isNamed(_ name: String) -> Bool {
    let bare = Headings.bare(name)
    return [
      "организатор", "учител", "педагог", "работник", "сотрудник", "наблюдател", "дежурн",
      "эксперт",
      "staff", "teacher",
    ].contains { bare.hasPrefix($0) }
  }
}
