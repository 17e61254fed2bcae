import Exam

/// The cells of one row by what they hold.
struct RowCells {
  enum Kind: Equatable {
    case empty
    case total
    /// A row that speaks of the people below, or of nobody.
    case title(TitleFacts)
    /// A lone text that is no name, and no remark either.
    case unclear
    case nobody
    case person
  }

  var code = ""
  var name = ""
  /// Columns whose cells had spaces or invisible characters too many.
  var changed: Set<ListColumn> = []
  var className = ""
  var room = ""
  var seat = ""
  var variant = ""
  var subject = ""
  /// The letter of the class, where it has a column of its own.
  var letter = ""
  /// The row of seats, where it has a column of its own.
  var seatRow = ""
  /// The desk, where rows, desks and places have columns of their own.
  var desk = ""
  var conditions = ""
  /// The building of the room, where it has a column of its own.
  var building = ""
  private let row: GridRow

  init(row: GridRow, header: ListHeader) {
    self.row = row
    var changed: Set<ListColumn> = []
    func text(_ column: ListColumn) -> String {
      guard let index = header[column] else { return "" }
      let raw = row.text(index)
      let text = ListText.trimmed(raw)
      if !text.utf8.elementsEqual(raw.utf8) { changed.insert(column) }
      return text
    }
    code = text(.code)
    className = text(.class)
    room = text(.room)
    seat = text(.seat)
    variant = text(.variant)
    subject = text(.subject)
    letter = text(.letter)
    seatRow = text(.row)
    desk = text(.desk)
    conditions = text(.conditions)
    building = header.building.map { ListText.trimmed(row.text($0)) } ?? ""
    let raw = header.nameColumns.map { row.text($0) }.filter { !$0.isEmpty }
    let parts = raw.map(ListText.trimmed)
    if !parts.joined().utf8.elementsEqual(raw.joined().utf8) { changed.insert(.name) }
    name = parts.filter { !$0.isEmpty }.joined(separator: " ")
    if let bare = NameRepair.unnumbered(name) {
      name = bare
      changed.insert(.name)
    }
    self.changed = changed
  }

  var kind: Kind {
    let filled = row.texts.lazy.filter { !$0.isEmpty }
    guard let first = filled.first else { return .empty }
    if Self.isTotal(first) || Self.isTotal(name) { return .total }
    if let title { return .title(title) }
    if code.isEmpty && name.isEmpty { return isBare ? .empty : .nobody }
    guard code.isEmpty, filled.dropFirst().first == nil else { return .person }
    if TitleWords.isRemark(name) { return .title(TitleFacts()) }
    return name.contains(where: \.isNumber) ? .unclear : .person
  }

  /// What the row says of the people below; nil where it is no such row.
  var title: TitleFacts? {
    guard code.isEmpty || name.isEmpty else { return nil }
    let filled = row.texts.filter { !$0.isEmpty }
    guard let first = filled.first, filled.count <= 3 else { return nil }
    if code.isEmpty, name.isEmpty, filled.count == 1,
      [room, className].contains(ListText.trimmed(first))
    {
      return TitleFacts(
        room: room.isEmpty ? nil : CellRepair.room(room),
        className: className.isEmpty ? nil : CellRepair.className(className))
    }
    guard filled.count == 1 || TitleWords.opensTitle(first) else { return nil }
    let facts = TitleWords.facts(filled.joined(separator: " "))
    return facts.isEmpty ? nil : facts
  }

  /// Whether the row counts the columns, as forms do below their headings: 1, 2, 3.
  var isNumbering: Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    return filled.count >= 2 && filled == (1...filled.count).map(String.init)
  }

  /// Whether nothing but a number of the row or a remark is there.
  private var isBare: Bool {
    className.isEmpty && room.isEmpty && seat.isEmpty && variant.isEmpty && conditions.isEmpty
  }

  static func isTotal(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\n" }),
      "ИиВвTt".unicodeScalars.contains(first)
    else { return false }
    let word = Headings.bare(text).prefix { $0 != " " }
    return ["итого", "всего", "total"].contains(String(word))
  }
}
