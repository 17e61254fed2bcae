import Exam

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
    guard let width = texts.indices.dropFirst(2).first(where: { texts[$0] == texts[0] }),
      texts.count.isMultiple(of: width),
      texts.indices.allSatisfy({ texts[$0] == texts[$0 % width] }),
      texts[..<width].contains(where: { isPerson($0) })
    else { return nil }
    return [first] + stride(from: width, to: filled.count, by: width).map { filled[$0] }
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
