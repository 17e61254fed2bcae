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

  /// How names are compared: without regard to case, ё and е, dashes and dots.
  static func comparable(_ name: String) -> String { Headings.bare(name) }

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
