import Exam
import Tables

/// A room or a class said once for the people below, and where.
struct Given {
  enum Source {
    case sheetName
    case row(Int)
  }

  var value: String
  var source: Source
  /// Whether a title only mentions it.
  var isInPassing = false
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
  /// The row where a table without people begins behind it.
  var foreignRow: Int?
  /// Whether its title says that it is of staff.
  var isTitledOfStaff = false
  /// Where titles, or a title and the sheet's name, give different rooms.
  var contradiction: Contradiction?

  /// Two rooms for one table.
  struct Contradiction {
    var row: Int
    /// That of the row first.
    var rooms: [RoomName]
    /// Whether the other is of the sheet's name.
    var isOfSheet = false
  }

  /// What of heading and title may be meant otherwise.
  ///
  /// Rows of a title that differ matter where no column says the rooms.
  func doubts(_ places: SheetPlaces, hasRooms: Bool) -> [Finding] {
    var findings = header.repeated.map {
      ListFinding.headingTwice(at: places.cell(headerRow, $0))
    }
    if let unclearSubject {
      findings.append(ListFinding.unclearSubject(at: places.row(unclearSubject)))
    }
    if let contradiction, contradiction.isOfSheet || !hasRooms {
      findings.append(
        ListFinding.contradiction(contradiction, at: places.row(contradiction.row)))
    }
    return findings
  }
}

/// Finds the tables of a grid.
struct TableFinder {
  private let grid: Grid
  private let columns: [ListColumn: String]
  private let finder: HeaderFinder

  init(grid: Grid, columns: [ListColumn: String]) {
    self.grid = grid
    self.columns = columns
    finder = HeaderFinder(columns)
  }

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
        if let last = tables.popLast() { tables.append(ended(last, at: position, of: sheet)) }
        continue
      }
      let below = tables.last?.rows.lowerBound ?? 0
      let title = scan.title(above: position, notBelow: below, isFirst: tables.isEmpty)
      if let last = tables.indices.last, tables[last].foreignRow == nil {
        tables[last].rows = below..<title.start
      }
      let start = position + header.height
      var table = ListTable(
        sheet: index, header: header.header, headerRow: sheet.rows[position].number,
        rows: start..<sheet.rows.count, room: title.room, className: title.className,
        subject: title.subject, unclearSubject: title.unclearSubject,
        contradiction: scan.contradiction(title))
      let above = sheet.rows[below..<position].last { !$0.isEmpty }
      table.isTitledOfStaff = above.map(StaffWords.head) ?? false
      tables.append(table)
    }
    guard StaffWords.isNamed(sheet.name) else { return tables }
    return tables.filter(StaffWords.hasParticipants)
  }

  /// `table` without what follows, where behind an empty row a table without people begins.
  private func ended(_ table: ListTable, at position: Int, of sheet: GridSheet) -> ListTable {
    guard table.foreignRow == nil, position > table.rows.lowerBound,
      sheet.rows[position - 1].isEmpty, finder.isForeign(sheet.rows[position])
    else { return table }
    var ended = table
    ended.foreignRow = sheet.rows[position].number
    ended.rows = table.rows.lowerBound..<position
    return ended
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

/// Words for people who do not sit the exam.
enum StaffWords {
  /// Whether a table under such a word is of participants all the same: «Учитель Петрова, 5А».
  static func hasParticipants(_ table: ListTable) -> Bool {
    [.code, .class, .seat, .variant].contains { table.header[$0] != nil } || table.className != nil
  }

  static func isNamed(_ name: String) -> Bool {
    let bare = Headings.bare(name)
    return stems.contains { bare.hasPrefix($0) }
  }

  /// Whether nobody in a table with such a title has what participants have: class, code, seat.
  static func isOf(_ table: ListTable, _ sheet: GridSheet) -> Bool {
    guard table.isTitledOfStaff, table.className == nil else { return false }
    let columns = [ListColumn.code, .class, .seat, .variant].compactMap { table.header[$0] }
    return !sheet.rows[table.rows].contains { row in columns.contains { !row.text($0).isEmpty } }
  }

  /// Whether a row has nothing but a heading of them.
  static func head(_ row: GridRow) -> Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    return filled.count == 1 && head(filled[0])
  }

  /// Whether a text heads a list of them: «Организаторы в аудитории:», not «Организатор: Петрова».
  static func head(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count < 2 || parts[1].allSatisfy(\.isWhitespace), let head = parts.first else {
      return false
    }
    var words = head.split(whereSeparator: \.isWhitespace)
    if words.first?.lowercased() == "список" { words.removeFirst() }
    guard let first = words.first, words.count <= 5 else { return false }
    return isNamed(String(first)) && !words.dropFirst().contains { $0.first?.isUppercase == true }
      && !head.contains(where: \.isNumber)
  }

  private static let stems = [
    "организатор", "учител", "педагог", "работник", "сотрудник", "наблюдател", "дежурн", "эксперт",
    "ассистент", "ответственн", "staff", "teacher", "invigilator",
  ]
}

