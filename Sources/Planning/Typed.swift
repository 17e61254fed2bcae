import Exam

/// What people type, brought to one form so that it can be compared.
enum Typed {
  /// Without blanks and quotes, lowercase, Latin look-alikes as Cyrillic letters.
  static func plain(_ text: String) -> String {
    String(
      text.lowercased().filter { !$0.isWhitespace && !"«»\"“”„".contains($0) }
        .map { $0 == "ё" ? "е" : LookAlikes.small[$0] ?? $0 })
  }

  /// A room without the word for «room».
  static func room(_ text: String) -> String { plain(RoomName(written: text)?.rawValue ?? text) }

  /// A seat without the dash between row and letter.
  static func seat(_ text: String) -> String { plain(text).filter { $0 != "-" } }

  /// An id of the program's own, such as `C017`, also when typed with Cyrillic look-alikes.
  static func latin(_ text: String) -> String {
    let back = ["с": "C", "р": "P"]
    return plain(text).map { back[String($0)] ?? String($0).uppercased() }.joined()
  }
}
