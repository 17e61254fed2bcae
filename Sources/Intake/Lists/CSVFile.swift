import Exam

/// Reads CSV with `;`, `,`, tab or `|`, in the encodings that programs write.
///
/// A parser of its own: findings need the line each row begins on, also after quoted line breaks.
enum CSVFile {
  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    guard let (encoding, utf8) = ListEncoding.read(bytes), !utf8.contains(0) else {
      throw ListTrouble.unreadable(fileName)
    }
    if ![.utf8, .utf16].contains(encoding), let line = ListEncoding.brokenLine(bytes) {
      throw ListTrouble.brokenLetters(fileName, line: line)
    }
    let (declared, start) = declaration(utf8)
    let head = Array(utf8[start...].prefix(1 << 16))
    let found = delimiter(head)
    // A declared one that gives no headings, where another does, was meant for another file.
    let isWrong = declared.map { Split(head, by: $0).headings < 2 } ?? true
    let delimiter =
      isWrong && found.split.headings > 1 ? found.delimiter : declared ?? found.delimiter
    var parser = CSVParser(bytes: utf8, start: start, delimiter: delimiter)
    var rows = parser.rows()
    if let line = parser.openQuote { throw ListTrouble.openQuote(fileName, line: line) }
    if rows.allSatisfy({ $0.texts.count <= 1 }) { rows = rows.map(unwrapped) }
    guard rows.count <= Grid.filledLimit else { throw ListTrouble.tooLarge(fileName) }
    return Grid(
      kind: .text, fileName: fileName, sheets: [GridSheet(name: "", rows: rows)],
      encoding: encoding)
  }

  /// The one that gives known headings, then even rows, then most columns; what stands most often in a
  /// text may be the comma of its addresses.
  private static func delimiter(_ head: [UInt8]) -> (delimiter: UInt8, split: Split) {
    let scored = candidates.map { (delimiter: $0, split: Split(head, by: $0)) }
    return scored.max { $0.split < $1.split } ?? (candidates[0], Split(head, by: candidates[0]))
  }

  /// The cells of a row that some program put into quotes as a whole.
  private static func unwrapped(_ row: GridRow) -> GridRow {
    guard let text = row.texts.first, !text.isEmpty else { return row }
    let bytes = Array(text.utf8)
    let texts = candidates.map { delimiter in
      var parser = CSVParser(bytes: bytes, start: 0, delimiter: delimiter)
      return parser.rows().first?.texts ?? []
    }
    return GridRow(number: row.number, texts: texts.max { $0.count < $1.count } ?? row.texts)
  }

  /// What a delimiter makes of the beginning of a text.
  private struct Split: Comparable {
    let headings: Int
    let evenRows: Int
    let columns: Int

    private static let looked = 200
    private static let headingRows = 30

    init(_ head: [UInt8], by delimiter: UInt8) {
      var parser = CSVParser(bytes: head, start: 0, delimiter: delimiter)
      let rows = parser.rows().prefix(Self.looked).filter { !$0.isEmpty }
      headings =
        rows.prefix(Self.headingRows).map { row in
          row.texts.count { $0.utf8.count <= 120 && Headings.column(heading: $0) != nil }
        }.max() ?? 0
      let counts = Dictionary(grouping: rows.map(\.texts.count), by: \.self).mapValues(\.count)
      let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      columns = usual?.key ?? 1
      evenRows = columns > 1 ? usual?.value ?? 0 : 0
    }

    static func < (left: Split, right: Split) -> Bool {
      (left.headings, left.evenRows, left.columns) < (right.headings, right.evenRows, right.columns)
    }
  }

  /// The delimiter of a first line `sep=;`, which Excel understands, and where the table begins.
  private static func declaration(_ bytes: [UInt8]) -> (delimiter: UInt8?, start: Int) {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), candidates.contains(bytes[4]) else {
      return (nil, 0)
    }
    return (bytes[4], 5)
  }

  private static let candidates = [
    UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
}
