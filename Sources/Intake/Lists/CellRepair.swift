import Exam

/// Brings the text of one cell to the form the program uses; nil where it cannot be understood.
enum CellRepair {
  static func code(_ text: String) -> String? {
    if ListText.isDigits(text) { return text }
    let digits = ListText.withoutZeroFraction(text).filter { $0 != " " }
    return ListText.isDigits(digits) ? digits : nil
  }

  /// `4А` for `4 А`, `4-а`, `4 «А»`, `4A`, `4 А класс`.
  static func className(_ text: String) -> String? {
    var compact = ListText.compact(ListText.withoutZeroFraction(text))
    if compact.hasSuffix("КЛАСС") { compact.removeLast(5) }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let letters = compact.dropFirst(digits.count)
    guard let grade = Int(digits), (1...12).contains(grade), letters.count <= 6,
      letters.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return "\(grade)\(letters)"
  }

  /// `204` for `каб. 204`, `кабинет 204`, `№204`; `Спортзал` for `спортзал`.
  static func room(_ text: String) -> String? {
    var rest = Substring(ListText.withoutZeroFraction(text))
    while let word = roomWords.first(where: { begins(rest, with: $0) }) {
      rest = rest.dropFirst(word.count).drop { " .:№#-".contains($0) }
    }
    rest = rest.drop { "№# ".contains($0) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      let tail = ListText.compact(String(rest.dropFirst(digits.count)))
      if tail.count <= 1, tail.allSatisfy(\.isLetter) { return digits + tail }
    }
    guard let first = rest.first, rest.contains(where: { $0.isLetter || $0.isNumber }) else {
      return nil
    }
    return first.uppercased() + rest.dropFirst()
  }

  /// `1А` for `1-А`, `1 A`, `А1`, `место 1а`.
  static func seat(_ text: String) -> Seat? {
    var compact = ListText.compact(ListText.withoutZeroFraction(text))
    for word in ["МЕСТО", "ПАРТА"] where compact.hasPrefix(word) { compact.removeFirst(5) }
    if let first = compact.first, ListText.isCyrillicCapital(first) {
      compact = String(compact.dropFirst()) + String(first)
    }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let letters = compact.dropFirst(digits.count)
    guard digits.count <= 3, letters.count <= 1, letters.allSatisfy(ListText.isCyrillicCapital)
    else { return nil }
    return Seat(compact)
  }

  /// `1` for `1.0`, `Вариант 1`, `вар. 1`.
  static func variant(_ text: String) -> String? {
    var rest = Substring(ListText.withoutZeroFraction(text))
    for word in ["вариант", "вар", "variant"] where begins(rest, with: word) {
      rest = rest.dropFirst(word.count).drop { " .:№-".contains($0) }
      break
    }
    return (1...12).contains(rest.count) ? String(rest) : nil
  }

  /// Whether `text` begins with a word for a room, as names of sheets do.
  static func namesRoom(_ text: String) -> Bool {
    roomWords.contains { begins(text[...], with: $0) }
  }

  private static let roomWords = ["кабинет", "каб", "аудитория", "ауд", "room"]

  /// Whether `text` begins with `word` and something other than a letter follows.
  private static func begins(_ text: Substring, with word: String) -> Bool {
    let head = text.prefix(word.count)
    guard head.lowercased() == word else { return false }
    return text.dropFirst(word.count).first.map { !$0.isLetter } ?? true
  }
}
