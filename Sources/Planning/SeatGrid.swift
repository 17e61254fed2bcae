import Exam

/// Who sits beside whom in a room, as far as the seats tell.
///
/// A missing row, letter or place between two seats is a gap or an aisle: they are no neighbours.
struct SeatGrid {
  /// How near two neighbours are, the nearest first.
  enum Nearness: Int, CaseIterable {
    /// Left and right.
    case side
    /// Front and back.
    case back
    /// Across a corner, or across the aisle between two rows of tables.
    case corner
  }

  /// Where a seat is: a table's row, and the place from left to right.
  struct Position: Hashable {
    /// How the seat is written, as seats of two systems cannot be compared.
    var system: Int
    /// The row of tables, where seats name it beside the table and the place.
    var block: Int
    var row: Int
    var column: Int
  }

  /// The positions, in the order of the seats; nil for who has none.
  let positions: [Position?]
  /// Both ends of each nearness, the lower first.
  let pairs: [Nearness: [(Int, Int)]]

  init(_ seats: [Seat?]) {
    let alphabet = Self.alphabet(of: seats)
    let positions = seats.map { $0.flatMap { Self.position(of: $0, alphabet) } }
    self.positions = positions
    let taken = Dictionary(grouping: positions.indices.filter { positions[$0] != nil }) {
      positions[$0]
    }
    var pairs: [Nearness: [(Int, Int)]] = [:]
    for (index, position) in positions.enumerated() {
      guard let position else { continue }
      for (nearness, near) in Self.around(position) {
        for other in taken[near] ?? [] where other > index {
          pairs[nearness, default: []].append((index, other))
        }
      }
    }
    self.pairs = pairs
  }

  /// The places near one, each way.
  private static func around(_ position: Position) -> [(Nearness, Position)] {
    func moved(_ row: Int, _ column: Int, block: Int = 0) -> Position {
      var moved = position
      moved.row += row
      moved.column += column
      moved.block += block
      return moved
    }
    let corners = [(-1, -1), (-1, 1), (1, -1), (1, 1)].map { (Nearness.corner, moved($0, $1)) }
    let aisles =
      position.block == 0
      ? []
      : [-1, 1].flatMap { block in
        (1...2).map { place in
          (Nearness.corner, moved(0, place - position.column, block: block))
        }
      }
    return [
      (.side, moved(0, 0)), (.side, moved(0, -1)), (.side, moved(0, 1)), (.back, moved(-1, 0)),
      (.back, moved(1, 0)),
    ] + corners + aisles
  }

  /// «1А», «1-12», «12», «1-12-2» (row, table, place).
  private static func position(of seat: Seat, _ alphabet: [Character: Int]) -> Position? {
    if seat.letter.isEmpty { return Position(system: 0, block: 0, row: 0, column: seat.row) }
    let numbers = seat.letter.split(separator: "-").map { Int($0) }
    switch (numbers.count, numbers.first, numbers.last) {
    case (1, .some(.some(let place)), _) where seat.letter.hasPrefix("-"):
      return Position(system: 1, block: 0, row: seat.row, column: place)
    case (2, .some(.some(let table)), .some(.some(let place))) where seat.letter.hasPrefix("-"):
      return Position(system: 2, block: seat.row, row: table, column: place)
    default:
      guard seat.letter.count == 1, let letter = seat.letter.first, let column = alphabet[letter]
      else { return nil }
      return Position(system: 3, block: 0, row: seat.row, column: column)
    }
  }

  /// Letters of places from left to right; those that people leave out count only where they are used.
  private static func alphabet(of seats: [Seat?]) -> [Character: Int] {
    let used = Set(seats.compactMap { $0?.letter.first }).intersection(optional)
    return used.isEmpty ? usual : alphabet(with: used)
  }

  private static let optional: Set<Character> = ["Ё", "Й", "Ъ", "Ы", "Ь"]
  private static let usual = alphabet(with: [])

  private static func alphabet(with used: Set<Character>) -> [Character: Int] {
    let russian = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ".filter {
      !optional.contains($0) || used.contains($0)
    }
    var alphabet: [Character: Int] = [:]
    for letters in [russian, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] {
      for (index, letter) in letters.enumerated() { alphabet[letter] = index }
    }
    return alphabet
  }
}
