/// What the cells of all sheets of a workbook share.
struct XLSXBook {
  var strings: [String] = []
  var formats: [NumberFormat] = []
  var since1904 = false
  /// Whether the results of formulas still have to be computed by whoever opens the workbook.
  var needsComputing = false
}

/// Reads one worksheet.
final class XLSXSheet {
  private let book: XLSXBook
  private let walker = XMLWalker()
  private var gathering: SheetGathering
  private var texts: [String] = []
  private var isHidden = false
  private var isDisordered = false
  private var cell = XLSXCell()

  init(name: String, book: XLSXBook) {
    gathering = SheetGathering(name: name)
    self.book = book
  }

  func read(_ part: [UInt8], _ fileName: String) throws(TableError) -> GridSheet {
    walker.onStart = { [unowned self] in start($0, $1) }
    walker.onEnd = { [unowned self] in end($0) }
    let name = gathering.sheet.name
    guard walker.walk(part), !isDisordered else {
      throw TableError(.damaged, fileName, sheet: name)
    }
    gathering.clearCovered()
    guard !gathering.isTooLarge else { throw TableError(.tooLarge, fileName, sheet: name) }
    return gathering.sheet
  }

  private func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "c":
      let column = attributes["r"].flatMap(Self.address)?.column ?? cell.column + 1
      cell = XLSXCell(
        column: column, type: attributes["t"] ?? "n", style: attributes.number("s") ?? 0)
      walker.text = ""
    case "f": cell.isFormula = true
    case "v": walker.isGathering = true
    case "t": walker.isGathering = cell.type == "inlineStr"
    case "rPh": cell.type = "reading"
    case "row": startRow(attributes)
    case "col": hide(attributes)
    case "mergeCell": merge(attributes["ref"] ?? "")
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "v", "t": walker.isGathering = false
    case "rPh": cell.type = "inlineStr"
    case "c": endCell()
    case "row": gathering.add(texts, isHidden: isHidden)
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    if let number = attributes.number("r") {
      if number < gathering.next { isDisordered = true }
      gathering.skip(to: number)
    }
    isHidden = attributes.isTrue("hidden") || attributes["ht"].flatMap(Double.init) == 0
    texts.removeAll(keepingCapacity: true)
    cell = XLSXCell()
  }

  private func hide(_ attributes: XMLAttributes) {
    let isHidden = attributes.isTrue("hidden") || attributes["width"].flatMap(Double.init) == 0
    guard isHidden, let first = attributes.number("min"),
      let last = attributes.number("max"), first >= 1, first <= last
    else { return }
    for column in first...min(last, max(first, Grid.columnLimit)) {
      gathering.hiddenColumns.insert(column - 1)
    }
  }

  private func merge(_ reference: String) {
    let ends = reference.split(separator: ":").compactMap { Self.address(String($0)) }
    guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column
    else { return }
    gathering.merge(
      GridMerge(columns: ends[0].column...ends[1].column, rows: ends[0].row...ends[1].row))
  }

  private func endCell() {
    guard walker.hasText || cell.isFormula, cell.column < Grid.columnLimit else { return }
    let text = cell.text(walker.text, book)
    guard !text.isEmpty else { return }
    if cell.isBareNumber(book), text.contains(".") {
      gathering.note(fraction: text, column: cell.column)
    }
    while texts.count <= cell.column { texts.append("") }
    // Programs may write cells in any order, but no cell twice.
    if !texts[cell.column].isEmpty { isDisordered = true }
    texts[cell.column] = text
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

/// One cell being read.
struct XLSXCell {
  var column = -1
  var type = "n"
  var style = 0
  var isFormula = false

  /// What the cell shows.
  func text(_ raw: String, _ book: XLSXBook) -> String {
    if isFormula, type == "n", raw.isEmpty || (book.needsComputing && raw == "0") {
      return CellText.notComputed
    }
    switch type {
    case "s":
      // A text that the file does not hold is no empty cell.
      guard let index = Int(raw), book.strings.indices.contains(index) else { return "#REF!" }
      return book.strings[index]
    case "n": return number(raw, book)
    case "d": return SerialDate.text(iso: raw) ?? raw
    case "b": return raw == "1" ? "TRUE" : "FALSE"
    case "inlineStr", "str": return XLSXStrings.unescaped(raw)
    default: return raw
    }
  }

  private func format(_ book: XLSXBook) -> NumberFormat {
    book.formats.indices.contains(style) ? book.formats[style] : .general
  }

  /// Whether it is a number of which nothing says how it is shown.
  func isBareNumber(_ book: XLSXBook) -> Bool { type == "n" && format(book) == .general }

  /// `40001` for `40001.0` and `4.0001E4`; `04001` and `1.20` where the format says so.
  private func number(_ raw: String, _ book: XLSXBook) -> String {
    let format = format(book)
    if format == .date, let serial = Double(raw) {
      return SerialDate.text(serial, since1904: book.since1904) ?? raw
    }
    let whole: String
    if CellText.isDigits(raw) {
      whole = raw
    } else {
      guard let double = Double(raw) else { return raw }
      guard let number = Int(exactly: double) else { return NumberFormat.show(double, in: format) }
      whole = String(number)
    }
    guard case .pattern(let marks) = format, CellText.isDigits(whole) else { return whole }
    return NumberFormat.show(whole, in: marks)
  }
}
