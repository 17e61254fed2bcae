/// Splits the bytes of a CSV text into rows.
struct CSVParser {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1
  private var firstLine = 1
  private var quotedSince: Int?
  private var cell: [UInt8] = []
  private var texts: [String] = []
  private var found: [GridRow] = []

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
      } else if byte == Self.quote, cell.isEmpty {
        quotedSince = line
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
    } else if next == Self.quote {
      cell.append(Self.quote)
      index += 1
    } else {
      quotedSince = nil
    }
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
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
}
