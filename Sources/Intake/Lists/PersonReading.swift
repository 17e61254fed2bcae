import Exam

/// Reads one row as a participant.
struct PersonReading {
  let cells: RowCells
  let ordinal: Int
  private let header: ListHeader
  private let givenRoom: String?
  private let givenClass: String?
  private let places: SheetPlaces
  private let row: Int
  private(set) var findings: [Finding] = []
  private(set) var key = ""
  private var rooms: [RoomName] = []

  init(cells: RowCells, block: TableBlock, ordinal: Int, places: SheetPlaces, row: Int) {
    self.cells = cells
    self.ordinal = ordinal
    self.places = places
    self.row = row
    header = block.table.header
    givenRoom = block.room?.value
    givenClass = block.className?.value
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
    guard let room else { return nil }
    return Participant(
      ordinal: ordinal, code: code.map { ParticipantCode(rawValue: $0.value) }, name: name,
      className: (className?.value ?? givenClass).map(ClassName.init),
      room: RoomName(rawValue: room),
      seat: seat.flatMap { Seat($0.value) }, variant: variant.map { Variant(rawValue: $0.value) },
      subject: cells.subject.contains(where: \.isLetter) ? cells.subject : nil,
      conditions: conditions, place: places.row(row))
  }

  /// The class, of one column or of two: «5» and «А».
  private mutating func readClass(_ repairs: inout RepairCache) -> Repaired<String>? {
    let isApart = !cells.letter.isEmpty && cells.className.last?.isLetter != true
    let text = isApart ? "\(cells.className)\(cells.letter)" : cells.className
    guard !text.isEmpty else { return nil }
    var className = repairs.className(text)
    // Two columns that read as one class are no repair.
    if isApart, !cells.className.isEmpty { className?.isChanged = false }
    report(.class, text, className, &repairs)
    return className
  }

  /// The seat, of one column or of two: row «1» and place «12».
  private mutating func readSeat(_ repairs: inout RepairCache) -> Repaired<String>? {
    guard !cells.seat.isEmpty else { return nil }
    let isApart = !cells.seatRow.isEmpty
    let between = cells.seat.first?.isNumber == true ? "-" : ""
    let row = ListText.withoutZeroFraction(cells.seatRow)
    let text =
      isApart ? "\(row)\(between)\(ListText.withoutZeroFraction(cells.seat))" : cells.seat
    var seat = repairs.seat(text)
    if isApart { seat?.isChanged = false }
    report(.seat, text, seat, &repairs)
    return seat
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
    guard NameRepair.hasLetter(cells.name), !CellError.isError(cells.name) else {
      refuse(column, cells.name)
      return nil
    }
    let repaired = NameRepair.repair(cells.name)
    if cells.changed.contains(.name) || repaired.name != cells.name {
      note(column, as: nil, &repairs)
    }
    if repaired.isMixed { findings.append(CellFinding.mixedLetters(key: key, at: place(column))) }
    return repaired.name
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
