import Exam

/// Which column of a table holds what.
struct ListHeader {
  var columns: [ListColumn: Int] = [:]
  /// Columns whose heading repeats one already taken.
  var repeated: [Int] = []

  subscript(column: ListColumn) -> Int? { columns[column] }

  var hasPerson: Bool {
    columns[.code] != nil || columns[.name] != nil || columns[.surname] != nil
  }

  /// Whether a row with these columns is a heading rather than a title that happens to say «класс».
  var isHeading: Bool { hasPerson && columns.count >= 2 }

  var nameColumns: [Int] {
    if let name = columns[.name] { return [name] }
    return [.surname, .given, .patronymic].compactMap { (part: ListColumn) in columns[part] }
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
    let header = ListHeader(columns: byLetter)
    return header.hasPerson && header[.room] != nil && byLetter.count == overridden.count
      ? header : nil
  }

  func header(_ row: GridRow) -> ListHeader? {
    var header = ListHeader()
    var letters = byLetter
    var recognised = 0
    for (index, text) in row.texts.enumerated() where !text.isEmpty {
      // No heading is this long; a cell of data often is digits.
      guard text.utf8.count <= 120, !ListText.isDigits(text) else { continue }
      let bare = Headings.bare(text)
      var column = byHeading[bare]
      if let own = column {
        letters[own] = nil
      } else if let usual = Headings.column(bare), !overridden.contains(usual) {
        column = usual
      } else if Headings.column(bare) != nil {
        recognised += 1
      }
      guard let column else { continue }
      recognised += 1
      if header.columns[column] == nil {
        header.columns[column] = index
      } else {
        header.repeated.append(index)
      }
    }
    guard recognised >= 2 else { return nil }
    header.columns.merge(letters) { heading, _ in heading }
    return header.isHeading ? header : nil
  }

  /// A column of exam.yaml that `header` does not have.
  func missing(in header: ListHeader) -> ListColumn? {
    ListColumn.allCases.first { overridden.contains($0) && header[$0] == nil }
  }
}
