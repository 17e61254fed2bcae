import Exam

/// A table of a sheet: its heading and the rows below, up to the next heading.
struct ListTable {
  var sheet: Int
  var header: ListHeader
  /// The heading's row; 0 where there is none.
  var headerRow: Int
  /// Indices into the sheet's rows.
  var rows: Range<Int>
  /// The room the sheet is named after, where the table has no column for it.
  var sheetRoom: String?
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
        throw ListTrouble.noColumn(column, wanted, grid.fileName)
      }
      throw ListTrouble.noHeading(grid.fileName)
    }
    for table in found {
      if let column = finder.missing(in: table.header) {
        let place = grid.place(sheet: grid.sheets[table.sheet])
        throw ListTrouble.noColumn(column, columns[column] ?? "", place)
      }
      if table.header[.room] == nil, table.sheetRoom == nil {
        throw ListTrouble.noRoomColumn(
          grid.place(sheet: grid.sheets[table.sheet], row: table.headerRow))
      }
    }
    return found
  }

  private func headed(_ index: Int) -> [ListTable] {
    let sheet = grid.sheets[index]
    let sheetRoom = CellRepair.namesRoom(sheet.name) ? CellRepair.room(sheet.name) : nil
    var tables: [ListTable] = []
    for (position, row) in sheet.rows.enumerated() {
      guard let header = finder.header(row) else { continue }
      if let last = tables.indices.last {
        tables[last].rows = tables[last].rows.lowerBound..<position
      }
      tables.append(
        ListTable(
          sheet: index, header: header, headerRow: row.number,
          rows: position + 1..<sheet.rows.count,
          sheetRoom: header[.room] == nil ? sheetRoom : nil))
    }
    return tables
  }
}
