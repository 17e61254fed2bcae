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
    return Grid(kind: .workbook, fileName: fileName, sheets: reader.sheets)
  }

  private final class Reader {
    let walker = XMLWalker()
    var sheets: [GridSheet] = []
    private var row = GridRow(number: 0, texts: [])
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
      case "Worksheet": sheets.append(GridSheet(name: attributes["Name"] ?? ""))
      case "Table": row = GridRow(number: 0, texts: [])
      case "Row":
        let number = attributes.number("Index").map { min(max(0, $0), Grid.rowLimit) }
        row = GridRow(number: number ?? row.number + 1, texts: [])
        column = 0
        isHidden = attributes.isTrue("Hidden")
      case "Cell":
        if let index = attributes.number("Index"), index > 0 {
          column = min(index - 1, Grid.columnLimit)
        }
        span = min(max(0, attributes.number("MergeAcross") ?? 0), Grid.columnLimit)
        merge(down: min(max(0, attributes.number("MergeDown") ?? 0), Grid.filledLimit))
        walker.text = ""
      case "Data":
        type = attributes["Type"] ?? ""
        walker.isGathering = true
      default: break
      }
    }

    private func merge(down rows: Int) {
      guard rows > 0, let last = sheets.indices.last else { return }
      sheets[last].merges.append(
        GridMerge(columns: column...column + span, rows: row.number...row.number + rows))
    }

    /// What the cell shows; a number with a fraction is noted, the format is not read.
    private var text: String {
      switch type {
      case "DateTime": return SerialDate.text(iso: walker.text) ?? walker.text
      case "Number":
        if walker.text.contains("."), let last = sheets.indices.last {
          sheets[last].fractions[column, default: GridFractions()]
            .take(walker.text, row: row.number)
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
        row.texts += Array(repeating: "", count: max(0, column - row.texts.count))
        row.texts.append(text)
        column += 1 + span
      case "Row":
        guard let last = sheets.indices.last, sheets[last].rows.count < Grid.filledLimit else {
          return
        }
        if isHidden { sheets[last].hiddenRows += 1 } else { sheets[last].rows.append(row) }
      default: break
      }
    }
  }
}
