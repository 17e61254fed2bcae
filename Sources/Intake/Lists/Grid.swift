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
  /// Whether a text file was in cp1251.
  var isCP1251 = false

  /// Columns further right are no part of a list.
  static let columnLimit = 256

  func place(sheet: GridSheet) -> String {
    kind == .workbook ? "\(fileName), лист «\(sheet.name)»" : fileName
  }

  func place(sheet: GridSheet, row: Int) -> String {
    "\(place(sheet: sheet)), строка \(row)"
  }

  func place(sheet: GridSheet, row: Int, column: Int) -> String {
    let letters = Self.letters(column)
    return kind == .workbook
      ? "\(place(sheet: sheet)), ячейка \(letters)\(row)"
      : "\(place(sheet: sheet)), строка \(row), столбец \(letters)"
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

/// One sheet; a text file has one.
struct GridSheet {
  var name: String
  var rows: [GridRow] = []
  var hiddenRows = 0
  var merges: [GridMerge] = []
}

/// A visible row.
struct GridRow {
  /// From 1, as people count.
  var number: Int
  /// By column from 0, trimmed of nothing.
  var texts: [String]

  func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }
}

/// A range of cells shown as one.
struct GridMerge {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>
}
