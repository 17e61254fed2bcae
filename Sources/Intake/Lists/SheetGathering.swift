/// Gathers a sheet row by row, within limits; leaves out what is hidden and counts it.
struct SheetGathering {
  private(set) var sheet: GridSheet
  /// Whether the sheet has more rows than any list.
  private(set) var isTooLarge = false
  var hiddenColumns: Set<Int> = []
  /// The number of the row that comes next.
  private(set) var next = 1
  private var emptyRows = 0
  private var filled = 0

  init(name: String) { sheet = GridSheet(name: name) }

  /// Takes a row that stands `count` times.
  mutating func add(_ texts: [String], isHidden: Bool, count: Int = 1) {
    let first = next
    next += count
    let texts = visible(texts)
    guard texts.contains(where: { !$0.isEmpty }) else {
      if !isHidden { emptyRows = min(emptyRows + count, Grid.rowLimit) }
      return
    }
    filled += count
    guard filled <= Grid.filledLimit, next <= Grid.rowLimit else {
      isTooLarge = true
      return
    }
    if isHidden {
      sheet.hiddenRows += count
      return
    }
    for number in first - emptyRows..<first {
      sheet.rows.append(GridRow(number: number, texts: []))
    }
    emptyRows = 0
    for number in first..<next { sheet.rows.append(GridRow(number: number, texts: texts)) }
  }

  /// Goes on at `number`; rows the file leaves out are empty.
  mutating func skip(to number: Int) {
    guard number > next else { return }
    emptyRows = min(emptyRows + number - next, Grid.rowLimit)
    next = number
  }

  /// Notes a number with a fraction in the row that comes next.
  mutating func note(fraction text: String, column: Int) {
    sheet.fractions[column, default: GridFractions()].take(text, row: next)
  }

  mutating func merge(_ merge: GridMerge) { sheet.merges.append(merge) }

  private mutating func visible(_ texts: [String]) -> [String] {
    guard !hiddenColumns.isEmpty else { return texts }
    var visible = texts
    for column in texts.indices where hiddenColumns.contains(column) && !texts[column].isEmpty {
      sheet.hiddenColumns.insert(column)
      visible[column] = ""
    }
    return visible
  }
}
