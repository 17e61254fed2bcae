/// Reads CSV with `;`, `,`, tab or `|`, in the encodings that programs write.
///
/// A parser of its own: findings need the line each row begins on, also after quoted line breaks.
enum CSVFile {
  static func read(
    _ bytes: [UInt8], fileName: String, _ isHeading: (String) -> Bool
  ) throws(TableError) -> Grid {
    guard let (encoding, utf8) = TextEncoding.read(bytes, isHeading), !utf8.contains(0) else {
      throw TableError(.notText, fileName)
    }
    if encoding.isGuessed, let line = TextEncoding.brokenLine(bytes) {
      throw TableError(.brokenLetters, fileName, row: line)
    }
    let (declared, start) = declaration(utf8)
    let head = Array(utf8[start...].prefix(1 << 16))
    let found = delimiter(head, isHeading)
    // A declared one that gives no headings, where another does, was meant for another file.
    let isWrong = declared.map { Split(head, by: $0, isHeading).headings < 2 } ?? true
    let delimiter =
      isWrong && found.split.headings > 1 ? found.delimiter : declared ?? found.delimiter
    var parser = CSVParser(bytes: utf8, start: start, delimiter: delimiter)
    var rows = parser.rows()
    if let line = parser.openQuote ?? swallowing(parser.broken, rows, delimiter) {
      throw TableError(.openQuote, fileName, row: line)
    }
    if rows.allSatisfy({ $0.texts.count <= 1 }) {
      rows = rows.map { unwrapped($0) }
    } else {
      let columns = usualCount(rows)
      if columns > 2 { rows = rows.map { unwrapped($0, columns: columns) } }
    }
    guard rows.count <= Grid.filledLimit else { throw TableError(.tooLarge, fileName) }
    return Grid(
      kind: .text, fileName: fileName, sheets: [GridSheet(name: "", rows: rows)],
      encoding: encoding)
  }

  /// How many cells most rows have.
  private static func usualCount(_ rows: [GridRow]) -> Int {
    let counts = Dictionary(grouping: rows.lazy.map(\.texts.count), by: \.self).mapValues(\.count)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  /// The line of a quote that took whole rows into its cell, up to a quote further down.
  private static func swallowing(
    _ broken: [CSVParser.Broken], _ rows: [GridRow], _ delimiter: UInt8
  ) -> Int? {
    let columns = usualCount(rows)
    return broken.first { cell in
      guard !cell.isTorn else { return true }
      let lines = cell.bytes.split(omittingEmptySubsequences: false) { $0 == CSVParser.newline }
        .map { line in line.count { $0 == delimiter } }
      let inner = lines.dropFirst().dropLast()
      return lines.reduce(0, +) >= columns - 1 && columns > 1
        && lines.first == columns - 1 - cell.column && inner.allSatisfy { $0 == columns - 1 }
    }?.line
  }

  /// The one that gives known headings, then even rows, then most columns; what stands most often in a
  /// text may be the comma of its addresses.
  private static func delimiter(
    _ head: [UInt8], _ isHeading: (String) -> Bool
  ) -> (delimiter: UInt8, split: Split) {
    let scored = candidates.map { (delimiter: $0, split: Split(head, by: $0, isHeading)) }
    return scored.max { $0.split < $1.split }
      ?? (candidates[0], Split(head, by: candidates[0], isHeading))
  }

  /// The cells of a row that some program put into quotes as a whole, or a hand delimited otherwise; as many as
  /// wanted, if that is said.
  private static func unwrapped(_ row: GridRow, columns: Int? = nil) -> GridRow {
    guard let text = row.texts.first, !text.isEmpty,
      row.texts.dropFirst().allSatisfy(\.isEmpty)
    else { return row }
    let bytes = Array(text.utf8)
    guard bytes.contains(where: candidates.contains) else { return row }
    let texts = candidates.map { delimiter in
      var parser = CSVParser(bytes: bytes, start: 0, delimiter: delimiter)
      return parser.rows().first?.texts ?? []
    }
    guard let columns else {
      return GridRow(number: row.number, texts: texts.max { $0.count < $1.count } ?? row.texts)
    }
    return GridRow(number: row.number, texts: texts.first { $0.count == columns } ?? row.texts)
  }

  /// What a delimiter makes of the beginning of a text.
  private struct Split: Comparable {
    let headings: Int
    let evenRows: Int
    let columns: Int

    private static let looked = 200
    private static let headingRows = 30

    init(_ head: [UInt8], by delimiter: UInt8, _ isHeading: (String) -> Bool) {
      var parser = CSVParser(bytes: head, start: 0, delimiter: delimiter)
      let rows = parser.rows().prefix(Self.looked).filter { !$0.isEmpty }
      headings =
        rows.prefix(Self.headingRows).map { row in
          row.texts.count { $0.utf8.count <= 120 && isHeading($0) }
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

/// Splits the bytes of a CSV text into rows.
struct CSVParser {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1
  private var firstLine = 1
  private var quotedSince: Int?
  /// Where the quoted part of the cell begins to break lines.
  private var hasBreak = false
  /// Quoted cells of several lines.
  private(set) var broken: [Broken] = []
  private var cell: [UInt8] = []
  private var texts: [String] = []
  private var found: [GridRow] = []

  /// A quoted cell of several lines.
  struct Broken {
    var line: Int
    var column: Int
    var bytes: [UInt8]
    /// Whether the quote that ends it stands inside of a text.
    var isTorn: Bool
  }

  /// The line of a quote that is never closed.
  var openQuote: Int? { quotedSince }

  init(bytes: [UInt8], start: Int, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    index = start
  }

  mutating func rows() -> [GridRow] {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let endsLine = byte == Self.newline || (byte == Self.carriage && next != Self.newline)
      if endsLine { line += 1 }
      if quotedSince != nil {
        takeQuoted(byte)
      } else if byte == Self.quote, cell.allSatisfy({ $0 == UInt8(ascii: " ") }) {
        cell.removeAll(keepingCapacity: true)
        (quotedSince, hasBreak) = (line, false)
      } else if byte == delimiter {
        endCell()
      } else if endsLine {
        endRow()
      } else if byte != Self.carriage {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !texts.isEmpty { endRow() }
    return found
  }

  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func takeQuoted(_ byte: UInt8) {
    if byte != Self.quote {
      cell.append(byte)
      hasBreak = hasBreak || byte == Self.newline
    } else if next == Self.quote {
      cell.append(Self.quote)
      index += 1
    } else {
      if hasBreak, let quotedSince {
        broken.append(
          Broken(line: quotedSince, column: texts.count, bytes: cell, isTorn: !endsCell))
      }
      quotedSince = nil
    }
  }

  /// Whether nothing but blanks stands before the next delimiter or line end.
  private var endsCell: Bool {
    let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") }
    guard let first = rest.first else { return true }
    return first == delimiter || first == Self.newline || first == Self.carriage
  }

  private mutating func endCell() {
    if texts.count < Grid.columnLimit { texts.append(String(decoding: cell, as: UTF8.self)) }
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    endCell()
    found.append(GridRow(number: firstLine, texts: texts))
    texts.removeAll(keepingCapacity: true)
    firstLine = line
  }

  private static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
}
