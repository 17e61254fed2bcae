import Exam
import Tables

/// Which column of a table holds what.
struct ListHeader {
  var columns: [ListColumn: Int] = [:] {
    didSet {
      nameColumns = names
      letters = columns.mapValues(Grid.letters)
    }
  }
  /// The columns as people name them.
  private(set) var letters: [ListColumn: String] = [:]
  /// Columns whose heading repeats one already taken.
  var repeated: [Int] = []
  /// Where the building of a room stands.
  var building: Int?
  /// How many columns the heading of the full name spans.
  private var nameWidth = 1
  /// Where the parts of a name stand.
  private(set) var nameColumns: [Int] = []

  subscript(column: ListColumn) -> Int? { columns[column] }

  var hasPerson: Bool {
    columns[.code] != nil || columns[.name] != nil || columns[.surname] != nil
  }

  private var names: [Int] {
    if let name = columns[.name] { return Array(name..<name + nameWidth) }
    return [.surname, .given, .patronymic].compactMap { (part: ListColumn) in columns[part] }
  }

  /// Takes in the columns that a merged heading of the full name spans.
  mutating func spread(over merges: [GridMerge], row: Int) {
    guard let name = columns[.name],
      let merge = merges.first(where: { $0.rows.contains(row) && $0.columns.lowerBound == name }),
      !columns.values.contains(where: { $0 > name && merge.columns.contains($0) })
    else { return }
    nameWidth = min(merge.columns.count, 5)
    nameColumns = names
  }

  /// Takes a second column of seats where one is of desks and the other of places at them.
  ///
  /// Desks without rows count as rows; where rows have a column of their own, a seat has three.
  mutating func takeDesk(_ index: Int, _ bare: String, of row: GridRow) -> Bool {
    guard columns[.desk] == nil, let seat = columns[.seat] else { return false }
    let isDesk = [Headings.bare(row.text(seat)), bare].map(Self.isDesk)
    guard isDesk[0] != isDesk[1] else { return false }
    columns[columns[.row] == nil ? .row : .desk] = isDesk[0] ? seat : index
    columns[.seat] = isDesk[0] ? index : seat
    return true
  }

  /// Takes a column of rows behind those of desks and places.
  mutating func takeRow(_ index: Int, of row: GridRow) -> Bool {
    guard columns[.desk] == nil, let desk = columns[.row],
      Self.isDesk(Headings.bare(row.text(desk)))
    else { return false }
    columns[.desk] = desk
    columns[.row] = index
    return true
  }

  private static func isDesk(_ bare: String) -> Bool {
    ["парт", "стол", "desk", "table"].contains { bare.contains($0) }
  }

  /// The header with the headings of a second row, which stand below merged ones.
  func joined(with lower: ListHeader, _ row: GridRow) -> ListHeader {
    var whole = lower
    if lower[.name] == nil { whole.nameWidth = nameWidth }
    for (column, index) in columns where lower[column] == nil && row.text(index).isEmpty {
      whole.columns[column] = index
    }
    whole.building = lower.building ?? building
    if whole[.surname] != nil { whole.columns[.name] = nil }
    return whole
  }
}

/// Recognises headings, exam.yaml's columns first.
struct HeaderFinder {
  private var byHeading: [String: ListColumn] = [:]
  private var byLetter: [ListColumn: Int] = [:]
  private var overridden: Set<ListColumn> = []

  init(_ columns: [ListColumn: String]) {
    for (column, wanted) in columns {
      overridden.insert(column)
      byHeading[Headings.bare(wanted)] = column
      if let letter = Grid.column(wanted), letter < Grid.columnLimit { byLetter[column] = letter }
    }
  }

  /// The header that needs no heading row: every column given by letter.
  var fixed: ListHeader? {
    var header = ListHeader()
    header.columns = byLetter
    return header.hasPerson && header[.room] != nil && byLetter.count == overridden.count
      ? header : nil
  }

  /// The header that `row` is, with at least so many known headings.
  func header(_ row: GridRow, fewest: Int) -> ListHeader? {
    // A code is no heading; most rows end here.
    guard !row.texts.contains(where: { $0.utf8.count > 3 && CellText.isDigits($0) }) else {
      return nil
    }
    let (read, recognised, unknown) = headings(row)
    // A lone heading has nothing beside it, or any name could be one.
    guard recognised >= (unknown == 0 ? fewest : 2) else { return nil }
    var header = read
    header.columns.merge(letters(without: row)) { heading, _ in heading }
    return header.hasPerson ? header : nil
  }

  /// `header` with the headings of the row below it; nil where that row is none.
  func whole(_ header: ListHeader, below row: GridRow) -> ListHeader? {
    let (lower, recognised, unknown) = headings(row)
    guard recognised >= 1, unknown == 0, !isTitle(row) else { return nil }
    return header.joined(with: lower, row)
  }

  /// Whether `row` heads a table without people, as a summary by rooms.
  func isForeign(_ row: GridRow) -> Bool {
    let (header, recognised, unknown) = headings(row)
    return recognised >= 2 && unknown == 0 && !header.hasPerson && !header.columns.isEmpty
  }

  /// «Кабинет 204» alone in a row speaks of those below.
  private func isTitle(_ row: GridRow) -> Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    return filled.count == 1 && !TitleWords.facts(filled[0]).isEmpty
  }

  /// A column of exam.yaml that `header` does not have.
  func missing(in header: ListHeader) -> ListColumn? {
    ListColumn.allCases.first { overridden.contains($0) && header[$0] == nil }
  }

  private func headings(_ row: GridRow) -> (header: ListHeader, recognised: Int, unknown: Int) {
    var header = ListHeader()
    var recognised = 0
    var unknown = 0
    for (index, text) in row.texts.enumerated() where !text.isEmpty {
      // No heading is this long.
      let bare = text.utf8.count <= 120 ? Headings.bare(text) : ""
      let usual = bare.isEmpty ? nil : Headings.column(heading: text)
      let own = byHeading[bare] ?? usual.flatMap { overridden.contains($0) ? nil : $0 }
      let isBuilding = Headings.isBuilding(bare)
      if isBuilding { header.building = index }
      if own != nil || usual != nil || isBuilding || Headings.isOther(text, bare) {
        recognised += 1
      } else {
        unknown += 1
      }
      guard let column = own else { continue }
      if header.columns[column] == nil {
        header.columns[column] = index
      } else if column == .seat, header.takeDesk(index, bare, of: row) {
        continue
      } else if column == .row, header.takeRow(index, of: row) {
        continue
      } else {
        header.repeated.append(index)
      }
    }
    return (header, recognised, unknown)
  }

  /// Columns given by letter, unless a heading of `row` reads just so.
  private func letters(without row: GridRow) -> [ListColumn: Int] {
    guard !byLetter.isEmpty else { return [:] }
    let bares = Set(row.texts.map(Headings.bare))
    return byLetter.filter { column, _ in
      !byHeading.contains { $0.value == column && bares.contains($0.key) }
    }
  }
}
