/// Reads the sheets of an OpenDocument spreadsheet from its parts.
enum ODSFile {
  static func isPart(_ name: String) -> Bool {
    ["mimetype", "content.xml", "META-INF/manifest.xml"].contains(name)
  }

  /// Whether the parts are an OpenDocument file of some kind.
  static func isOpenDocument(_ parts: [String: [UInt8]]) -> Bool {
    parts["mimetype"].map { text($0).contains("opendocument") } ?? (parts["content.xml"] != nil)
  }

  static func read(_ parts: [String: [UInt8]], fileName: String) throws(TableError) -> Grid {
    if text(parts["META-INF/manifest.xml"] ?? []).contains("encryption-data") {
      throw TableError(.password, fileName)
    }
    guard let content = parts["content.xml"] else { throw TableError(.damaged, fileName) }
    return try ODSContent(fileName: fileName).read(content)
  }

  private static func text(_ part: [UInt8]) -> String { String(decoding: part, as: UTF8.self) }
}

/// Reads the content of an OpenDocument spreadsheet.
final class ODSContent {
  private let fileName: String
  private let walker = XMLWalker()
  private var grid: Grid
  /// Styles of tables that are not shown.
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var table: ODSTable?
  private var isTooLarge = false
  private var hasSpreadsheet = false
  private var isInParagraph = false
  /// How deep the walk is inside something that is no cell: a remark, a drawing.
  private var skipped = 0

  init(fileName: String) {
    self.fileName = fileName
    grid = Grid(kind: .workbook, fileName: fileName, sheets: [])
  }

  func read(_ part: [UInt8]) throws(TableError) -> Grid {
    walker.onStart = { [unowned self] in start($0, $1) }
    walker.onEnd = { [unowned self] in end($0) }
    guard walker.walk(part) else { throw TableError(.damaged, fileName) }
    guard !isTooLarge else { throw TableError(.tooLarge, fileName) }
    guard hasSpreadsheet else { throw TableError(.notWorkbook, fileName) }
    return grid
  }

  private func start(_ name: String, _ attributes: XMLAttributes) {
    if skipped > 0 || Self.noCells.contains(name) {
      skipped += 1
      walker.isGathering = false
      return
    }
    switch name {
    case "spreadsheet": hasSpreadsheet = true
    case "style": style = attributes["name"] ?? ""
    case "table-properties" where attributes["display"] == "false": hiddenStyles.insert(style)
    case "table":
      let isHidden = hiddenStyles.contains(attributes["style-name"] ?? "")
      table = ODSTable(name: attributes["name"] ?? "", isHidden: isHidden)
    case "table-column": table?.addColumns(attributes)
    case "table-row": table?.startRow(attributes)
    case "table-cell", "covered-table-cell":
      table?.startCell(attributes, isCovered: name == "covered-table-cell")
      walker.text = ""
    case "p":
      if walker.hasText { walker.append("\n") }
      isInParagraph = table != nil
      walker.isGathering = isInParagraph
    case "s": walker.append(String(repeating: " ", count: min(attributes.number("c") ?? 1, 100)))
    case "tab": walker.append("\t")
    case "line-break": walker.append("\n")
    default: break
    }
  }

  private func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      // A remark may stand between the pieces of a paragraph.
      if skipped == 0 { walker.isGathering = isInParagraph }
      return
    }
    switch name {
    case "p":
      isInParagraph = false
      walker.isGathering = false
    case "table-cell", "covered-table-cell": table?.endCell(walker.text)
    case "table-row": table?.endRow()
    case "table": endTable()
    default: break
    }
  }

  private func endTable() {
    guard let table else { return }
    isTooLarge = isTooLarge || table.gathering.isTooLarge
    if table.isHidden {
      grid.hiddenSheets += 1
    } else {
      grid.sheets.append(table.gathering.sheet)
    }
    self.table = nil
  }

  private static let noCells: Set<String> = [
    "annotation", "shapes", "tracked-changes", "dde-links", "frame", "custom-shape", "g", "rect",
    "line", "caption", "control", "forms", "ruby-text", "content-validations",
  ]
}

