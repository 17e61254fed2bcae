extension Variant {
  /// Reads a variant's name as people and pages write it.
  ///
  /// «02» is 2, «II» and «Ⅱ» are 2, «второй» is 2, «A» (either alphabet) is «А», a coded name keeps its
  /// letters and digits: «МА2290101».
  ///
  /// Nothing for what no variant is called. The text is the name alone, without the word «вариант».
  public init?(written text: some StringProtocol) {
    let name = LookAlikes.cyrillic(text.uppercased()).map { $0 == "Ё" ? "Е" : $0 }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || Self.isDigit($0) || $0.isNumber }) else {
      return nil
    }
    let whole = String(name)
    if whole.allSatisfy(Self.isDigit) {
      guard whole.count <= 8, let number = Int(whole), number > 0 else { return nil }
      self.init(rawValue: "\(number)")
    } else if let number = Self.roman(text) ?? Self.ordinal(whole.lowercased()) {
      self.init(rawValue: "\(number)")
    } else if name.count == 1, name[0].isLetter {
      self.init(rawValue: whole)
    } else if name.count(where: Self.isDigit) >= 2, name.count <= 16 {
      self.init(rawValue: whole)
    } else {
      return nil
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// I…X in Latin letters, in Cyrillic ones of the same looks, or as characters of their own.
  private static func roman(_ text: some StringProtocol) -> Int? {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    let looks: [Character: String] = [
      "І": "I", "Х": "X", "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV",
    ]
    let latin = text.uppercased().map { looks[$0] ?? String($0) }.joined()
    return numerals.firstIndex(of: latin).map { $0 + 1 }
  }

  private static func ordinal(_ word: String) -> Int? {
    let stems = [
      "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    ]
    let endings = ["ый", "ой", "ий", "ая", "ья", "ого", "ему", "ому", "ом", "ым"]
    return stems.firstIndex { stem in
      word.hasPrefix(stem) && endings.contains(String(word.dropFirst(stem.count)))
    }.map { $0 + 1 }
  }
}
