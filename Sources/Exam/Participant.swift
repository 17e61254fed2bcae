/// One participant, as read from the list and normalised by Intake.
///
/// The name is personal data: it may go to papers that need it and to the journal's one table of
/// names, and nowhere else.
public struct Participant: Hashable, Codable, Sendable {
  /// The place in the list, from 1; names and seats may be missing, this never is.
  public var ordinal: Int
  /// The participant's code, if the list has one.
  public var code: ParticipantCode?
  /// The full name as the list writes it, if it has one.
  public var name: String?
  /// The class.
  public var className: ClassName?
  /// The room.
  public var room: RoomName
  /// The seat.
  public var seat: Seat?
  /// The variant, where the list fixes it.
  public var variant: Variant?
  /// The subject, where the list says who writes what.
  public var subject: String?
  /// What the list grants the participant beyond the usual.
  public var conditions: Conditions
  /// Where the row stands, in words: `список.xlsx, лист «5 классы», строка 7`.
  public var place: Wording
  /// Where the row's cells stand.
  public var cells: ListCells?

  /// Makes a participant.
  public init(
    ordinal: Int, code: ParticipantCode? = nil, name: String? = nil, className: ClassName? = nil,
    room: RoomName, seat: Seat? = nil, variant: Variant? = nil,
    subject: String? = nil,
    conditions: Conditions = Conditions(), place: Wording = Wording(same: ""),
    cells: ListCells? = nil
  ) {
    self.ordinal = ordinal
    self.code = code
    self.name = name
    self.className = className
    self.room = room
    self.seat = seat
    self.variant = variant
    self.subject = subject
    self.conditions = conditions
    self.place = place
    self.cells = cells
  }

  /// Where the cell of a column stands, else the row.
  public func place(_ column: ListColumn) -> Wording { cells?[column] ?? place }

  /// What stands for the participant in plans and events, given once and kept; nil before that.
  public var registered: String?

  /// What stands for the participant: the registered key, else the code, or `#` and the ordinal.
  public var key: String { registered ?? code?.rawValue ?? "#\(ordinal)" }
}
