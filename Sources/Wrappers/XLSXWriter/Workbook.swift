import CXLSXWriter
import Glibc

/// A failure that libxlsxwriter reports.
public struct XLSXWriterError: Error, Hashable, Sendable {
  /// What it says.
  public let message: String
}

/// How a cell looks.
public enum CellLook: Sendable {
  /// As the program that opens the file likes.
  case plain
  /// Bold on grey, with a border: a heading.
  case heading
  /// Grey italics: an example or a hint.
  case hint
}

/// A new XLSX file with one sheet; it is written by `finish`.
@safe public final class Workbook {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let heading: UnsafeMutablePointer<lxw_format>
  private let hint: UnsafeMutablePointer<lxw_format>
  private var isFinished = false

  /// Starts a file at a path, with a sheet of this name.
  public init(path: String, sheet name: String) throws {
    guard let created = unsafe workbook_new(path) else {
      throw XLSXWriterError(message: "workbook_new")
    }
    unsafe workbook = created
    guard let page = unsafe workbook_add_worksheet(created, name),
      let heading = unsafe workbook_add_format(created),
      let hint = unsafe workbook_add_format(created)
    else {
      unsafe lxw_workbook_free(created)
      throw XLSXWriterError(message: "workbook_add_worksheet")
    }
    unsafe sheet = page
    unsafe self.heading = heading
    unsafe self.hint = hint
    unsafe format_set_bold(heading)
    unsafe format_set_bg_color(heading, 0xDDDDDD)
    unsafe format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_italic(hint)
    unsafe format_set_font_color(hint, 0x777777)
  }

  deinit {
    if !isFinished { unsafe lxw_workbook_free(workbook) }
  }

  /// Writes a text; rows and columns count from 0.
  public func write(_ text: String, row: Int, column: Int, look: CellLook = .plain) throws {
    let format: UnsafeMutablePointer<lxw_format>? =
      switch look {
      case .plain: nil
      case .heading: unsafe heading
      case .hint: unsafe hint
      }
    try Self.check(
      unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format))
  }

  /// Sets a column's width, in characters.
  public func setWidth(_ width: Double, column: Int) throws {
    try Self.check(
      unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
  }

  /// Keeps the rows above `row` in sight.
  public func freeze(above row: Int) { unsafe worksheet_freeze_panes(sheet, UInt32(row), 0) }

  /// Offers a list of values in the cells of a column; other values are still allowed.
  public func offer(_ values: [String], column: Int, rows: ClosedRange<Int>) throws {
    var strings = unsafe values.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    try unsafe strings.withUnsafeMutableBufferPointer { list in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      unsafe validation.value_list = list.baseAddress
      unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      try Self.check(
        unsafe worksheet_data_validation_range(
          sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
          UInt16(column), &validation))
    }
  }

  /// Writes the file.
  public func finish() throws {
    guard !isFinished else { return }
    isFinished = true
    try Self.check(unsafe workbook_close(workbook))
  }

  private static func check(_ error: lxw_error) throws {
    guard error != LXW_NO_ERROR else { return }
    throw XLSXWriterError(message: unsafe String(cString: lxw_strerror(error)))
  }
}