/// Parts a sheet whose tables stand side by side, so that each can be read as a sheet of its own.
enum SheetParts {
  static func apart(of sheet: GridSheet) -> [GridSheet] {
    guard let starts = sheet.rows.lazy.compactMap(starts).first else { return [sheet] }
    let ends = starts.dropFirst() + [Grid.columnLimit]
    return zip(starts, ends).enumerated().map { index, bounds in
      part(of: sheet, columns: bounds.0..<bounds.1, isFirst: index == 0)
    }
  }

  /// Where the equal headings of tables side by side begin; nil where `row` is no such heading.
  private static func starts(_ row: GridRow) -> [Int]? {
    let filled = row.texts.indices.filter { !row.texts[$0].isEmpty }
    guard filled.count >= 4, filled.count <= 40, let first = filled.first else { return nil }
    let texts = filled.map { row.texts[$0] }
    guard let person = texts.first(where: isPerson) else { return nil }
    let places = texts.indices.filter { texts[$0] == person }
    guard places.count > 1 else { return nil }
    // Each table begins as the first one does, and has columns that the first one has, too.
    let starts = places.map { place in
      let before = zip(texts[..<place].reversed(), texts[..<places[0]].reversed())
      return place - before.prefix { $0 == $1 }.count
    }
    let ends = starts.dropFirst() + [texts.count]
    let own = Set(texts[starts[0]..<starts[1]])
    guard starts[0] == 0, zip(starts, ends).allSatisfy({ $1 - $0 > 1 }),
      own.isSuperset(of: texts)
    else { return nil }
    return [first] + starts.dropFirst().map { filled[$0] }
  }

  private static func isPerson(_ text: String) -> Bool {
    switch Headings.column(heading: text) {
    case .code, .name, .surname: true
    default: false
    }
  }

  private static func part(
    of sheet: GridSheet, columns: Range<Int>, isFirst: Bool
  ) -> GridSheet {
    var part = GridSheet(name: sheet.name)
    // A title over all the tables belongs to each.
    let wide = sheet.merges.filter {
      $0.columns.lowerBound < columns.lowerBound && $0.columns.contains(columns.lowerBound)
    }
    part.rows = sheet.rows.map { row in
      var texts = row.texts.enumerated().map { columns.contains($0.offset) ? $0.element : "" }
      if let merge = wide.first(where: { $0.rows.contains(row.number) }),
        columns.lowerBound < Grid.columnLimit
      {
        while texts.count <= columns.lowerBound { texts.append("") }
        texts[columns.lowerBound] = row.text(merge.columns.lowerBound)
      }
      return GridRow(number: row.number, texts: texts)
    }
    part.merges = sheet.merges.filter { columns.overlaps($0.columns) }
    part.fractions = sheet.fractions
    if isFirst {
      part.hiddenRows = sheet.hiddenRows
      part.hiddenColumns = sheet.hiddenColumns
    }
    return part
  }
}
