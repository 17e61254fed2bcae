/// Repairs of a person's name that do not change how it is read aloud.
enum NameRepair {
  struct Repaired {
    var name: String
    /// Whether a word still has letters of two alphabets.
    var isMixed = false
  }

  /// Latin letters that stand for Cyrillic ones become Cyrillic; ё and е stay as they are.
  static func repair(_ name: String) -> Repaired {
    guard name.utf8.contains(where: isLatin), name.unicodeScalars.contains(where: isCyrillic) else {
      return Repaired(name: name)
    }
    var isMixed = false
    let words = name.split(separator: " ").map { word -> String in
      let latin = word.unicodeScalars.filter { $0.isASCII && isLatin(UInt8($0.value)) }
      guard !latin.isEmpty else { return String(word) }
      guard latin.allSatisfy({ lookAlikes[$0] != nil }) else {
        isMixed = isMixed || word.unicodeScalars.contains(where: isCyrillic)
        return String(word)
      }
      return String(String.UnicodeScalarView(word.unicodeScalars.map { lookAlikes[$0] ?? $0 }))
    }
    return Repaired(name: words.joined(separator: " "), isMixed: isMixed)
  }

  /// `Иванов Иван` for `1. Иванов Иван`, where rows are counted in the cell of the name.
  static func unnumbered(_ name: String) -> String? {
    guard let first = name.utf8.first, (48...57).contains(first),
      let match = name.wholeMatch(of: /[0-9]{1,3}[.)]?\s*([^0-9\s.)].*)/)
    else { return nil }
    // «24 человека» is no name.
    let words = match.output.1.split(separator: " ").prefix(2)
    guard words.count == 2, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    return String(match.output.1)
  }

  /// How names are compared: without regard to case, ё and е, dashes and dots.
  static func comparable(_ name: String) -> String { Headings.bare(name) }

  /// A number that is equal where the comparable names are, made without making those.
  static func fingerprint(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in name.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x410...0x42F: hash = mixed(hash, value + 0x20)
      case 0x430...0x44F: hash = mixed(hash, value)
      case 0x401, 0x451: hash = mixed(hash, 0x435)
      case 48...57: hash = mixed(hash, value)
      // Other letters are all alike here; the full comparison tells them apart.
      default: if Headings.isWord(scalar) { hash = mixed(hash, 0) }
      }
    }
    return hash
  }

  private static func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }

  static func hasLetter(_ name: String) -> Bool {
    name.unicodeScalars.contains { isCyrillic($0) || $0.properties.isAlphabetic }
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р",
    "T": "Т", "X": "Х", "Y": "У", "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х",
    "y": "у", "k": "к",
  ]
}
