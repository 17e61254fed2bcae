import Exam

/// A file of tables: sheets of rows of texts, addresses kept.
struct Grid {
  enum Kind {
    case workbook
    case text
  }

  var kind: Kind
  var fileName: String
  var sheets: [GridSheet]
  var hiddenSheets = 0
  /// How the letters of a text file were written.
  var encoding = ListEncoding.utf8

  /// Columns further right are no part of a list.
  static let columnLimit = 256
  /// More rows with something in them are no list of people.
  static let filledLimit = 250_000
  /// Rows of a sheet, empty ones counted.
  static let rowLimit = 1_100_000

  var hasHiddenColumns: Bool { sheets.contains { !$0.hiddenColumns.isEmpty } }

  var place: Wording { Wording(same: fileName) }

  func place(sheet: GridSheet) -> Wording {
    guard kind == .workbook else { return place }
    return Wording(
      ru: "\(fileName), лист «\(sheet.name)»", en: "\(fileName), sheet “\(sheet.name)”")
  }

  func place(sheet: GridSheet, row: Int) -> Wording { places(of: sheet).row(row) }

  func place(sheet: GridSheet, row: Int, column: Int) -> Wording {
    places(of: sheet).cell(row, column)
  }

  func places(of sheet: GridSheet) -> SheetPlaces {
    SheetPlaces(sheet: place(sheet: sheet), isText: kind == .text)
  }

  /// `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var left = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + left % 26))) + text
      left = left / 26 - 1
    } while left >= 0
    return text
  }

  /// 0 for `A`; nil where `text` is not one or two Latin letters.
  static func column(_ text: String) -> Int? {
    let bytes = Array(text.uppercased().utf8)
    guard (1...2).contains(bytes.count), bytes.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}

/// Names the places of one sheet.
struct SheetPlaces {
  let sheet: Wording
  let isText: Bool

  func row(_ row: Int) -> Wording {
    Wording(ru: sheet.ru + ", строка " + String(row), en: sheet.en + ", row " + String(row))
  }

  func cell(_ row: Int, _ column: Int) -> Wording {
    let address = address(row, column)
    return Wording(ru: sheet.ru + ", " + address.ru, en: sheet.en + ", " + address.en)
  }

  /// A cell's place within its sheet.
  func address(_ row: Int, _ column: Int) -> Wording {
    ListCells.address(row, Grid.letters(column), isText: isText)
  }
}

/// One sheet; a text file has one.
struct GridSheet {
  var name: String
  var rows: [GridRow] = []
  /// Hidden rows with something in them.
  var hiddenRows = 0
  /// Hidden columns with something in them, from 0.
  var hiddenColumns: Set<Int> = []
  var merges: [GridMerge] = []
  /// Numbers with a fraction whose last zeros the file does not keep, by column from 0.
  var fractions: [Int: GridFractions] = [:]

  init(name: String, rows: [GridRow] = []) {
    self.name = name
    self.rows = rows
  }
}

/// The numbers with a fraction of one column, where nothing says how many digits they are shown with.
struct GridFractions {
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
  func isDoubtful(_ row: Int) -> Bool { tenths[row].map { $0 * 10 <= largest } ?? false }
}

/// A visible row.
struct GridRow {
  /// From 1, as people count.
  var number: Int
  /// By column from 0, trimmed of nothing; nothing of hidden columns.
  var texts: [String]

  func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }

  var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }
}

/// A range of cells shown as one.
struct GridMerge {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>
}
