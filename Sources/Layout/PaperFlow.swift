import Cairo
import Exam

/// The pen that goes down the pages, or down a cell.
struct PaperFlow {
  let paper: String
  let frame: Frame
  /// The share of its sizes that everything is drawn with.
  let scale: Double
  /// What stands at the head of each page.
  var header: [Block] = []
  let data: PaperData
  var y: Double
  private(set) var pages: [[Placed]] = [[]]

  init(
    paper: String, frame: Frame, scale: Double, header: [Block] = [], data: PaperData
  ) {
    self.paper = paper
    self.frame = frame
    self.scale = scale
    self.header = header
    self.data = data
    y = frame.top
  }

  /// Draws the head of the first page.
  mutating func begin() throws { for block in header { try add(block) } }

  mutating func add(_ block: Block) throws {
    if let field = block.condition {
      guard let value = data.fields[field] ?? data.tables[field].map({ $0.isEmpty ? "" : "1" })
      else { throw Template.noField(field, paper: paper) }
      if value.isEmpty || value == "0" { return }
    }
    switch block.kind {
    case .text(let text): try add(row: [text])
    case .row(let texts): try add(row: texts)
    case .rule:
      place(.line(x: frame.left, y: y + points(1.5), width: frame.width))
      y += points(3)
    case .space(let height): y += scaled(height)
    case .page: try breakPage()
    case .table(let table): try add(table)
    case .grid(let grid): try add(grid)
    case .boxes(let boxes): try add(boxes)
    case .sign(let sign): try add(sign)
    }
  }

  mutating func place(_ placed: Placed) { pages[pages.count - 1].append(placed) }

  /// Millimetres of the template in points.
  func scaled(_ millimetres: Double) -> Double { points(millimetres) * scale }

  /// Goes on on a fresh page, unless so much still fits this one.
  mutating func breakPage(unless height: Double? = nil) throws {
    if let height, y + height <= frame.bottom { return }
    pages.append([])
    y = frame.top
    try begin()
    if let height, y + height > frame.bottom { throw Template.tooTall(paper: paper) }
  }

  /// What is wider than its place would be cut off; a line's breadth is nothing.
  func checkWidth(_ width: Double, of room: Double) throws {
    guard width <= room + points(1.5) else { throw Template.tooWide(paper: paper) }
  }

  func rows(of table: String) throws -> [[String: String]] {
    guard let rows = data.tables[table] else { throw Template.noTable(table, paper: paper) }
    return rows
  }

  func fill(_ text: String, _ row: [String: String] = [:]) throws -> String {
    try Template.fill(
      text, row.isEmpty ? data.fields : data.fields.merging(row) { $1 }, paper: paper)
  }

  /// A text as it is drawn: smaller down to its least size, where it would leave its line.
  func layout(_ block: TextBlock, _ text: String, width: Double) throws -> TextLayout {
    var size = block.size * scale
    let least = min(size, (block.least ?? block.size) * scale)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    while true {
      let layout = try Glyphs.layout(
        text, Glyphs.style(size: size, bold: block.bold, align: block.align), width: width,
        paper: paper)
      if size <= least || layout.lineCount <= lines { return layout }
      size = max(least, size - 1)
    }
  }

  private mutating func add(row: [TextBlock]) throws {
    let texts = try row.map { try fill($0.text) }
    guard !texts.allSatisfy(\.isEmpty) else { return }
    let fixed = row.compactMap(\.width).map(points).reduce(0, +)
    try checkWidth(fixed, of: frame.width)
    let open = Double(max(1, row.filter { $0.width == nil }.count))
    let widths = row.map { $0.width.map(points) ?? (frame.width - fixed) / open }
    let layouts = try zip(zip(row, texts), widths).map { block, width in
      try layout(block.0, block.1, width: width)
    }
    let height = layouts.map(\.height).max() ?? 0
    try breakPage(unless: height)
    var x = frame.left
    for (layout, width) in zip(layouts, widths) {
      place(.text(layout, x: x, y: y + (height - layout.height) / 2))
      x += width
    }
    y += height + scaled(0.8)
  }
}
