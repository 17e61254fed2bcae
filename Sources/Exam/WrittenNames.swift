extension ClassName {
  /// Reads a class as people write it; nil for what no class is called.
  ///
  /// `4А` for `4 А`, `4-а`, `4 «А»`, `4A`, `4 класс А`; `5/1` for `5-1`, `5.1`, `5 (1)`.
  public init?(written text: some StringProtocol) {
    if let numbered = Self.numbered(text) {
      self.init(rawValue: numbered)
      return
    }
    // «5кл.А»: the word is glued to the number.
    let apart = String(text).replacing(/([0-9])(?i:классы|класса|класс|кл)(?!\p{L})/) {
      "\($0.output.1) "
    }
    var words = apart.split { !$0.isLetter && !$0.isNumber }
      .filter { !Self.words.contains($0.lowercased()) }
    // «5-й А», «10-ый «Б»».
    if words.count > 2, Self.endings.contains(words[1].lowercased()) { words.remove(at: 1) }
    let compact = LookAlikes.cyrillic(words.joined().uppercased())
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let letters = compact.dropFirst(digits.count)
    guard let grade = Int(digits), (1...12).contains(grade), letters.count <= 6 else { return nil }
    self.init(rawValue: "\(grade)\(letters)")
  }

  /// Schools number their classes, too.
  private static func numbered(_ text: some StringProtocol) -> String? {
    let pattern =
      /(?:(?:класс|кл\.?)\s*)?([0-9]{1,2})(?:\s*[\/\\\-–—‑.,_:∕⁄／]\s*|(?:\s*класс)?\s*№\s*)([0-9]{1,2})(?:\s*(?:класс|кл\.?|class))?/
    let plain = text.lowercased().replacing(/\(\s*([0-9]+)\s*\)$/) { "№\($0.output.1)" }
    guard let match = plain.wholeMatch(of: pattern), let grade = Int(match.1),
      let number = Int(match.2), (1...12).contains(grade), number > 0
    else { return nil }
    return "\(grade)/\(number)"
  }

  private static let endings: Set<String> = ["й", "ый", "ой", "ий", "го", "ого", "м", "ом"]
  private static let words: Set<String> = ["класс", "класса", "классы", "кл", "class", "grade"]
}

extension RoomName {
  /// Reads a room as people write it; nil where there is neither letter nor digit.
  ///
  /// `204` for `каб. 204`, `204-й кабинет`, `№204`, `2 этаж, 204`; `Спортзал` for `спортзал`.
  public init?(written text: some StringProtocol) {
    let whole = Self.withoutFloor(String(text))
    if let building = RoomBuilding(whole), let room = RoomName(written: building.rest) {
      self = building.name(of: room)
      return
    }
    var rest = Substring(whole)
    while let word = Self.words.first(where: { Self.begins(rest, with: $0) }) {
      rest = rest.dropFirst(word.count).drop { " .:№#-".contains($0) }
    }
    if let number = rest.wholeMatch(of: /[кК][. ]\s*([0-9].*)/)?.output.1 { rest = number }
    rest = rest.drop { "№# ".contains($0) }
    if let number = rest.wholeMatch(of: /(?:[nN]|[nN]o\.?)\s*([0-9].*)/)?.output.1 { rest = number }
    if let numbered = Self.numbered(rest) {
      self.init(rawValue: numbered)
      return
    }
    guard let first = rest.first, rest.contains(where: { $0.isLetter || $0.isNumber }) else {
      return nil
    }
    if rest.count < whole.count, Self.isOfSubject(rest) {
      self.init(rawValue: "Кабинет " + LookAlikes.mended(Self.uncapitalised(rest)).text)
      return
    }
    // Of other alphabets no capital is made: fonts may not have it.
    let capital = first.uppercased()
    let isOurs = first.isASCII || LookAlikes.isCyrillicCapital(Character(capital))
    self.init(
      rawValue: LookAlikes.mended((isOurs ? capital : String(first)) + rest.dropFirst()).text)
  }

  /// Whether the word for a room cannot be left out: «кабинет химии», «кабинет русского языка».
  private static func isOfSubject(_ rest: Substring) -> Bool {
    let word = rest.prefix(while: \.isLetter).lowercased()
    return word.count > 4 && ["ии", "ки", "ры", "ого", "его"].contains(where: word.hasSuffix)
  }

  private static func uncapitalised(_ text: Substring) -> String {
    text.dropFirst().first?.isLowercase == true
      ? text.prefix(1).lowercased() + text.dropFirst() : String(text)
  }

  /// A number, perhaps with a letter, where nothing but the word and remarks stands beside it.
  private static func numbered(_ text: Substring) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, !RoomBuilding.isNamed(in: text) else { return nil }
    // A remark about the way: «204 (2 этаж)».
    let tail = text.dropFirst(digits.count).prefix { $0 != "(" }
    if isRoomWord(tail) || isEnding(tail) { return String(digits) }
    let letter = withoutRoomWord(tail).filter { !$0.isWhitespace && !separators.contains($0) }
    guard letter.count <= 1, letter.allSatisfy(\.isLetter) else { return nil }
    return digits + LookAlikes.cyrillic(letter.uppercased())
  }

  private static let separators: Set<Character> = [
    "-", "–", "—", "‑", "_", ".", "/", "«", "»", "\"", "“", "”", "„", "'", "(", ")",
  ]

  /// Without the floor: «2 этаж, 204», «204, 2-й этаж».
  private static func withoutFloor(_ text: String) -> String {
    let floor = /[\s,;(]*[0-9]{1,2}\s?-?\s?(?:й|ый|ой|ий)?\s*(?:этаж|эт\.)[\s,;)]*/
    let rest = text.replacing(floor.ignoresCase(), with: " ")
    guard rest.contains(where: \.isNumber) else { return text }
    return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The word alone, behind a number: «204 каб.», «204 кабинет», «204 к.».
  private static func isRoomWord(_ tail: Substring) -> Bool {
    let words = tail.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words == ["к"] { return tail.hasSuffix(".") }
    return !words.isEmpty && words.allSatisfy { Self.words.contains(String($0)) }
  }

  /// «204А каб.» without the word.
  private static func withoutRoomWord(_ tail: Substring) -> Substring {
    let words = tail.split(separator: " ")
    guard words.count > 1, let last = words.last, isRoomWord(last) else { return tail }
    return tail[..<last.startIndex]
  }

  /// The ending of a number that is spoken: «204-й», «204-ый кабинет», «204-я аудитория».
  private static func isEnding(_ tail: Substring) -> Bool {
    let ending =
      /(?:\s?[-–—‑]\s?(?:й|ый|ой|ий|м|ом|я|ая)|й|ый|ой|ая)(?:\s+(?:каб\.?|кабинете?|ауд\.?|аудитори[яи]|комната))?\s*/
    // A capital is a letter of the room: «204Й».
    return !tail.contains("Й") && tail.lowercased().wholeMatch(of: ending) != nil
  }

  private static let words = [
    "учебный", "уч", "кабинет", "каб", "аудитория", "ауд", "комната", "комн", "помещение", "room",
    "rm", "no",
  ]

  /// Whether `text` begins with `word` and something other than a letter follows.
  private static func begins(_ text: Substring, with word: String) -> Bool {
    let head = text.prefix(word.count)
    guard head.lowercased() == word else { return false }
    return text.dropFirst(word.count).first.map { !$0.isLetter } ?? true
  }
}
