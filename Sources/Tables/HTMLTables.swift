/// Reads the tables of an HTML page, which programs save under `.xls`.
enum HTMLTableFile {
  static func isOne(_ bytes: [UInt8], _ isHeading: (String) -> Bool) -> Bool {
    guard let head = TextEncoding.read(Array(bytes.prefix(4096)), isHeading) else { return false }
    let text = String(decoding: head.text, as: UTF8.self).lowercased()
    return text.contains("<table") || text.contains("<html")
  }

  static func read(
    _ bytes: [UInt8], fileName: String, _ isHeading: (String) -> Bool
  ) throws(TableError) -> Grid {
    guard let (encoding, utf8) = TextEncoding.read(bytes, isHeading) else {
      throw TableError(.notText, fileName)
    }
    var reader = Reader(text: Array(utf8))
    let sheet = reader.read()
    guard !sheet.rows.isEmpty else { throw TableError(.noTable, fileName) }
    return Grid(kind: .text, fileName: fileName, sheets: [sheet], encoding: encoding)
  }

  /// Goes through the tags; what is between cells is left out.
  private struct Reader {
    let text: [UInt8]
    private var index = 0
    private var sheet = GridSheet(name: "")
    private var number = 0
    private var isHidden = false
    private var cells: [String]?
    private var cell: [UInt8]?
    private var isCellHidden = false
    private var span = (columns: 1, rows: 1)
    /// Cells of rows above that reach down into the next rows, by column: how many rows more.
    private var reaching: [Int: Int] = [:]

    init(text: [UInt8]) { self.text = text }

    mutating func read() -> GridSheet {
      while index < text.count, number < Grid.filledLimit {
        if text[index] == UInt8(ascii: "<") { tag() } else { take() }
      }
      endRow()
      return sheet
    }

    private mutating func take() {
      cell?.append(text[index])
      index += 1
    }

    private mutating func tag() {
      if text[index...].starts(with: "<!--".utf8) { return skip(to: "-->") }
      let end = text[index...].firstIndex(of: UInt8(ascii: ">")) ?? text.count - 1
      let tag = String(decoding: text[(index + 1)..<max(index + 1, end)], as: UTF8.self)
        .lowercased()
      index = end + 1
      let name = tag.prefix { !$0.isWhitespace && $0 != ">" && ($0 != "/" || $0 == tag.first) }
      switch name {
      case "tr":
        endRow()
        startRow(tag)
      case "table", "/table":
        endRow()
        reaching = [:]
      case "/tr": endRow()
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

    private mutating func startRow(_ tag: String) {
      cells = []
      number += 1
      isHidden = Self.isHidden(tag)
      fill()
    }

    private mutating func startCell(_ tag: String) {
      endCell()
      if cells == nil { startRow("") }
      span = (Self.number("colspan", in: tag), Self.number("rowspan", in: tag))
      isCellHidden = Self.isHidden(tag)
      cell = []
    }

    /// Goes on behind the cells that reach down from rows above.
    private mutating func fill() {
      while let column = cells?.count, column < Grid.columnLimit, let rows = reaching[column] {
        reaching[column] = rows > 1 ? rows - 1 : nil
        cells?.append("")
      }
    }

    private mutating func endCell() {
      guard let content = cell, let column = cells?.count else { return }
      cell = nil
      let end = min(column + span.columns, Grid.columnLimit)
      guard column < end else { return }
      let more = Array(repeating: "", count: end - column - 1)
      let text = HTMLText.shown(content)
      if isCellHidden, !text.isEmpty { sheet.hiddenColumns.insert(column) }
      cells?.append(contentsOf: [isCellHidden ? "" : text] + more)
      if span.rows > 1 {
        for place in column..<end { reaching[place] = span.rows - 1 }
        let rows = number...number + span.rows - 1
        sheet.merges.append(GridMerge(columns: column...end - 1, rows: rows))
      }
      fill()
    }

    private mutating func endRow() {
      endCell()
      guard let row = cells else { return }
      cells = nil
      if isHidden {
        sheet.hiddenRows += row.contains { !$0.isEmpty } ? 1 : 0
      } else {
        sheet.rows.append(GridRow(number: number, texts: row))
      }
    }

    private static func number(_ name: String, in tag: String) -> Int {
      guard let at = tag.firstRange(of: name + "=") else { return 1 }
      let digits = tag[at.upperBound...].drop { " \"'".contains($0) }.prefix(while: \.isNumber)
      return min(max(1, Int(digits) ?? 1), Grid.filledLimit)
    }

    private static func isHidden(_ tag: String) -> Bool {
      tag.filter { !$0.isWhitespace }.contains("display:none")
    }
  }
}

/// What a piece of HTML shows.
enum HTMLText {
  static func shown(_ raw: [UInt8]) -> String {
    let text = String(decoding: raw, as: UTF8.self).replacing(/&(#?[0-9A-Za-z]+);/) { match in
      if let character = names[String(match.1)] { return character }
      var decoded: [UInt8] = []
      let isKnown = XML.decode(Array(match.0.utf8)[...], into: &decoded)
      return isKnown ? String(decoding: decoded, as: UTF8.self) : String(match.0)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let names = [
    "nbsp": " ", "laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "ndash": "–", "mdash": "—", "shy": "", "numero": "№", "hellip": "…", "thinsp": " ",
  ]
}
