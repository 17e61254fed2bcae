import Exam

/// Reads XML Spreadsheet 2003, which programs save under `.xls`.
enum SpreadsheetMLFile {
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    return head.contains("<?xml") && head.contains("Workbook")
      && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
  }

  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    let reader = Reader()
    guard reader.walker.walk(bytes), !reader.sheets.isEmpty else {
      throw ListTrouble.damaged(fileName)
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

    init() {
      walker.onStart = { [unowned self] in start($0, $1) }
      walker.onEnd = { [unowned self] in end($0) }
    }

    private func start(_ name: String, _ attributes: XMLAttributes) {
      switch name {
      case "Worksheet": sheets.append(GridSheet(name: attributes["Name"] ?? ""))
      case "Table": row = GridRow(number: 0, texts: [])
      case "Row":
        row = GridRow(number: attributes.number("Index") ?? row.number + 1, texts: [])
        column = 0
        isHidden = attributes.isTrue("Hidden")
      case "Cell":
        if let index = attributes.number("Index"), index > 0 { column = index - 1 }
        span = min(attributes.number("MergeAcross") ?? 0, Grid.columnLimit)
        walker.text = ""
      case "Data": walker.isGathering = true
      default: break
      }
    }

    private func end(_ name: String) {
      switch name {
      case "Data": walker.isGathering = false
      case "Cell":
        guard column < Grid.columnLimit else { return }
        row.texts += Array(repeating: "", count: max(0, column - row.texts.count))
        row.texts.append(walker.text)
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
