/// A file of tables: sheets of rows of texts, addresses kept.
public struct Grid: Sendable {
  /// Where the texts come from.
  public enum Kind: Sendable {
    /// Sheets with names, columns with letters.
    case workbook
    /// Rows only.
    case text
  }

  /// Where the texts come from.
  public var kind: Kind
  /// The file's name.
  public var fileName: String
  /// The visible sheets; a text has one.
  public var sheets: [GridSheet]
  /// How many sheets are not shown, and so not read.
  public var hiddenSheets = 0
  /// How the letters of a text file were written.
  public var encoding = TextEncoding.utf8

  /// Columns further right are no part of a list.
  public static let columnLimit = 256
  /// More rows with something in them are no list of people.
  static let filledLimit = 250_000
  /// Rows of a sheet, empty ones counted.
  static let rowLimit = 1_100_000

  /// Whether something stands in columns that are not shown.
  public var hasHiddenColumns: Bool { sheets.contains { !$0.hiddenColumns.isEmpty } }

  /// `A` for 0, `AA` for 26.
  public static func letters(_ column: Int) -> String {
    var left = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + left % 26))) + text
      left = left / 26 - 1
    } while left >= 0
    return text
  }

  /// 0 for `A`; nil where `text` is not one or two Latin letters.
  public static func column(_ text: String) -> Int? {
    let bytes = Array(text.uppercased().utf8)
    guard (1...2).contains(bytes.count), bytes.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}

/// One sheet; a text file has one.
public struct GridSheet: Sendable {
  /// The sheet's name; empty in a text.
  public var name: String
  /// The visible rows.
  public var rows: [GridRow] = []
  /// Hidden rows with something in them.
  public var hiddenRows = 0
  /// Hidden columns with something in them, from 0.
  public var hiddenColumns: Set<Int> = []
  /// Cells shown as one.
  public var merges: [GridMerge] = []
  /// Numbers with a fraction whose last zeros the file does not keep, by column from 0.
  public var fractions: [Int: GridFractions] = [:]

  /// Makes a sheet of rows.
  public init(name: String, rows: [GridRow] = []) {
    self.name = name
    self.rows = rows
  }
}

/// The numbers with a fraction of one column, where nothing says how many digits they are shown with.
public struct GridFractions: Sendable {
  /// The tenths, by row: 2 for 1.2, which may be what is left of 1.20.
  private var tenths: [Int: Int] = [:]
  /// The largest fraction of two digits: 12 for 1.12.
  private var largest = 0

  /// Takes the number of a row: `1.2`.
  mutating func take(_ text: String, row: Int) {
    let fraction = text.drop { $0 != "." && $0 != "," }.dropFirst()
    guard let number = Int(fraction), number > 0 else { return }
    if fraction.count == 1 { tenths[row] = number }
    if fraction.count == 2 { largest = max(largest, number) }
  }

  /// Whether the number of a row may have been ten times as much behind its dot.
  public func isDoubtful(_ row: Int) -> Bool { tenths[row].map { $0 * 10 <= largest } ?? false }
}

/// A visible row.
public struct GridRow: Sendable {
  /// From 1, as people count.
  public var number: Int
  /// By column from 0, trimmed of nothing; nothing of hidden columns.
  public var texts: [String]

  /// Makes a row.
  public init(number: Int, texts: [String]) {
    self.number = number
    self.texts = texts
  }

  /// The text in a column, empty where the row ends before it.
  public func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }

  /// Whether nothing stands in it.
  public var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }
}

/// A range of cells shown as one.
public struct GridMerge: Sendable {
  /// From 0.
  public var columns: ClosedRange<Int>
  /// From 1.
  public var rows: ClosedRange<Int>
}

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

  /// Empties cells that a merged one covers: nobody sees what the file still holds of them.
  mutating func clearCovered() {
    var left = Grid.filledLimit * 8
    for merge in sheet.merges {
      var index = place(of: merge.rows.lowerBound)
      while index < sheet.rows.count, merge.rows.contains(sheet.rows[index].number) {
        left -= 1
        guard left > 0 else {
          isTooLarge = true
          return
        }
        clear(merge, inRow: index)
        index += 1
      }
    }
  }

  private mutating func clear(_ merge: GridMerge, inRow index: Int) {
    let row = sheet.rows[index]
    let end = min(merge.columns.upperBound + 1, row.texts.count)
    guard merge.columns.lowerBound < end else { return }
    let isFirst = row.number == merge.rows.lowerBound
    for column in merge.columns.lowerBound..<end
    where !(isFirst && column == merge.columns.lowerBound) && !row.texts[column].isEmpty {
      sheet.rows[index].texts[column] = ""
    }
  }

  /// The first of the gathered rows with this number or a higher one.
  private func place(of number: Int) -> Int {
    var (low, high) = (0, sheet.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if sheet.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
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
