import Cairo
import Exam

extension PaperFlow {
  /// Equal cells to cut apart, or the room with its seats.
  mutating func add(_ grid: GridBlock) throws {
    let rows = try self.rows(of: grid.table)
    guard !rows.isEmpty else { return }
    switch grid.order {
    case .sequence(let columns, let down): try sequence(grid, rows, columns, down)
    case .seats: try seats(grid, rows)
    }
  }

  private mutating func sequence(
    _ grid: GridBlock, _ rows: [[String: String]], _ columns: Int, _ down: Int
  ) throws {
    let top = y
    let size = (width: frame.width / Double(columns), height: (frame.bottom - top) / Double(down))
    for (index, row) in rows.enumerated() {
      let place = index % (columns * down)
      if index > 0, place == 0 { try breakPage() }
      let cell = Frame(
        left: frame.left + Double(place % columns) * size.width,
        top: top + Double(place / columns) * size.height, width: size.width,
        bottom: top + Double(place / columns + 1) * size.height)
      try draw(grid.cell, row, in: cell, isCut: true)
    }
    y = top + Double((rows.count - 1) % (columns * down) / columns + 1) * size.height
  }

  /// The cells where the seats are: the first row on top, gaps left open.
  private mutating func seats(_ grid: GridBlock, _ rows: [[String: String]]) throws {
    func number(_ row: [String: String], _ field: String) -> Int { Int(row[field] ?? "") ?? 0 }
    let across = 1 + (rows.map { number($0, "planColumn") }.max() ?? 0)
    let down = 1 + (rows.map { number($0, "planRow") }.max() ?? 0)
    let size = (
      width: min(frame.width / Double(across), points(60)),
      height: min((frame.bottom - y) / Double(down), points(32))
    )
    let left = frame.left + (frame.width - size.width * Double(across)) / 2
    for row in rows where row["planRow"]?.isEmpty == false {
      let x = left + Double(number(row, "planColumn")) * size.width
      let top = y + Double(number(row, "planRow")) * size.height
      let gap = points(0.8)
      try draw(
        grid.cell, row,
        in: Frame(
          left: x + gap, top: top + gap, width: size.width - 2 * gap,
          bottom: top + size.height - gap),
        isCut: false)
    }
    y += Double(down) * size.height
  }

  /// The share of its sizes below which a cell is not drawn: nobody could read it.
  private static let leastScale = 0.5

  private mutating func draw(
    _ blocks: [Block], _ row: [String: String], in cell: Frame, isCut: Bool
  ) throws {
    let width = cell.width
    let height = cell.bottom - cell.top
    place(
      isCut
        ? .cut(x: cell.left, y: cell.top, width: width, height: height)
        : .box(x: cell.left, y: cell.top, width: width, height: height))
    let pad = min(points(3), width * 0.05)
    let inner = Frame(
      left: cell.left + pad, top: cell.top + pad, width: width - 2 * pad,
      bottom: cell.bottom - pad / 2)
    let data = PaperData(fields: self.data.fields.merging(row) { $1 }, tables: self.data.tables)
    var share = scale
    while share >= Self.leastScale * scale {
      var flow = PaperFlow(paper: paper, frame: inner, scale: share, data: data)
      if try flow.fits(blocks) {
        for placed in flow.pages[0] { place(placed) }
        return
      }
      share -= 0.05
    }
    throw Template.tooTall(paper: paper, cell: row["serial"] ?? row["seat"])
  }

  private mutating func fits(_ blocks: [Block]) throws -> Bool {
    do {
      for block in blocks { try add(block) }
    } catch let trouble as Trouble where trouble.kind == Template.tooTallKind {
      return false
    }
    return pages.count == 1 && y <= frame.bottom + points(1)
  }

  // MARK: Boxes and lines

  /// A line of boxes to write counts in for each row, their headings above the first.
  mutating func add(_ block: BoxesBlock) throws {
    let rows = try self.rows(of: block.table)
    guard !rows.isEmpty else { return }
    let label = block.label.width.map(points) ?? points(24)
    let (side, height) = (points(block.side), points(block.height) * max(scale, 0.8))
    let total = block.total.width.map(points) ?? points(24)
    let share = (frame.width - label - total) / Double(max(1, block.boxes.count))
    let small = TextBlock(text: "", size: 8.5, align: .center)
    let heads = try block.boxes.map {
      try layout(small, fill($0.heading), width: share - points(1))
    }
    let headHeight = (heads.map(\.height).max() ?? 0) + points(0.6)
    try breakPage(unless: headHeight + height)
    for (index, head) in heads.enumerated() {
      let x = frame.left + label + Double(index) * share
      place(.text(head, x: x, y: y + headHeight - points(0.6) - head.height))
    }
    y += headHeight
    for row in rows {
      try breakPage(unless: height)
      let name = try layout(block.label, fill(block.label.text, row), width: label - points(1))
      place(.text(name, x: frame.left, y: y + (height - name.height) / 2))
      for (index, box) in block.boxes.enumerated() {
        let x = frame.left + label + Double(index) * share
        let boxX = x + (share - points(1) - side) / 2
        place(.box(x: boxX, y: y, width: side, height: height))
        let sign = try layout(
          TextBlock(text: box.sign, size: 13, align: .center), box.sign, width: points(6))
        place(.text(sign, x: x - points(3.5), y: y + (height - sign.height) / 2))
      }
      let sum = try layout(block.total, fill(block.total.text, row), width: total)
      place(
        .text(sum, x: frame.left + frame.width - total, y: y + (height - sum.height) / 2))
      y += height + points(1)
    }
  }

  /// Words, each with a line to sign on, that share the width.
  mutating func add(_ block: SignBlock) throws {
    let text = TextBlock(text: "", size: block.size)
    let words = try block.words.map { try layout(text, fill($0), width: frame.width) }
    let height = max(points(8) * scale, (words.map(\.height).max() ?? 0) + points(1))
    try breakPage(unless: height)
    let gaps = points(4) * Double(words.count)
    let line = (frame.width - words.map(\.naturalWidth).reduce(0, +) - gaps) / Double(words.count)
    guard line > points(15) else { throw Template.tooTall(paper: paper) }
    var x = frame.left
    let base = y + height - points(1)
    for word in words {
      place(.text(word, x: x, y: base - word.height + points(0.5)))
      x += word.naturalWidth + points(1.5)
      place(.line(x: x, y: base, width: line))
      x += line + points(2.5)
    }
    y += height + points(0.5)
  }
}
