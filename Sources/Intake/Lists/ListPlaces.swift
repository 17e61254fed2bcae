import Exam
import Tables

/// Places of a list in words.
extension Grid {
  var place: Wording { Wording(same: fileName) }

  func place(sheet: GridSheet) -> Wording {
    kind == .workbook ? TablePlace.words(fileName, sheet: sheet.name) : place
  }

  func place(sheet: GridSheet, row: Int) -> Wording { places(of: sheet).row(row) }

  func place(sheet: GridSheet, row: Int, column: Int) -> Wording {
    places(of: sheet).cell(row, column)
  }

  func places(of sheet: GridSheet) -> SheetPlaces {
    SheetPlaces(sheet: place(sheet: sheet), isText: kind == .text)
  }
}

/// Names the places of one sheet.
struct SheetPlaces {
  let sheet: Wording
  let isText: Bool

  func row(_ row: Int) -> Wording { TablePlace.words(sheet, row: row) }

  func cell(_ row: Int, _ column: Int) -> Wording {
    let address = address(row, column)
    return Wording(ru: sheet.ru + ", " + address.ru, en: sheet.en + ", " + address.en)
  }

  /// A cell's place within its sheet.
  func address(_ row: Int, _ column: Int) -> Wording {
    ListCells.address(row, Grid.letters(column), isText: isText)
  }
}

extension TablePlace {
  /// The place of an error.
  var words: Wording {
    let whole = sheet.map { Self.words(file, sheet: $0) } ?? Wording(same: file)
    return row.map { Self.words(whole, row: $0) } ?? whole
  }

  fileprivate static func words(_ file: String, sheet: String) -> Wording {
    Wording(ru: "\(file), лист «\(sheet)»", en: "\(file), sheet “\(sheet)”")
  }

  fileprivate static func words(_ sheet: Wording, row: Int) -> Wording {
    Wording(ru: sheet.ru + ", строка " + String(row), en: sheet.en + ", row " + String(row))
  }
}

extension Grid {
  /// Where a title stands that gives something.
  func place(of given: Given, in table: ListTable) -> Wording {
    let sheet = sheets[table.sheet]
    return switch given.source {
    case .sheetName: place(sheet: sheet)
    case .row(let row): place(sheet: sheet, row: row)
    }
  }
}
