import Exam

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

  func read(_ part: [UInt8]) throws(Trouble) -> Grid {
    walker.onStart = { [unowned self] in start($0, $1) }
    walker.onEnd = { [unowned self] in end($0) }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    guard !isTooLarge else { throw ListTrouble.tooLarge(fileName) }
    guard hasSpreadsheet else { throw ListTrouble.notXLSX(fileName) }
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
