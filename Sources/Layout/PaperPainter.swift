public import Cairo
public import Exam

/// Draws a paper on A4, on as many pages as it needs.
public struct PaperPainter {
  /// A4 in points.
  public static let pageSize = (width: 595.276, height: 841.890)

  private let pages: [[Placed]]

  /// Something with its place on a page.
  private enum Placed {
    case text(TextLayout, x: Double, y: Double)
    case rule(y: Double)
    case line(x: Double, y: Double, width: Double)
    case box(x: Double, y: Double, side: Double)
  }

  /// Lays a paper out.
  ///
  /// - Throws: `Trouble` when a field has no data or a character has no glyph.
  public init(template: PaperTemplate, data: PaperData) throws {
    var flow = Flow(template: template)
    for block in template.blocks { try flow.add(block, data) }
    pages = flow.pages
  }

  /// How many pages the paper needs.
  public var pageCount: Int { pages.count }

  /// Draws a page, counted from 1.
  public func draw(page: Int, in context: DrawingContext) {
    context.setSource(gray: 0)
    context.setLineWidth(0.5)
    for placed in pages[page - 1] {
      switch placed {
      case .text(let layout, let x, let y): layout.draw(in: context, x: x, y: y)
      case .rule(let y): line(context, x: points(12), y: y, width: Self.pageSize.width - points(24))
      case .line(let x, let y, let width): line(context, x: x, y: y, width: width)
      case .box(let x, let y, let side):
        context.rectangle(x: x, y: y, width: side, height: side)
        context.stroke()
      }
    }
  }

  private func line(_ context: DrawingContext, x: Double, y: Double, width: Double) {
    context.moveTo(x: x, y: y)
    context.lineTo(x: x + width, y: y)
    context.stroke()
  }

  /// The pen that goes down the pages.
  private struct Flow {
    let template: PaperTemplate
    let left: Double
    let width: Double
    let bottom: Double
    var y: Double
    var pages: [[Placed]] = [[]]

    init(template: PaperTemplate) {
      self.template = template
      left = points(template.margin)
      width = pageSize.width - 2 * points(template.margin)
      bottom = pageSize.height - points(template.margin)
      y = points(template.margin)
    }

    mutating func add(_ block: Block, _ data: PaperData) throws {
      switch block {
      case .text(let text): try add(row: [text], data.fields)
      case .row(let texts): try add(row: texts, data.fields)
      case .rule:
        place(.rule(y: y + points(1.5)))
        y += points(3)
      case .space(let height): y += points(height)
      case .table(let table):
        guard let rows = data.tables[table.name] else {
          throw Template.noTable(table.name, paper: template.name)
        }
        try add(table, rows)
      }
    }

    private mutating func place(_ placed: Placed) { pages[pages.count - 1].append(placed) }

    private mutating func breakPage(unless height: Double) {
      guard y + height > bottom else { return }
      pages.append([])
      y = points(template.margin)
    }

    private mutating func add(row: [TextBlock], _ fields: [String: String]) throws {
      let texts = try row.map { try Template.fill($0.text, fields, paper: template.name) }
      guard !texts.allSatisfy(\.isEmpty) else { return }
      let fixed = row.compactMap(\.width).map(points).reduce(0, +)
      let open = Double(max(1, row.filter { $0.width == nil }.count))
      let widths = row.map { $0.width.map(points) ?? (width - fixed) / open }
      let layouts = try zip(zip(row, texts), widths).map { block, width in
        try Glyphs.layout(
          block.1, Glyphs.style(size: block.0.size, bold: block.0.bold, align: block.0.align),
          width: width, paper: template.name)
      }
      let height = layouts.map(\.height).max() ?? 0
      breakPage(unless: height)
      guard y + height <= bottom else { throw Template.tooTall(paper: template.name) }
      var x = left
      for (layout, width) in zip(layouts, widths) {
        place(.text(layout, x: x, y: y + (height - layout.height) / 2))
        x += width
      }
      y += height + points(0.8)
    }

    private mutating func add(_ table: TableBlock, _ rows: [[String: String]]) throws {
      guard !rows.isEmpty else { return }
      let cells = try TableCells(table, rows, paper: template.name)
      var rest = cells.rows[...]
      while !rest.isEmpty {
        breakPage(unless: cells.rowHeight * 3)
        guard y + cells.rowHeight * 2 <= bottom else {
          throw Template.tooTall(paper: template.name)
        }
        let room = max(1, Int((bottom - y) / cells.rowHeight) - 1)
        let lines = min(room, (rest.count + table.split - 1) / table.split)
        let part = width / Double(table.split)
        for column in 0..<table.split {
          let slice = rest.prefix(lines)
          guard !slice.isEmpty else { break }
          rest = rest.dropFirst(slice.count)
          draw(table, [cells.heading] + slice, x: left + Double(column) * part, cells.rowHeight)
        }
        y += Double(lines + 1) * cells.rowHeight + points(1)
      }
    }

    private mutating func draw(
      _ table: TableBlock, _ rows: [[TextLayout?]], x: Double, _ rowHeight: Double
    ) {
      for (index, row) in rows.enumerated() {
        let top = y + Double(index) * rowHeight
        var cellX = x
        for (column, cell) in zip(table.columns, row) {
          if let cell {
            place(.text(cell, x: cellX, y: top))
          } else {
            place(.box(x: cellX + points(2), y: top + points(0.8), side: points(3)))
          }
          cellX += points(column.width)
        }
        place(.line(x: x, y: top + rowHeight - points(0.6), width: cellX - x - points(1.5)))
      }
    }
  }
}

/// The texts of a table, laid out once.
private struct TableCells {
  let heading: [TextLayout?]
  /// A row's cells; nil for a box to tick.
  let rows: [[TextLayout?]]
  /// The height that the tallest cell needs, and at least the layout's; in points.
  let rowHeight: Double

  init(_ table: TableBlock, _ rows: [[String: String]], paper: String) throws {
    func cell(_ text: String, _ column: ColumnBlock, isHeading: Bool) throws -> TextLayout {
      let style = Glyphs.style(size: table.size, bold: isHeading, align: column.align)
      return try Glyphs.layout(text, style, width: points(column.width - 1.5), paper: paper)
    }
    heading = try table.columns.map { try cell($0.heading, $0, isHeading: true) }
    self.rows = try rows.map { row in
      try table.columns.map { column in
        guard column.field != "box" else { return nil }
        guard let text = row[column.field] else {
          throw Template.noColumn(column.field, table: table.name, paper: paper)
        }
        return try cell(text, column, isHeading: false)
      }
    }
    let tallest = self.rows.joined().compactMap { $0?.height }.max() ?? 0
    rowHeight = max(points(table.rowHeight), tallest + points(0.8))
  }
}
