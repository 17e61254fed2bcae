/// A language that screens and papers can speak.
public enum Language: String, Codable, Sendable, CaseIterable {
  case ru
  case en
}

/// One sentence in every language the program speaks, written side by side where it is created.
public struct Wording: Hashable, Codable, Sendable {
  /// The Russian text.
  public var ru: String
  /// The English text.
  public var en: String

  /// Pairs the two texts.
  public init(ru: String, en: String) {
    self.ru = ru
    self.en = en
  }

  /// A text that is the same in both languages: a number, a name of a file.
  public init(same text: String) {
    self.init(ru: text, en: text)
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { ru.isEmpty && en.isEmpty }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .ru: ru
    case .en: en
    }
  }
}

extension DefaultStringInterpolation {
  /// A text of two languages has no place in one sentence: choose `ru` or `en`.
  @available(*, unavailable, message: "choose .ru or .en")
  public mutating func appendInterpolation(_ wording: Wording) {}
}
