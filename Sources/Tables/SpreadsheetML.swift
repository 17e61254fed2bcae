/// Reads XML Spreadsheet 2003, which programs save under `.xls`.
enum SpreadsheetMLFile {
  /// The text of the file in UTF-8, where it is such a one.
  static func text(_ bytes: [UInt8], _ isHeading: (String) -> Bool) -> [UInt8]? {
    guard let start = TextEncoding.read(Array(bytes.prefix(2048)), isHeading) else { return nil }
    let head = String(decoding: start.text, as: UTF8.self)
    guard head.contains("<?xml"), head.contains("Workbook"),
      head.contains("urn:schemas-microsoft-com:office:spreadsheet")
    else { return nil }
    return TextEncoding.read(bytes, isHeading)?.text
  }

  static func read(_ text: [UInt8], fileName: String) throws(TableError) -> Grid {
    let reader = Reader()
    guard reader.walker.walk(text), !reader.sheets.isEmpty else {
      throw TableError(.damaged, fileName)
    }
    guard !reader.sheets.contains(where: \.gathering.isTooLarge) else {
      throw TableError(.tooLarge, fileName)
    }
    let visible = reader.sheets.filter { !$0.isHidden }
    var grid = Grid(kind: .workbook, fileName: fileName, sheets: visible.map(\.gathering.sheet))
    grid.hiddenSheets = reader.sheets.count - visible.count
    return grid
  }

  private final class Reader {
    struct Sheet {
      var gathering: SheetGathering
      var isHidden = false
    }

    let walker = XMLWalker()
    var sheets: [Sheet] = []
    private var texts: [String] = []
    /// The column of the cell, or of the column's properties, that comes next.
    private var column = 0
    private var span = 0
    private var isHidden = false
    private var type = ""

    init() {
      walker.onStart = { [unowned self] in start($0, $1) }
      walker.onEnd = { [unowned self] in end($0) }
    }

    private func start(_ name: String, _ attributes: XMLAttributes) {
      switch name {
      case "Worksheet":
        sheets.append(Sheet(gathering: SheetGathering(name: attributes["Name"] ?? "")))
        column = 0
      case "Column": startColumns(attributes)
      case "Row": startRow(attributes)
      case "Cell": startCell(attributes)
      case "Data":
        type = attributes["Type"] ?? ""
        walker.isGathering = true
      case "Visible":
        walker.text = ""
        walker.isGathering = true
      default: break
      }
    }

    private func move(to attributes: XMLAttributes) {
      guard let index = attributes.number("Index"), index > 0 else { return }
      column = min(index - 1, Grid.columnLimit)
    }

    private func startColumns(_ attributes: XMLAttributes) {
      move(to: attributes)
      let end = min(column + 1 + (attributes.number("Span") ?? 0), Grid.columnLimit)
      if Self.isHidden(attributes, "Width"), let last = sheets.indices.last, column < end {
        sheets[last].gathering.hiddenColumns.formUnion(column..<end)
      }
      column = max(column, end)
    }

    private func startRow(_ attributes: XMLAttributes) {
      if let number = attributes.number("Index"), let last = sheets.indices.last {
        sheets[last].gathering.skip(to: min(number, Grid.rowLimit))
      }
      texts = []
      column = 0
      isHidden = Self.isHidden(attributes, "Height")
    }

    private func startCell(_ attributes: XMLAttributes) {
      move(to: attributes)
      span = min(max(0, attributes.number("MergeAcross") ?? 0), Grid.columnLimit)
      let down = min(max(0, attributes.number("MergeDown") ?? 0), Grid.filledLimit)
      walker.text = ""
      guard down > 0, let last = sheets.indices.last else { return }
      let row = sheets[last].gathering.next
      sheets[last].gathering.merge(
        GridMerge(columns: column...column + span, rows: row...row + down))
    }

    private static func isHidden(_ attributes: XMLAttributes, _ side: String) -> Bool {
      attributes.isTrue("Hidden") || attributes[side].flatMap(Double.init) == 0
    }

    /// What the cell shows; a number with a fraction is noted, the format is not read.
    private var text: String {
      switch type {
      case "DateTime": return SerialDate.text(iso: walker.text) ?? walker.text
      case "Number":
        if walker.text.contains("."), let last = sheets.indices.last {
          sheets[last].gathering.note(fraction: walker.text, column: column)
        }
        return walker.text
      default: return walker.text
      }
    }

    private func end(_ name: String) {
      switch name {
      case "Data": walker.isGathering = false
      case "Cell":
        guard column < Grid.columnLimit else { return }
        texts += Array(repeating: "", count: max(0, column - texts.count))
        texts.append(text)
        column += 1 + span
      case "Row":
        guard let last = sheets.indices.last else { return }
        sheets[last].gathering.add(texts, isHidden: isHidden)
      case "Visible":
        walker.isGathering = false
        guard let last = sheets.indices.last else { return }
        sheets[last].isHidden = walker.text != "SheetVisible"
      default: break
      }
    }
  }
}
