import Exam

/// Brings the text of one cell to the form the program uses; nil where it cannot be understood.
enum CellRepair {
  static func code(_ text: String) -> String? {
    if ListText.isDigits(text) { return text }
    let digits = ListText.withoutZeroFraction(asText(text)).filter { $0 != " " }
    return ListText.isDigits(digits) ? digits : exactPower(text)
  }

  /// `040001` for `'040001` and `="040001"`, ways to tell a program that digits are a text.
  private static func asText(_ text: String) -> String {
    if text.hasPrefix("=\""), text.hasSuffix("\"") { return String(text.dropFirst(2).dropLast()) }
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  /// `40001` for `4,0001E+04`; nil where digits were rounded away.
  private static func exactPower(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: /([0-9])(?:[.,]([0-9]+))?[eEеЕ]\+?0?([0-9]{1,2})/),
      let power = Int(match.output.3)
    else { return nil }
    let fraction = match.output.2.map(String.init) ?? ""
    return fraction.count == power ? match.output.1 + fraction : nil
  }

  /// `4А` for `4 А`, `4-а`, `4 «А»`, `4A`, `4 А класс`, `4 класс А`.
  static func className(_ text: String) -> String? {
    let words = ListText.withoutZeroFraction(text).split { !$0.isLetter && !$0.isNumber }
      .filter { !classWords.contains($0.lowercased()) }
    let compact = ListText.compact(words.joined())
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let letters = compact.dropFirst(digits.count)
    guard let grade = Int(digits), (1...12).contains(grade), letters.count <= 6,
      !SerialDate.isDate(text), letters.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return "\(grade)\(letters)"
  }

  private static let classWords: Set<String> = [
    "класс", "класса", "классы", "кл", "class", "grade",
  ]

  /// `204` for `каб. 204`, `кабинет 204`, `№204`; `Спортзал` for `спортзал`.
  static func room(_ text: String) -> String? {
    if SerialDate.isDate(text) || CellError.isError(text) { return nil }
    var rest = Substring(ListText.withoutZeroFraction(text))
    while let word = roomWords.first(where: { begins(rest, with: $0) }) {
      rest = rest.dropFirst(word.count).drop { " .:№#-".contains($0) }
    }
    if let number = rest.wholeMatch(of: /[кК][. ]\s*([0-9].*)/)?.output.1 { rest = number }
    rest = rest.drop { "№# ".contains($0) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      // A remark about the way: «204 (2 этаж)».
      let tail = ListText.compact(String(rest.dropFirst(digits.count).prefix { $0 != "(" }))
      if tail.count <= 1, tail.allSatisfy(\.isLetter) { return digits + tail }
    }
    guard let first = rest.first, rest.contains(where: { $0.isLetter || $0.isNumber }) else {
      return nil
    }
    return NameRepair.repair(first.uppercased() + rest.dropFirst()).name
  }

  /// `1А` for `1-А`, `1 A`, `А1`, `место 1а`; `1-2` for `1/2`.
  static func seat(_ text: String) -> Seat? {
    if let pair = text.wholeMatch(of: /([1-9][0-9]{0,2}) ?[-–—\/] ?([1-9][0-9]{0,2})/) {
      return Seat("\(pair.output.1)-\(pair.output.2)")
    }
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
    if SerialDate.isDate(text) || CellError.isError(text) { return nil }
    var rest = Substring(ListText.withoutZeroFraction(text))
    for word in ["вариант", "вар", "variant"] where begins(rest, with: word) {
      rest = rest.dropFirst(word.count).drop { " .:№-".contains($0) }
      break
    }
    return (1...12).contains(rest.count) ? String(rest) : nil
  }

  private static let roomWords = ["кабинет", "каб", "аудитория", "ауд", "room"]

  /// Whether `text` begins with `word` and something other than a letter follows.
  private static func begins(_ text: Substring, with word: String) -> Bool {
    let head = text.prefix(word.count)
    guard head.lowercased() == word else { return false }
    return text.dropFirst(word.count).first.map { !$0.isLetter } ?? true
  }
}
