/// Small repairs of texts that several columns share.
enum ListText {
  /// Spaces of all kinds collapsed, none at the ends.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    return text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" })
      .joined(separator: " ")
  }

  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 32
    for byte in text.utf8 {
      // Spaces beyond ASCII begin with C2, E1, E2, E3 or EF.
      if byte < 32 || byte == 0xC2 || (0xE1...0xEF).contains(byte) { return false }
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
