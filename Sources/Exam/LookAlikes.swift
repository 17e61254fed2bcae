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
