import QREncode

/// Reads marks back from their symbols, as they stand module by module in a file.
///
/// Nothing is corrected: a symbol that is not one of ours to the last module says nothing.
public enum MarkSymbol {
  /// The text of a symbol, whose rows are as those of `MarkStamp.Symbol`; nil where it is none.
  public static func text(rows: [UInt8], side: Int) -> String? {
    let stride = (side + 7) / 8
    guard side == 25, rows.count == stride * side else { return nil }
    let isDark = { (x: Int, y: Int) in rows[y * stride + x / 8] & (0x80 >> UInt8(x % 8)) != 0 }
    guard let text = text(of: bits(side, isDark)),
      let again = try? QRMatrix(alphanumeric: text), again.rows == rows
    else { return nil }
    return text
  }

  /// The data bits in the order of ISO/IEC 18004, 7.7.3, their mask taken off.
  private static func bits(_ side: Int, _ isDark: (Int, Int) -> Bool) -> [Bool] {
    // Row 8, columns 2 to 4 hold the mask's number, under a mask of its own (7.9).
    let mask = (2...4).reduce(0) { $0 << 1 | (isDark($1, 8) ? 1 : 0) } ^ 0b101
    var bits: [Bool] = []
    var isUpward = true
    for right in stride(from: side - 1, through: 1, by: -2) {
      // Column 6 is the timing pattern.
      let column = right <= 6 ? right - 1 : right
      for step in 0..<side {
        let y = isUpward ? side - 1 - step : step
        for x in [column, column - 1] where !isPattern(x, y, side) {
          bits.append(isDark(x, y) != isMasked(mask, row: y, column: x))
        }
      }
      isUpward.toggle()
    }
    return bits
  }

  /// Whether a module belongs to the patterns that every symbol of this size has.
  private static func isPattern(_ x: Int, _ y: Int, _ side: Int) -> Bool {
    let isFinder = (x < 9 && y < 9) || (x >= side - 8 && y < 9) || (x < 9 && y >= side - 8)
    let aligned = side - 9...side - 5
    return isFinder || x == 6 || y == 6 || (aligned.contains(x) && aligned.contains(y))
  }

  /// The masks of ISO/IEC 18004, 7.8.2.
  private static func isMasked(_ mask: Int, row: Int, column: Int) -> Bool {
    let product = row * column
    switch mask {
    case 0: return (row + column) % 2 == 0
    case 1: return row % 2 == 0
    case 2: return column % 3 == 0
    case 3: return (row + column) % 3 == 0
    case 4: return (row / 2 + column / 3) % 2 == 0
    case 5: return product % 2 + product % 3 == 0
    case 6: return (product % 2 + product % 3) % 2 == 0
    default: return ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  private static let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")

  /// One segment in alphanumeric mode: four bits of mode, nine of length, then pairs of characters.
  private static func text(of bits: [Bool]) -> String? {
    var place = 0
    func number(_ count: Int) -> Int? {
      guard place + count <= bits.count else { return nil }
      defer { place += count }
      return bits[place..<place + count].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
    guard number(4) == 0b0010, let count = number(9) else { return nil }
    var text = ""
    while text.count < count {
      let isPair = count - text.count > 1
      guard let value = number(isPair ? 11 : 6) else { return nil }
      let digits = isPair ? [value / 45, value % 45] : [value]
      guard digits.allSatisfy(characters.indices.contains) else { return nil }
      text += String(digits.map { characters[$0] })
    }
    return text
  }
}