/// One table of an OpenDocument spreadsheet being read.
struct ODSTable {
  var gathering: SheetGathering
  let isHidden: Bool
  private var columns = 0
  private var row = ODSRow()
  private var cell = ODSCell()

  init(name: String, isHidden: Bool) {
    gathering = SheetGathering(name: name)
    self.isHidden = isHidden
  }

  mutating func addColumns(_ attributes: XMLAttributes) {
    let count = attributes.number("number-columns-repeated") ?? 1
    if Self.isHidden(attributes) {
      for column in columns..<min(columns + count, Grid.columnLimit) {
        gathering.hiddenColumns.insert(column)
      }
    }
    columns = min(columns + count, Grid.columnLimit)
  }

  mutating func startRow(_ attributes: XMLAttributes) {
    row = ODSRow(
      count: attributes.count("number-rows-repeated", Grid.rowLimit),
      isHidden: Self.isHidden(attributes))
  }

  mutating func endRow() {
    gathering.add(row.texts, isHidden: row.isHidden, count: row.count)
  }

  mutating func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    cell = ODSCell(
      count: attributes.count("number-columns-repeated", Grid.columnLimit), isCovered: isCovered,
      type: attributes["value-type"] ?? "",
      value: attributes["value"] ?? attributes["date-value"] ?? attributes["boolean-value"]
        ?? attributes["string-value"] ?? "")
    let width = attributes.number("number-columns-spanned") ?? 1
    let height = attributes.number("number-rows-spanned") ?? 1
    guard width > 1 || height > 1, width > 0, height > 0, row.column < Grid.columnLimit else {
      return
    }
    gathering.merge(
      GridMerge(
        columns: row.column...row.column + width - 1,
        rows: gathering.next...gathering.next + height - 1))
  }

  mutating func endCell(_ shown: String) {
    defer { row.column += cell.count }
    let text = cell.text(shown)
    guard !text.isEmpty else { return }
    let end = min(row.column + cell.count, Grid.columnLimit)
    guard row.column < end else { return }
    if cell.type == "float", text == cell.value, text.contains(".") {
      gathering.note(fraction: text, column: row.column)
    }
    while row.texts.count < row.column { row.texts.append("") }
    while row.texts.count < end { row.texts.append(text) }
  }

  /// Hidden by hand or by a filter.
  private static func isHidden(_ attributes: XMLAttributes) -> Bool {
    ["collapse", "filter"].contains(attributes["visibility"] ?? "")
  }
}

private struct ODSRow {
  var count = 1
  var isHidden = false
  var column = 0
  var texts: [String] = []
}

private struct ODSCell {
  var count = 1
  var isCovered = false
  var type = ""
  var value = ""

  /// What the cell means, where `shown` is what it shows.
  func text(_ shown: String) -> String {
    if isCovered { return "" }
    switch type {
    case "float":
      guard let double = Double(value) else { return value }
      guard let whole = Int(exactly: double) else {
        // «1,20» keeps the zero that the number has lost.
        let dotted = shown.replacing(",", with: ".")
        return Double(dotted) == double ? dotted : value
      }
      // Leading zeros and words of the format are kept; rounding and grouping are not.
      let digits = shown.filter { $0.isASCII && $0.isNumber }
      let isOnlyGrouped = shown.allSatisfy { $0.isNumber || $0.isWhitespace || ".,'’".contains($0) }
      guard Int(digits) == whole else { return String(whole) }
      return isOnlyGrouped ? digits : shown
    case "date": return SerialDate.text(iso: value) ?? shown
    case "boolean": return value == "true" ? "TRUE" : "FALSE"
    default: return shown.isEmpty ? value : shown
    }
  }
}

extension XMLAttributes {
  /// How often something stands; more than one above the limit makes no difference, and the sum of
  /// many such counts must fit a number.
  fileprivate func count(_ name: String, _ limit: Int) -> Int {
    min(max(1, number(name) ?? 1), limit + 1)
  }
}
