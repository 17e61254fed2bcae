import Exam

/// Reads the tables of an HTML page, which programs save under `.xls`.
enum HTMLTableFile {
  static func isOne(_ bytes: [UInt8]) -> Bool {
    guard let head = ListEncoding.read(Array(bytes.prefix(4096))) else { return false }
    let text = String(decoding: head.text, as: UTF8.self).lowercased()
    return text.contains("<table") || text.contains("<html")
  }

  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    guard let (encoding, utf8) = ListEncoding.read(bytes) else {
      throw ListTrouble.unreadable(fileName)
    }
    var reader = Reader(text: Array(utf8))
    let rows = reader.rows()
    guard !rows.isEmpty else { throw ListTrouble.notXLSX(fileName) }
    return Grid(
      kind: .text, fileName: fileName, sheets: [GridSheet(name: "", rows: rows)],
      encoding: encoding)
  }

  /// Goes through the tags; what is between cells is left out.
  private struct Reader {
    let text: [UInt8]
    private var index = 0
    private var found: [GridRow] = []
    private var cells: [String]?
    private var cell: [UInt8]?
    private var span = 1

    init(text: [UInt8]) { self.text = text }

    mutating func rows() -> [GridRow] {
      while index < text.count, found.count < Grid.filledLimit {
        if text[index] == UInt8(ascii: "<") { tag() } else { take() }
      }
      endRow()
      return found
    }

    private mutating func take() {
      cell?.append(text[index])
      index += 1
    }

    private mutating func tag() {
      let end = text[index...].firstIndex(of: UInt8(ascii: ">")) ?? text.count - 1
      let tag = String(decoding: text[(index + 1)..<max(index + 1, end)], as: UTF8.self)
        .lowercased()
      index = end + 1
      let name = tag.prefix { !$0.isWhitespace && $0 != ">" && ($0 != "/" || $0 == tag.first) }
      switch name {
      case "tr": startRow()
      case "/tr", "/table": endRow()
      case "td", "th": startCell(tag)
      case "/td", "/th": endCell()
      case "br", "br/", "/p": cell?.append(UInt8(ascii: " "))
      case "style", "script": skip(to: "</" + name)
      default: break
      }
    }

    private mutating func skip(to end: String) {
      let wanted = Array(end.utf8)
      while index < text.count, !text[index...].prefix(wanted.count).elementsEqual(wanted) {
        index += 1
      }
    }

    private mutating func startRow() {
      endRow()
      cells = []
    }

    private mutating func startCell(_ tag: String) {
      endCell()
      if cells == nil { cells = [] }
      let match = tag.firstMatch(of: /colspan\s*=\s*["']?(\d{1,3})/)
      span = match.flatMap { Int($0.1) } ?? 1
      cell = []
    }

    private mutating func endCell() {
      guard let content = cell else { return }
      cell = nil
      var decoded: [UInt8] = []
      let plain = XML.decode(content[...], into: &decoded) ? decoded : content
      let shown = String(decoding: plain, as: UTF8.self).replacing("&nbsp;", with: " ")
      cells?.append(shown.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      let more = min(max(0, span - 1), Grid.columnLimit)
      cells?.append(contentsOf: Array(repeating: "", count: more))
    }

    private mutating func endRow() {
      endCell()
      guard let row = cells else { return }
      cells = nil
      found.append(GridRow(number: found.count + 1, texts: Array(row.prefix(Grid.columnLimit))))
    }
  }
}
