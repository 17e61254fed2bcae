/// Where the cells of a participant's row stand, so that what is wrong can be found by its cell.
public struct ListCells: Hashable, Codable, Sendable {
  /// The file and the sheet, in words.
  public var sheet: Wording
  /// The row, from 1.
  public var row: Int
  /// Whether the list is a text file, whose columns have no letters to be seen.
  public var isText: Bool
  /// The letters of columns that the row was read by.
  public var columns: [ListColumn: String]

  /// Makes them.
  public init(sheet: Wording, row: Int, isText: Bool, columns: [ListColumn: String]) {
    self.sheet = sheet
    self.row = row
    self.isText = isText
    self.columns = columns
  }

  /// Where the cell of a column stands; nil where the list has no such column.
  public subscript(column: ListColumn) -> Wording? {
    columns[column].map { letters in
      let address = Self.address(row, letters, isText: isText)
      return Wording(ru: sheet.ru + ", " + address.ru, en: sheet.en + ", " + address.en)
    }
  }

  /// A cell's place within its sheet.
  public static func address(_ row: Int, _ letters: String, isText: Bool) -> Wording {
    guard isText else { return Wording(ru: "ячейка \(letters)\(row)", en: "cell \(letters)\(row)") }
    return Wording(ru: "строка \(row), столбец \(letters)", en: "row \(row), column \(letters)")
  }
}
