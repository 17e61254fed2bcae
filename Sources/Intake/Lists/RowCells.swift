import Exam

/// The cells of one row by what they hold.
struct RowCells {
  enum Kind {
    case empty
    case total
    case title
    case nobody
    case person
  }

  var code = ""
  var name = ""
  var isNameChanged = false
  var className = ""
  var room = ""
  var seat = ""
  var variant = ""
  private let row: GridRow

  init(row: GridRow, header: ListHeader) {
    self.row = row
    func text(_ column: ListColumn) -> String {
      header[column].map { ListText.trimmed(row.text($0)) } ?? ""
    }
    code = text(.code)
    className = text(.class)
    room = text(.room)
    seat = text(.seat)
    variant = text(.variant)
    let raw = header.nameColumns.map { row.text($0) }.filter { !$0.isEmpty }
    let parts = raw.map(ListText.trimmed)
    isNameChanged = parts != raw
    name = parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  var kind: Kind {
    let filled = row.texts.lazy.filter { !$0.isEmpty }
    guard let first = filled.first else { return .empty }
    if Self.isTotal(first) || Self.isTotal(name) { return .total }
    if code.isEmpty && name.isEmpty {
      return isBare ? .empty : .nobody
    }
    if code.isEmpty, filled.dropFirst().first == nil, name.contains(where: \.isNumber) {
      return .title
    }
    return .person
  }

  /// Whether nothing but a number of the row or a remark is there.
  private var isBare: Bool {
    className.isEmpty && room.isEmpty && seat.isEmpty && variant.isEmpty
  }

  private static func isTotal(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace }), "ИиВвTt".contains(first) else {
      return false
    }
    let word = Headings.bare(text).prefix { $0 != " " }
    return ["итого", "всего", "total"].contains(String(word))
  }
}

/// Rows that are no participants.
struct SkippedRows {
  /// Empty rows that no participant followed yet: those below a table are nothing to report.
  var waiting = 0
  var totals: [String] = []
  var titles: [String] = []
  private var empty = 0

  mutating func meetPerson() {
    empty += waiting
    waiting = 0
  }

  func findings(at place: String) -> [Finding] {
    var findings = totals.map(ListFinding.total) + titles.map(ListFinding.title)
    if empty > 0 { findings.append(ListFinding.emptyRows(empty, at: place)) }
    return findings
  }
}
