import Exam

/// Reads what stands above a table.
struct TitleScan {
  struct Title {
    /// The first row that belongs to the title rather than to the table before it.
    var start: Int
    var room: Given?
    var className: Given?
    var subject: Given?
    /// The row that speaks of a subject, but not clearly of one.
    var unclearSubject: Int?
  }

  let sheet: GridSheet
  /// What the sheet's name says.
  let name: TitleFacts

  /// The title of the table whose heading stands at `heading`, at most down from `notBelow`.
  func title(above heading: Int, notBelow: Int, isFirst: Bool) -> Title {
    var title = Title(start: heading)
    var position = heading - 1
    var left = Self.height
    while position >= notBelow, left > 0 {
      let row = sheet.rows[position]
      if !row.isEmpty {
        guard isFirst || Self.speaks(row) else { break }
        title.start = position
        left -= 1
        take(TitleWords.facts(Self.text(row)), of: row, into: &title)
      }
      position -= 1
    }
    title.room = title.room ?? name.room.map { Given(value: $0, source: .sheetName) }
    title.className = title.className ?? name.className.map { Given(value: $0, source: .sheetName) }
    if title.unclearSubject == nil, case .said(let subject) = name.subject {
      title.subject = title.subject ?? Given(value: subject, source: .sheetName)
    }
    return title
  }

  /// The rooms of the title and of the sheet's name, where they differ.
  func contradiction(_ title: Title) -> (row: Int, rooms: [RoomName])? {
    guard let room = title.room, case .row(let row) = room.source, let other = name.room,
      other != room.value,
      // Sheets are often just counted.
      other.count > 2 || sheet.name.contains(where: \.isLetter)
    else { return nil }
    return (row, [RoomName(rawValue: room.value), RoomName(rawValue: other)])
  }

  private func take(_ facts: TitleFacts, of row: GridRow, into title: inout Title) {
    if title.room == nil, let room = facts.room {
      title.room = Given(value: room, source: .row(row.number))
    }
    if title.className == nil, let className = facts.className {
      title.className = Given(value: className, source: .row(row.number))
    }
    switch facts.subject {
    case .said(let subject) where title.subject == nil:
      title.subject = Given(value: subject, source: .row(row.number))
    case .unclear: title.unclearSubject = row.number
    default: break
    }
  }

  /// Whether a row between two tables belongs to the lower one.
  private static func speaks(_ row: GridRow) -> Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    guard let first = filled.first, filled.count <= 3, !RowCells.isTotal(first) else {
      return false
    }
    if TitleWords.opensTitle(first) { return true }
    return filled.count == 1
      && (TitleWords.isRemark(first) || first.contains(where: \.isNumber)
        || !TitleWords.facts(first).isEmpty)
  }

  private static func text(_ row: GridRow) -> String {
    row.texts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Rows of a title.
  private static let height = 12
}
