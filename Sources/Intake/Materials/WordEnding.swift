/// What a word's ending says of it: enough to tell an order or a sentence from a heading or an answer.
///
/// Words are in small letters, «е» for «ё».
enum WordEnding {
  private static let fewestLetters = 5
  private static let orders = ["ите", "йте", "ьте", "тесь"]
  private static let sentences = ["тся", "иши", "ывай", "неси"]
  private static let others = ["ать", "ить", "ешь", "ишь"]

  /// «решите», «найдите», «ознакомьтесь».
  static func isOrder(_ word: String) -> Bool {
    word.count >= fewestLetters && orders.contains(where: word.hasSuffix)
  }

  /// An order, or «записывается», «запиши».
  static func isOfSentence(_ word: String) -> Bool {
    isOrder(word) || sentences.contains(where: word.hasSuffix)
  }

  /// An order, or «решать», «решишь».
  static func isVerb(_ word: String) -> Bool {
    isOrder(word) || others.contains(where: word.hasSuffix)
  }
}
