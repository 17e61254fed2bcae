/// Why a file could not be read as tables, and where; what to say of it is the reader's business.
public struct TableError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A workbook as Excel saved them until 2003.
    case oldExcel
    /// A workbook that opens with a password only.
    case password
    /// A file of another kind.
    case foreign(ForeignKind)
    /// A web page without a table.
    case noTable
    /// Named as a workbook, but none.
    case notWorkbook
    /// Bytes that are no text.
    case notText
    /// Nothing but blanks.
    case empty
    /// A workbook with a part that cannot be read or is missing.
    case damaged
    /// More rows or bytes than any list has.
    case tooLarge
    /// A text in UTF-8 with letters that are not.
    case brokenLetters
    /// A quote that is never closed.
    case openQuote
  }

  /// What is wrong.
  public var reason: Reason
  /// Where it is.
  public var place: TablePlace

  init(_ reason: Reason, _ file: String, sheet: String? = nil, row: Int? = nil) {
    self.reason = reason
    place = TablePlace(file: file, sheet: sheet, row: row)
  }
}

/// A place in a file of tables, as exactly as it is known.
public struct TablePlace: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// The sheet's name; nil for a text, or for the file as a whole.
  public var sheet: String?
  /// The row, or the line of a text, from 1.
  public var row: Int?
}
