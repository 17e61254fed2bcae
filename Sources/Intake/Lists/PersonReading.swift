import Exam
import Tables

/// Reads one row as a participant.
struct PersonReading {
  let cells: RowCells
  let ordinal: Int
  private let header: ListHeader
  private let givenRoom: String?
  private let givenClass: String?
  private let givenSubject: String?
  private let places: SheetPlaces
  private let row: Int
  private let fractions: [Int: GridFractions]
  private let saysSubjects: Bool
  private(set) var findings: [Finding] = []
  private(set) var key = ""
  private var rooms: [RoomName] = []

  init(
    cells: RowCells, block: TableBlock, ordinal: Int, places: SheetPlaces, row: Int,
    fractions: [Int: GridFractions] = [:]
  ) {
    self.cells = cells
    self.fractions = fractions
    self.ordinal = ordinal
    self.places = places
    self.row = row
    header = block.table.header
    saysSubjects = block.saysSubjects
    givenRoom = block.room?.value
    givenClass = block.className?.value
    givenSubject = block.subject?.value
  }

  /// The participant; nil where the row has no room.
  mutating func read(_ repairs: inout RepairCache) -> Participant? {
    let code = cells.code.isEmpty ? nil : repairs.code(cells.code)
    key = code?.value ?? "#\(ordinal)"
    let ownRoom = cells.room.isEmpty ? nil : repairs.room(cells.room)
    let room = cells.room.isEmpty ? givenRoom.flatMap { repairs.room($0)?.value } : ownRoom?.value
    rooms = room.map { [RoomName(rawValue: $0)] } ?? []
    report(.code, cells.code, code, &repairs)
    let className = readClass(&repairs)
    let seat = readSeat(&repairs)
    let variant = cells.variant.isEmpty ? nil : repairs.variant(cells.variant)
    report(.variant, cells.variant, variant, &repairs)
    let name = readName(&repairs)
    let conditions = readConditions(&repairs)
    report(.room, cells.room, ownRoom, &repairs)
    _ = isDoubtful(.room, cells.room)
    guard let room else { return nil }
    return Participant(
      ordinal: ordinal, code: code.map { ParticipantCode(rawValue: $0.value) }, name: name,
      className: (className?.value ?? givenClass).map(ClassName.init),
      room: RoomName(rawValue: room),
      seat: seat.flatMap { Seat($0.value) }, variant: variant.map { Variant(rawValue: $0.value) },
      subject: readSubject(),
      conditions: conditions, place: places.row(row),
      cells: ListCells(
        sheet: places.sheet, row: row, isText: places.isText, columns: header.letters))
  }

  /// The class, of one column or of two: «5» and «А».
  private mutating func readClass(_ repairs: inout RepairCache) -> Repaired<String>? {
    let isApart =
      !CellRepair.isNoLetter(cells.letter) && cells.className.last?.isLetter != true
    let text = isApart ? "\(cells.className) \(cells.letter)" : cells.className
    guard !text.isEmpty else { return nil }
    guard !isDoubtful(.class, cells.className) else { return nil }
    guard isApart, !cells.className.isEmpty else {
      let className = repairs.className(text)
      report(.class, text, className, &repairs)
      return className
    }
    // Two columns that read as one class are no repair.
    let className = CellRepair.className(grade: cells.className, letter: cells.letter)
      .map { Repaired(value: $0, isChanged: false) }
    report(.class, text, className, &repairs)
    return className
  }

  /// The seat, of one column or of two: row «1» and place «12».
  private mutating func readSeat(_ repairs: inout RepairCache) -> Repaired<String>? {
    guard !cells.seat.isEmpty, !isDoubtful(.seat, cells.seat) else { return nil }
    if header[.desk] != nil { return readSeatAtDesk() }
    guard header[.row] != nil else {
      let seat = repairs.seat(cells.seat)
      report(.seat, cells.seat, seat, &repairs)
      return seat
    }
    guard !cells.seatRow.isEmpty || !CellText.isDigits(cells.seat) else {
      refuse(.row, cells.seatRow)
      return nil
    }
    let seat =
      cells.seatRow.isEmpty
      ? CellRepair.seat(cells.seat) : CellRepair.seat(row: cells.seatRow, place: cells.seat)
    let text = seat.map { Repaired(value: $0.text, isChanged: false) }
    report(.seat, cells.seat, text, &repairs)
    return text
  }

  /// The seat of three columns: row, desk and place at it; two of them would put several people on one
  /// seat.
  private mutating func readSeatAtDesk() -> Repaired<String>? {
    for (column, text) in [(ListColumn.row, cells.seatRow), (.desk, cells.desk)] where text.isEmpty
    {
      refuse(column, text)
      return nil
    }
    let seat = CellRepair.seat(row: cells.seatRow, desk: cells.desk, place: cells.seat)
    let text = seat.map { Repaired(value: $0.text, isChanged: false) }
    if text == nil { refuse(.seat, cells.seat) }
    return text
  }

  /// Whether a number lost what tells it from another, as 1.20 shown as 1.2; says so.
  private mutating func isDoubtful(_ column: ListColumn, _ text: String) -> Bool {
    guard let index = header[column], fractions[index]?.isDoubtful(row) == true else {
      return false
    }
    findings.append(
      CellFinding.fraction(text, key: key, rooms: rooms, at: place(column)))
    return true
  }

