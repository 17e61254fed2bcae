public import Exam

/// What a list says, and what was noticed while reading it.
public struct ListResult: Sendable {
  /// The participants in the list's order.
  public var participants: [Participant]
  /// Repairs, doubts and stops.
  public var findings: [Finding]
  /// The day that the rows above the table give.
  public var date: CivilDate?
  /// The bell that they give.
  public var starts: ClockTime?

  /// Makes a result.
  public init(
    participants: [Participant], findings: [Finding], date: CivilDate? = nil,
    starts: ClockTime? = nil
  ) {
    self.participants = participants
    self.findings = findings
    self.date = date
    self.starts = starts
  }
}

/// Reads a list of participants from XLSX, ODS or CSV.
public enum ListReader {
  /// Reads `bytes`; `columns` names columns by heading or letter where the usual words fail.
  public static func read(
    bytes: [UInt8], fileName: String, columns: [ListColumn: String] = [:]
  ) throws(Trouble) -> ListResult {
    var grid = try grid(bytes, fileName)
    grid.sheets = grid.sheets.flatMap(SheetParts.apart)
    let finder = HeaderFinder(columns)
    let tables = try tables(of: grid, finder, columns)
    var reading = ListReading(grid: grid)
    reading.noteGrid()
    reading.noteSheets(without: tables)
    for table in tables { reading.read(table) }
    guard reading.people > 0 else { throw ListTrouble.empty(fileName) }
    var result = reading.finish()
    let titles = TitleDay(grid: grid, tables: tables)
    (result.date, result.starts) = (titles.date, titles.starts)
    return result
  }

  /// The tables of participants; where there are none, letters read wrongly are told first.
  private static func tables(
    of grid: Grid, _ finder: HeaderFinder, _ columns: [ListColumn: String]
  ) throws(Trouble) -> [ListTable] {
    do {
      return try TableFinder(grid: grid, finder: finder, columns: columns).tables()
    } catch {
      let texts = grid.sheets.lazy.flatMap(\.rows).prefix(100).flatMap(\.texts)
      let isGuessed = grid.kind == .text && ![.utf8, .utf16].contains(grid.encoding)
      throw isGuessed && !ListEncoding.isSensible(texts)
        ? ListTrouble.oddLetters(grid.fileName) : error
    }
  }

  /// The tables of a file, whatever they hold.
  static func grid(_ bytes: [UInt8], _ fileName: String) throws(Trouble) -> Grid {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // Excel puts a workbook with a password into such a container.
      let isLocked = bytes.contains(
        sequence: Array("EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }))
      throw isLocked ? ListTrouble.password(fileName) : ListTrouble.oldExcel(fileName)
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      return try WorkbookFile.read(bytes, fileName: fileName)
    }
    if let kind = OtherKind.of(bytes) { throw ListTrouble.otherKind(fileName, kind) }
    guard bytes.contains(where: { $0 > 32 && $0 != 0xA0 }) else {
      throw ListTrouble.empty(fileName)
    }
    // What programs save under the name of a workbook.
    if let text = SpreadsheetMLFile.text(bytes) {
      return try SpreadsheetMLFile.read(text, fileName: fileName)
    }
    if HTMLTableFile.isOne(bytes) { return try HTMLTableFile.read(bytes, fileName: fileName) }
    if bytes.starts(with: "<?xml".utf8) {
      throw ListTrouble.otherKind(
        fileName, Wording(ru: "файл XML, не таблица Excel", en: "an XML file, no table of Excel"))
    }
    let name = fileName.lowercased()
    if name.hasSuffix(".xlsx") || name.hasSuffix(".ods") { throw ListTrouble.notXLSX(fileName) }
    return try CSVFile.read(bytes, fileName: fileName)
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    return (0...count - sequence.count).contains {
      self[$0] == first && self[$0..<$0 + sequence.count].elementsEqual(sequence)
    }
  }
}
