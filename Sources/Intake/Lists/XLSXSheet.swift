import Exam

/// Reads one worksheet.
final class XLSXSheet {
  private var sheet: GridSheet
  private let strings: [String]
  private let walker = XMLWalker()
  private var row = GridRow(number: 0, texts: [])
  private var isHidden = false
  private var column = -1
  private var type = ""

  init(name: String, strings: [String]) {
    sheet = GridSheet(name: name)
    self.strings = strings
  }

  func read(_ part: [UInt8], _ fileName: String) throws(Trouble) -> GridSheet {
    walker.onStart = { [unowned self] in start($0, $1) }
    walker.onEnd = { [unowned self] in end($0) }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return sheet
  }

  private func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "c":
      column = attributes["r"].flatMap(Self.address)?.column ?? column + 1
      type = attributes["t"] ?? "n"
      walker.text = ""
    case "v": walker.isGathering = true
    case "t": walker.isGathering = type == "inlineStr"
    case "rPh": type = "reading"
    case "row":
      row = GridRow(number: attributes["r"].flatMap { Int($0) } ?? row.number + 1, texts: [])
      isHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
      column = -1
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").split(separator: ":").compactMap {
        Self.address(String($0))
      }
      guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column
      else { return }
      sheet.merges.append(
        GridMerge(
          columns: ends[0].column...ends[1].column, rows: ends[0].row...ends[1].row))
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "v", "t": walker.isGathering = false
    case "rPh": type = "inlineStr"
    case "c": endCell()
    case "row":
      if !isHidden {
        sheet.rows.append(row)
      } else if row.texts.contains(where: { !$0.isEmpty }) {
        sheet.hiddenRows += 1
      }
    default: break
    }
  }

  private func endCell() {
    guard !walker.text.isEmpty, column < Grid.columnLimit else { return }
    while row.texts.count < column { row.texts.append("") }
    guard row.texts.count == column else { return }
    row.texts.append(value(walker.text))
  }

  private func value(_ text: String) -> String {
    switch type {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "n": return Self.number(text)
    default: return text
    }
  }

  /// `40001` for `40001.0` and `4.0001E4`.
  private static func number(_ text: String) -> String {
    if text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
    guard let double = Double(text), let whole = Int(exactly: double) else { return text }
    return String(whole)
  }

  private static func address(_ text: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case 65...90 where row == 0 && column < 100_000: column = column * 26 + Int(byte) - 64
      case 48...57 where row < 10_000_000: row = row * 10 + Int(byte) - 48
      case 36: continue
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }
}
