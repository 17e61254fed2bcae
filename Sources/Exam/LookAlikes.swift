/// Latin and Cyrillic letters that cannot be told apart on paper.
public enum LookAlikes {
  /// Latin capitals, and the Cyrillic ones that they look like.
  public static let capitals: [Character: Character] = table("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")

  /// The same in small letters: for texts that are compared without case.
  public static let small: [Character: Character] = table("abcehkmoptxy", "авсенкмортху")

  /// Letters as they are written: capitals, and those small ones that look alike themselves.
  public static let written: [Character: Character] =
    capitals.merging(table("aceopxyk", "асеорхук")) { first, _ in first }

  /// Latin capitals that look like Cyrillic ones become Cyrillic.
  public static func cyrillic(_ text: some StringProtocol) -> String {
    String(text.map { capitals[$0] ?? $0 })
  }

  /// Small letters, «е» for «ё»; a word with a Cyrillic letter in it is all Cyrillic.
  public static func folded(_ word: some StringProtocol) -> String {
    let letters = word.lowercased()
    let isRussian = letters.unicodeScalars.contains { ("а"..."я").contains($0) || $0 == "ё" }
    return String(letters.map { $0 == "ё" ? "е" : isRussian ? small[$0] ?? $0 : $0 })
  }

  /// A text with the Latin letters of its Russian words made Cyrillic where all of them look alike;
  /// `isMixed` where a word still has letters of both alphabets.
  public static func mended(_ text: String) -> (text: String, isMixed: Bool) {
    func isLatin(_ letter: Character) -> Bool { letter.isASCII && letter.isLetter }
    guard text.contains(where: isLatin), text.unicodeScalars.contains(where: isCyrillic) else {
      return (text, false)
    }
    var isMixed = false
    let words = text.split(separator: " ").map { word -> String in
      guard word.filter(isLatin).allSatisfy({ written[$0] != nil }) else {
        isMixed = isMixed || word.unicodeScalars.contains(where: isCyrillic)
        return String(word)
      }
      return String(word.map { written[$0] ?? $0 })
    }
    return (words.joined(separator: " "), isMixed)
  }

  /// Whether a scalar is of the Cyrillic alphabets.
  public static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
  }

  /// Whether a letter is a capital of the Russian alphabet.
  public static func isCyrillicCapital(_ letter: Character) -> Bool {
    ("А"..."Я").contains(letter) || letter == "Ё"
  }

  private static func table(_ latin: String, _ cyrillic: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(latin, cyrillic))
  }
}

/// The keys of a keyboard in its two layouts: what was typed with the other one on.
public enum Keyboard {
  /// What was meant with the Latin layout: «зкште» is `print`.
  public static func latin(_ text: some StringProtocol) -> String {
    String(text.lowercased().map { toLatin[$0] ?? $0 })
  }

  /// What was meant with the Russian layout: `utj` is «гео».
  public static func russian(_ text: some StringProtocol) -> String {
    String(text.lowercased().map { toRussian[$0] ?? $0 })
  }

  private static let keys = Array(
    zip("йцукенгшщзхъфывапролджэячсмитьбю.", "qwertyuiop[]asdfghjkl;'zxcvbnm,./"))
  private static let toLatin = Dictionary(uniqueKeysWithValues: keys)
  private static let toRussian = Dictionary(uniqueKeysWithValues: keys.map { ($1, $0) })
}
