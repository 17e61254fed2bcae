import Cairo
import Exam

extension PaperFlow {
  /// A table, its head on every page.
  mutating func add(_ table: TableBlock) throws {
    let rows: [[String: String]] =
      switch table.rows {
      case .data(let name): try self.rows(of: name)
      case .empty(let count): Array(repeating: [:], count: count)
      }
    guard !rows.isEmpty else { return }
    try checkWidth(
      table.columns.map { points($0.width) }.reduce(0, +), of: frame.width / Double(table.split))
    let cells = try TableCells(table, rows, scale: scale, paper: paper)
    var rest = cells.rows[...]
    while !rest.isEmpty {
      let least = min(rest.count, 2)
      try breakPage(
        unless: cells.headHeight + rest.prefix(least).map(\.height).reduce(0, +))
      let count = fitting(rest, below: y + cells.headHeight, table.split)
      let part = frame.width / Double(table.split)
      var bottom = y
      for column in 0..<table.split {
        let slice = rest.prefix(count)
        guard !slice.isEmpty else { break }
        rest = rest.dropFirst(slice.count)
        bottom = max(
          bottom, draw(table, cells, slice, x: frame.left + Double(column) * part))
      }
      y = bottom + scaled(1)
    }
  }

  /// How many rows each of the columns side by side takes on this page.
  private func fitting(_ rows: ArraySlice<TableCells.Row>, below top: Double, _ split: Int) -> Int {
    let even = (rows.count + split - 1) / split
    var bottom = top
    var count = 0
    // The tallest row of those side by side decides.
    while count < even {
      let beside = stride(from: count, to: rows.count, by: even).map {
        rows[rows.startIndex + $0].height
      }
      bottom += beside.max() ?? 0
      guard bottom <= frame.bottom else { break }
      count += 1
    }
    return max(1, count)
  }

  /// Draws some rows under the head, and returns where they end.
  private mutating func draw(
    _ table: TableBlock, _ cells: TableCells, _ rows: ArraySlice<TableCells.Row>, x: Double
  ) -> Double {
    var top = y
    let head = TableCells.Row(cells: cells.heading, height: cells.headHeight)
    for row in (cells.headHeight > 0 ? [head] : []) + rows {
      var cellX = x
      for (column, cell) in zip(table.columns, row.cells) {
        switch cell {
        case .text(let layout):
          place(.text(layout, x: cellX, y: top + max(0, (row.height - layout.height) / 2)))
        case .box:
          let side = min(points(3.4), row.height - points(1.4))
          place(
            .box(x: cellX + points(2), y: top + (row.height - side) / 2, width: side, height: side))
        case .blank: break
        }
        cellX += points(column.width)
      }
      if table.hasLines {
        var edge = x
        for column in table.columns.dropLast() {
          edge += points(column.width)
          place(.upright(x: edge - points(1.2), y: top, height: row.height))
        }
      }
      top += row.height
      place(.line(x: x, y: top, width: cellX - x - points(1.5)))
    }
    return top
  }
}

/// The texts of a table, laid out once.
private struct TableCells {
  enum Cell {
    case text(TextLayout)
    /// A box to tick.
    case box
    /// Room to write in.
    case blank
  }

  struct Row {
    let cells: [Cell]
    let height: Double
  }

  let heading: [Cell]
  let headHeight: Double
  let rows: [Row]

  init(_ table: TableBlock, _ rows: [[String: String]], scale: Double, paper: String) throws {
    func cell(_ text: String, _ column: ColumnBlock, isHeading: Bool) throws -> TextLayout {
      let style = Glyphs.style(size: table.size * scale, bold: isHeading, align: column.align)
      return try Glyphs.layout(text, style, width: points(column.width - 1.5), paper: paper)
    }
    func height(_ cells: [Cell], least: Double) -> Double {
      let tallest = cells.compactMap { cell -> Double? in
        if case .text(let layout) = cell { layout.height } else { nil }
      }.max()
      return max(least, (tallest ?? 0) + points(0.6))
    }
    let hasHeading = table.columns.contains { !$0.heading.isEmpty }
    heading = try table.columns.map { .text(try cell($0.heading, $0, isHeading: true)) }
    headHeight = hasHeading ? height(heading, least: points(4) * scale) : 0
    self.rows = try rows.map { row in
      let cells = try table.columns.map { column -> Cell in
        switch column.field {
        case "box": return .box
        case "blank": return .blank
        default:
          guard let text = row[column.field] else {
            throw Template.noColumn(column.field, table: table.name, paper: paper)
          }
          return .text(try cell(text, column, isHeading: false))
        }
      }
      return Row(cells: cells, height: height(cells, least: points(table.rowHeight) * scale))
    }
  }
}

extension TableBlock {
  /// The data's name, for messages.
  fileprivate var name: String {
    if case .data(let name) = rows { name } else { "rows" }
  }
}