  /// The subject; a cell without one is no subject, digits are none that anybody writes.
  private mutating func readSubject() -> String? {
    if cells.subject.contains(where: \.isLetter) { return cells.subject }
    if cells.subject.contains(where: \.isNumber) {
      refuse(.subject, cells.subject)
    } else if saysSubjects {
      findings.append(CellFinding.noSubject(key: key, rooms: rooms, at: place(.subject)))
    }
    return givenSubject
  }

  /// Where the cell of `column` stands.
  func place(_ column: ListColumn) -> Wording {
    header[column].map { places.cell(row, $0) } ?? places.row(row)
  }

  private mutating func report(
    _ column: ListColumn, _ text: String, _ repair: Repaired<String>?, _ repairs: inout RepairCache
  ) {
    guard !text.isEmpty else { return }
    guard let repair else { return refuse(column, text) }
    guard repair.isChanged || cells.changed.contains(column) else { return }
    note(column, as: repair.value, &repairs)
  }

  private mutating func note(
    _ column: ListColumn, as value: String?, _ repairs: inout RepairCache
  ) {
    findings.append(
      Finding(
        ListFinding.repairKind(column), .note, .person(key), at: place(column),
        repairs.message(column, as: value)))
  }

  private mutating func refuse(_ column: ListColumn, _ text: String) {
    findings.append(
      CellFinding.unreadable(column, text: text, key: key, rooms: rooms, at: place(column)))
  }

  private mutating func readName(_ repairs: inout RepairCache) -> String? {
    guard !cells.name.isEmpty else { return nil }
    let column = header[.name] == nil ? ListColumn.surname : .name
    if cells.hasSeveralNames {
      findings.append(CellFinding.severalNames(key: key, rooms: rooms, at: place(column)))
    }
    guard NameRepair.hasLetter(cells.name), !CellText.isError(cells.name) else {
      refuse(column, cells.name)
      return nil
    }
    if NameRepair.isRemark(cells.name) {
      findings.append(CellFinding.oddName(key: key, at: place(column)))
    }
    let repaired = LookAlikes.mended(cells.name)
    if cells.changed.contains(.name) || repaired.text != cells.name {
      note(column, as: nil, &repairs)
    }
    if repaired.isMixed { findings.append(CellFinding.mixedLetters(key: key, at: place(column))) }
    return repaired.text
  }

  private mutating func readConditions(_ repairs: inout RepairCache) -> Conditions {
    guard !cells.conditions.isEmpty else { return Conditions() }
    let reading = repairs.conditions(cells.conditions)
    let place = place(.conditions)
    switch reading.understanding {
    case .partly where reading.conditions.isEmpty: refuse(.conditions, cells.conditions)
    case .partly: findings.append(CellFinding.conditionsPartly(key: key, at: place))
    case .unnamed: findings.append(CellFinding.conditionsUnnamed(key: key, at: place))
    case .whole: break
    }
    return reading.conditions
  }
}

/// A text and whether it differs from what the cell says.
struct Repaired<Value> {
  var value: Value
  var isChanged: Bool
}

/// Repairs each different text once: lists repeat classes, rooms and seats.
struct RepairCache {
  private var classes: [String: Repaired<String>?] = [:]
  private var rooms: [String: Repaired<String>?] = [:]
  private var seats: [String: Repaired<String>?] = [:]
  private var variants: [String: Repaired<String>?] = [:]
  private var conditions: [String: ConditionWords.Reading] = [:]
  private var messages: [ListColumn: [String: Wording]] = [:]
  /// The first spelling of each room, by its small letters.
  private var spellings: [String: String] = [:]

  func code(_ text: String) -> Repaired<String>? {
    CellRepair.code(text).map { Repaired(value: $0, isChanged: $0 != text) }
  }

  mutating func className(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &classes, CellRepair.className)
  }

  mutating func seat(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &seats) { CellRepair.seat($0)?.text }
  }

  mutating func variant(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &variants, CellRepair.variant)
  }

  mutating func room(_ text: String) -> Repaired<String>? {
    if let known = rooms[text] { return known }
    let repaired = CellRepair.room(text).map { room in
      let key = Headings.bare(room)
      let value = spellings[key] ?? room
      spellings[key] = value
      return Repaired(value: value, isChanged: value != text)
    }
    rooms.updateValue(repaired, forKey: text)
    return repaired
  }

  mutating func conditions(_ text: String) -> ConditionWords.Reading {
    if let known = conditions[text] { return known }
    let reading = ConditionWords.read(text)
    conditions[text] = reading
    return reading
  }

  /// What a repair says, kept once: a list may repeat it a hundred thousand times.
  mutating func message(_ column: ListColumn, as value: String?) -> Wording {
    if let known = messages[column]?[value ?? ""] { return known }
    let message = ListFinding.repaired(column, as: value)
    // Every code is another one.
    if column != .code { messages[column, default: [:]][value ?? ""] = message }
    return message
  }

  private static func cached(
    _ text: String, in cache: inout [String: Repaired<String>?], _ repair: (String) -> String?
  ) -> Repaired<String>? {
    if let known = cache[text] { return known }
    let repaired = repair(text).map { Repaired(value: $0, isChanged: $0 != text) }
    cache.updateValue(repaired, forKey: text)
    return repaired
  }
}
