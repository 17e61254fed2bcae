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
    let (declared, start) = declaration(utf8)
    let delimiter = declared ?? delimiter(utf8)
    var parser = CSVParser(bytes: utf8, start: start, delimiter: delimiter)
    let rows = parser.rows()
    if let line = parser.openQuote { throw ListTrouble.openQuote(fileName, line: line) }
    guard rows.count <= Grid.filledLimit else { throw ListTrouble.tooLarge(fileName) }
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

  /// The delimiter of a first line `sep=;`, which Excel understands, and where the table begins.
  private static func declaration(_ bytes: [UInt8]) -> (delimiter: UInt8?, start: Int) {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), candidates.contains(bytes[4]) else {
      return (nil, 0)
    }
    return (bytes[4], 5)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
}
