import Exam

/// Reads CSV with `;`, `,`, tab or `|`, in the encodings that programs write.
///
/// A parser of its own: findings need the line each row begins on, also after quoted line breaks.
enum CSVFile {
  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    guard let (encoding, utf8) = ListEncoding.read(bytes), !utf8.contains(0) else {
      throw ListTrouble.unreadable(fileName)
    }
    let (declared, start) = declaration(utf8)
    let delimiter = declared ?? delimiter(utf8)
    var parser = CSVParser(bytes: utf8, start: start, delimiter: delimiter)
    let rows = parser.rows()
    if let line = parser.openQuote { throw ListTrouble.openQuote(fileName, line: line) }
    guard rows.count <= Grid.filledLimit else { throw ListTrouble.tooLarge(fileName) }
    return Grid(
      kind: .text, fileName: fileName, sheets: [GridSheet(name: "", rows: rows)],
      encoding: encoding)
  }

  /// The one that gives known headings, then even rows, then most columns; what stands most often in a
  /// text may be the comma of its addresses.
  private static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    let head = Array(bytes.prefix(1 << 16))
    let scored = candidates.map { ($0, Split(head, by: $0)) }
    return scored.max { $0.1 < $1.1 }?.0 ?? candidates[0]
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
