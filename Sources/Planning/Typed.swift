/// What people type, brought to one form so that it can be compared.
enum Typed {
  /// Without blanks and quotes, lowercase, Latin look-alikes as Cyrillic letters.
  static func plain(_ text: String) -> String {
    String(
      text.lowercased().filter { !$0.isWhitespace && !"«»\"“”„".contains($0) }
        .map { lookalikes[$0] ?? $0 })
  }

  /// A room without the word for «room».
  static func room(_ text: String) -> String {
    let words = ["кабинет", "каб.", "каб", "аудитория", "ауд.", "ауд", "room"].map(plain)
    var rest = plain(text)
    if let word = words.first(where: { rest.hasPrefix($0) && rest.count > $0.count }) {
      rest.removeFirst(word.count)
    }
    return rest.hasPrefix("№") ? String(rest.dropFirst()) : rest
  }

  /// A seat without the dash between row and letter.
  static func seat(_ text: String) -> String { plain(text).filter { $0 != "-" } }

  /// An id of the program's own, such as `C017`, also when typed with Cyrillic look-alikes.
  static func latin(_ text: String) -> String {
    let back = ["с": "C", "р": "P"]
    return plain(text).map { back[String($0)] ?? String($0).uppercased() }.joined()
  }

  private static let lookalikes: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р",
    "t": "т", "x": "х", "y": "у", "ё": "е",
  ]
}

/// The Russian keyboard layout, undone: «ЕЯ1Ж» was meant to be `TZ1:`.
enum Keyboard {
  static func latin(_ text: String) -> String {
    String(text.lowercased().map { keys[$0] ?? $0 })
  }

  private static let keys: [Character: Character] = {
    let russian = "йцукенгшщзфывапролдячсмитьж."
    let latin = "qwertyuiopasdfghjklzxcvbnm:/"
    return Dictionary(uniqueKeysWithValues: zip(russian, latin))
  }()
}
