/// A seat: a row and a letter, `1А` (Cyrillic letter), already normalised by Intake.
public struct Seat: Hashable, Sendable, Comparable {
  /// The row, from 1.
  public let row: Int
  /// The letter within the row; empty where a seat is only a number.
  public let letter: String

  /// Makes a seat.
  public init(row: Int, letter: String) {
    self.row = row
    self.letter = letter
  }

  /// Reads the normalised form, digits and then a letter.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let row = Int(digits), row > 0 else { return nil }
    self.init(row: row, letter: String(text.dropFirst(digits.count)))
  }

  /// The place within the row where it is a number, as in «1-12», or the desk, as in «1-12-2»; 0 where it
  /// is a letter.
  public var place: Int {
    guard letter.hasPrefix("-") else { return 0 }
    return Int(letter.dropFirst().prefix { $0.isASCII && $0.isNumber }) ?? 0
  }

  /// The text people read.
  public var text: String { "\(row)\(letter)" }

  /// Rows first, then letters.
  public static func < (left: Seat, right: Seat) -> Bool {
    (left.row, left.place, left.letter) < (right.row, right.place, right.letter)
  }
}

extension Seat: Codable {
  /// Decodes the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let seat = Seat(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a seat: \(text)")
    }
    self = seat
  }

  /// Encodes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
