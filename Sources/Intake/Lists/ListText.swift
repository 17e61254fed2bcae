import Foundation

/// Small repairs of texts that several columns share.
enum ListText {
  /// Spaces of all kinds collapsed, none at the ends; nothing invisible, letters in one piece.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let isApart = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    let whole = isApart ? text.precomposedStringWithCanonicalMapping : text
    var visible = String.UnicodeScalarView()
    var isBetween = false
    for scalar in whole.unicodeScalars where !isInvisible(scalar) {
      guard !scalar.properties.isWhitespace else {
        isBetween = !visible.isEmpty
        continue
      }
      if isBetween { visible.append(" ") }
      isBetween = false
      visible.append(scalar)
    }
    return String(visible)
  }

  /// Marks of direction, joiners, soft hyphens and control characters other than spaces.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x400...0x52F: false
    default:
      switch scalar.properties.generalCategory {
      case .format: true
      case .control: !scalar.properties.isWhitespace
      default: false
      }
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 32
    for byte in text.utf8 {
      // Spaces and marks beyond ASCII begin with C2, E1, E2, E3 or EF, accents apart with CC or CD.
      if byte < 32 || (0xC2...0xCD).contains(byte) || (0xE1...0xEF).contains(byte) {
        return false
      }
      if byte == 32 && before == 32 { return false }
      before = byte
    }
    return before != 32 || text.isEmpty
  }

  /// `40001` for `40001.0` and `40001,0`.
  static func withoutZeroFraction(_ text: String) -> String {
    for ending in [".0", ",0", ".00", ",00"] where text.hasSuffix(ending) {
      let whole = text.dropLast(ending.count)
      if isDigits(whole) { return String(whole) }
    }
    return text
  }

  static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Latin capitals that look like Cyrillic ones become Cyrillic.
  static func cyrillic(_ text: String) -> String {
    String(text.map { lookAlikes[$0] ?? $0 })
  }

  /// Capitals without spaces, dashes, dots and quotes, in Cyrillic.
  static func compact(_ text: String) -> String {
    cyrillic(text.filter { !$0.isWhitespace && !separators.contains($0) }.uppercased())
  }

  static func isCyrillicCapital(_ character: Character) -> Bool {
    ("А"..."Я").contains(character) || character == "Ё"
  }

  private static let separators: Set<Character> = [
    "-", "–", "—", "‑", "_", ".", "/", "«", "»", "\"", "“", "”", "„", "'", "(", ")",
  ]

  private static let lookAlikes: [Character: Character] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р",
    "T": "Т", "X": "Х", "Y": "У",
  ]
}
