import Exam
import Foundation

/// Reads CSV in UTF-8 or cp1251 with `;`, `,` or tab.
///
/// A parser of its own: findings need the line each row begins on, also after quoted line breaks.
enum CSVFile {
  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    var isCP1251 = false
    var utf8 = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      utf8 = try decoded(bytes, .utf16, fileName)
    } else if String(validating: utf8, as: UTF8.self) == nil {
      utf8 = try decoded(bytes, .windowsCP1251, fileName)
      isCP1251 = true
    }
    guard !utf8.contains(0) else { throw ListTrouble.unreadable(fileName) }
    let rows = rows(utf8, delimiter: delimiter(utf8))
    return Grid(
      kind: .text, fileName: fileName, sheets: [GridSheet(name: "", rows: rows)],
      isCP1251: isCP1251)
  }

  private static func decoded(
    _ bytes: [UInt8], _ encoding: String.Encoding, _ fileName: String
  ) throws(Trouble) -> [UInt8] {
    guard let text = String(bytes: bytes, encoding: encoding) else {
      throw ListTrouble.unreadable(fileName)
    }
    return Array(text.utf8)
  }

  /// The most frequent of the three outside quotes.
  private static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, candidates.contains(byte) { counts[byte, default: 0] += 1 }
    }
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  private static func rows(_ bytes: [UInt8], delimiter: UInt8) -> [GridRow] {
    var rows: [GridRow] = []
    var texts: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = 1
    var firstLine = 1
    var index = 0

    func endCell() {
      if texts.count < Grid.columnLimit { texts.append(String(decoding: cell, as: UTF8.self)) }
      cell.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endCell()
      rows.append(GridRow(number: firstLine, texts: texts))
      texts.removeAll(keepingCapacity: true)
    }

    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let next = index < bytes.count ? bytes[index] : 0
      let endsLine = byte == newline || (byte == carriage && next != newline)
      if endsLine { line += 1 }
      if isQuoted {
        if byte != quote {
          cell.append(byte)
        } else if next == quote {
          cell.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, cell.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        endCell()
      } else if endsLine {
        endRow()
        firstLine = line
      } else if byte != carriage {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !texts.isEmpty { endRow() }
    return rows
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
}
