public import Exam
import Tables

/// A code as a codes file gives it, with what it says of its owner.
public struct CodeEntry: Hashable, Sendable {
  /// The code.
  public var code: ParticipantCode
  /// The class, if the file tells.
  public var className: ClassName?
  /// The name, if the file tells.
  public var name: String?

  /// Makes an entry.
  public init(code: ParticipantCode, className: ClassName? = nil, name: String? = nil) {
    self.code = code
    self.className = className
    self.name = name
  }
}

/// Reads a codes file: a table in XLSX, ODS or CSV with a column of codes.
public enum CodesFile {
  /// The entries in the file's order; what cannot be understood is refused with its cell.
  public static func read(bytes: [UInt8], fileName: String) throws(Trouble) -> [CodeEntry] {
    let grid = try ListReader.grid(bytes, fileName)
    let finder = HeaderFinder([:])
    var entries: [CodeEntry] = []
    for sheet in grid.sheets {
      guard let start = sheet.rows.firstIndex(where: { header($0, finder) != nil }),
        let header = header(sheet.rows[start], finder)
      else { continue }
      for row in sheet.rows[(start + 1)...] {
        let cells = RowCells(row: row, header: header)
        guard cells.kind == .person, !cells.code.isEmpty else { continue }
        guard let code = CellRepair.code(cells.code) else {
          throw badCode(grid.place(sheet: sheet, row: row.number, column: header[.code] ?? 0))
        }
        entries.append(
          CodeEntry(
            code: ParticipantCode(rawValue: code),
            className: CellRepair.className(cells.className).map(ClassName.init),
            name: cells.name.isEmpty ? nil : cells.name))
      }
    }
    guard !entries.isEmpty else { throw noCodes(grid.place) }
    return entries
  }

  private static func header(_ row: GridRow, _ finder: HeaderFinder) -> ListHeader? {
    finder.header(row, fewest: 1).flatMap { $0[.code] == nil ? nil : $0 }
  }

  /// No code was found in a file named for codes.
  public static func noCodes(_ place: Wording) -> Trouble {
    Trouble(
      "codes.none", at: place,
      Wording(
        ru: "В файле кодов нет столбца «Код участника» или он пуст. Проверьте, тот ли это файл",
        en: "The codes file has no column of codes, or it is empty. Check that it is the right file"
      ))
  }

  private static func badCode(_ place: Wording) -> Trouble {
    Trouble(
      "codes.bad-cell", at: place,
      Wording(
        ru: "Это не код: нужны только цифры. Исправьте ячейку",
        en: "This is no code: digits only. Correct the cell"))
  }
}

/// Codes from plain text, such as the text of a PDF: five digits, a class before them or above.
public enum CodesText {
  /// The entries in the text's order.
  public static func entries(_ text: String) -> [CodeEntry] {
    var above: ClassName?
    return text.split(whereSeparator: \.isNewline).flatMap { line -> [CodeEntry] in
      let codes = line.matches(of: /[0-9]+/).map(\.output)
        .filter { $0.count == 5 && !$0.hasPrefix("0") }
      let own = className(in: line)
      guard !codes.isEmpty else {
        if let own { above = own }
        return []
      }
      let name = codes.count == 1 ? name(in: line) : nil
      return codes.map {
        CodeEntry(
          code: ParticipantCode(rawValue: String($0)), className: own ?? above, name: name)
      }
    }
  }

  private static func className(in line: Substring) -> ClassName? {
    line.firstMatch(
      of: /(?:^|[^0-9.])((?:1[0-2]|[1-9])[ -]?[«"]?[А-ЯA-Zа-яa-z][»"]?)(?:$|[^А-Яа-яA-Za-z.])/
    )
    .flatMap { CellRepair.className(String($0.output.1)) }.map(ClassName.init)
  }

  /// Two or more words that begin with a capital: «Иванов Иван».
  private static func name(in line: Substring) -> String? {
    line.firstMatch(of: /[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)+/).map { String($0.output) }
  }
}
