import Exam
import Foundation
import Tables

/// Brings the text of one cell to the form the program uses; nil where it cannot be understood.
enum CellRepair {
  static func code(_ text: String) -> String? {
    if CellText.isDigits(text) { return text }
    let digits = ListText.withoutZeroFraction(asText(text)).filter { $0 != " " }
    return CellText.isDigits(digits) ? digits : exactPower(text)
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
    if CellText.isSpokenDate(text) { return nil }
    if let numbered = numberedClass(text) { return numbered }
    var words = ListText.withoutZeroFraction(text).split { !$0.isLetter && !$0.isNumber }
      .filter { !classWords.contains($0.lowercased()) }
    // «5-й А», «10-ый «Б»».
    if words.count > 2, numberEndings.contains(words[1].lowercased()) { words.remove(at: 1) }
    let compact = ListText.compact(words.joined())
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let letters = compact.dropFirst(digits.count)
    guard let grade = Int(digits), (1...12).contains(grade), letters.count <= 6,
      !CellText.isDate(text), letters.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return "\(grade)\(letters)"
  }

  /// `5/1` for `5/1`, `5-1`, `5.1`, `5 (1)`, `5 - 1 класс`: schools number their classes, too.
  private static func numberedClass(_ text: String) -> String? {
    let pattern =
      /(?:(?:класс|кл\.?)\s*)?([0-9]{1,2})(?:\s*[\/\\\-–—‑.,_:∕⁄／]\s*|(?:\s*класс)?\s*№\s*)([0-9]{1,2})(?:\s*(?:класс|кл\.?|class))?/
    let plain = text.lowercased().replacing(/\(\s*([0-9]+)\s*\)$/) { "№\($0.output.1)" }
    guard let match = plain.wholeMatch(of: pattern), let grade = Int(match.1),
      let number = Int(match.2), (1...12).contains(grade), number > 0
    else { return nil }
    return "\(grade)/\(number)"
  }

  /// A class of two columns: `5А` for «5» and «А», `5/1` for «5» and «1».
  static func className(grade: String, letter: String) -> String? {
    let grade = ListText.withoutZeroFraction(grade)
    let letter = ListText.withoutZeroFraction(letter)
    let isNumbered = letter.first?.isNumber == true && grade.last?.isNumber == true
    return className(grade + (isNumbered ? "/" : "") + letter)
  }

  /// Whether a cell for the class's letter says that there is none.
  static func isNoLetter(_ text: String) -> Bool {
    !text.contains { $0.isLetter || $0.isNumber }
      || ["нет", "no", "none"].contains(text.lowercased())
  }

  private static let numberEndings: Set<String> = ["й", "ый", "ой", "ий", "го", "ого", "м", "ом"]

  private static let classWords: Set<String> = [
    "класс", "класса", "классы", "кл", "class", "grade",
  ]

  /// `204` for `каб. 204`, `кабинет 204`, `№204`; `Спортзал` for `спортзал`.
  static func room(_ text: String) -> String? {
    if CellText.isDate(text) || CellText.isError(text) { return nil }
    var rest = Substring(ListText.withoutZeroFraction(withoutFloor(text)))
    while let word = roomWords.first(where: { begins(rest, with: $0) }) {
      rest = rest.dropFirst(word.count).drop { " .:№#-".contains($0) }
    }
    if let number = rest.wholeMatch(of: /[кК][. ]\s*([0-9].*)/)?.output.1 { rest = number }
    rest = rest.drop { "№# ".contains($0) }
    if let number = rest.wholeMatch(of: /(?:[nN]|[nN]o\.?)\s*([0-9].*)/)?.output.1 { rest = number }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      // A remark about the way: «204 (2 этаж)».
      let tail = rest.dropFirst(digits.count).prefix { $0 != "(" }
      if isRoomWord(tail) || isEnding(tail) { return String(digits) }
      let letter = ListText.compact(String(withoutRoomWord(tail)))
      if letter.count <= 1, letter.allSatisfy(\.isLetter) { return digits + letter }
    }
    guard let first = rest.first, rest.contains(where: { $0.isLetter || $0.isNumber }) else {
      return nil
    }
    // Of other alphabets no capital is made: fonts may not have it.
    let isOurs = first.isASCII || ListText.isCyrillicCapital(Character(first.uppercased()))
    return NameRepair.repair((isOurs ? first.uppercased() : String(first)) + rest.dropFirst()).name
  }

  /// Without the floor: «2 этаж, 204», «204, 2-й этаж».
  private static func withoutFloor(_ text: String) -> String {
    let floor = /[\s,;(]*[0-9]{1,2}\s?-?\s?(?:й|ый|ой|ий)?\s*(?:этаж|эт\.)[\s,;)]*/
    let rest = text.replacing(floor.ignoresCase(), with: " ")
    let bare = rest.trimmingPrefix(while: \.isWhitespace)
    return bare.contains(where: \.isNumber) ? ListText.trimmed(String(bare)) : text
  }

  /// The word alone, behind a number: «204 каб.», «204 кабинет», «204 к.».
  private static func isRoomWord(_ tail: Substring) -> Bool {
    let words = tail.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words == ["к"] { return tail.hasSuffix(".") }
    return !words.isEmpty && words.allSatisfy { roomWords.contains(String($0)) }
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

  /// `1А` for `1-А`, `1 A`, `А1`, `место 1а`; `1-2` for `1/2`, `1.2`, `ряд 1 место 2`.
  static func seat(_ text: String) -> Seat? {
    CellText.isDate(text) || CellText.isSpokenDate(text) || CellText.isError(text)
      ? nil : SeatWords(text).seat
  }

  /// A seat of two columns: row `1` and place `12`, or `А`; nil where they contradict each other.
  static func seat(row: String, place: String) -> Seat? {
    guard !CellText.isDate(row), !CellText.isDate(place) else { return nil }
    let (row, place) = (SeatWords(row), SeatWords(place))
    switch (row.number, place.number) {
    case (let row?, let place?): return Seat("\(row)-\(place)")
    case (let row?, nil):
      if let letter = place.letter { return Seat(row: row, letter: letter) }
      // «1» and «1А»: the second says it all.
      return place.seat.flatMap { $0.row == row ? $0 : nil }
    case (nil, let place?): return row.letter.map { Seat(row: place, letter: $0) }
    case (nil, nil): return nil
    }
  }

  /// A seat of three columns: row `1`, desk `2` and place `1` at it, or `А`.
  static func seat(row: String, desk: String, place: String) -> Seat? {
    guard ![row, desk, place].contains(where: CellText.isDate), let row = SeatWords(row).number,
      let desk = SeatWords(desk).number
    else { return nil }
    let place = SeatWords(place)
    guard let last = place.number.map({ "-\($0)" }) ?? place.letter else { return nil }
    return Seat("\(row)-\(desk)\(last)")
  }

  /// `1` for `1.0`, `Вариант 1`, `вар. I`, `В-1`, `1 вариант`.
  static func variant(_ text: String) -> String? {
    if CellText.isDate(text) || CellText.isError(text) { return nil }
    let words = ListText.withoutZeroFraction(text).split { !$0.isLetter && !$0.isNumber }
    let rest = words.filter { !variantWords.contains($0.lowercased()) }
    // «В-1»: the letter is short for the word.
    let named =
      rest.count == 2 && ["в", "b", "v"].contains(rest[0].lowercased()) ? rest[1...] : rest[...]
    guard named.count == 1, let name = named.first else { return nil }
    return Variant(written: name)?.rawValue ?? (1...12 ~= name.count ? String(name) : nil)
  }

  private static let variantWords: Set<String> = [
    "вариант", "варианта", "вар", "variant", "version", "form",
  ]

  private static let roomWords = [
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

/// Repairs of a person's name that do not change how it is read aloud.
enum NameRepair {
  struct Repaired {
    var name: String
    /// Whether a word still has letters of two alphabets.
    var isMixed = false
  }

  /// Latin letters that stand for Cyrillic ones become Cyrillic; ё and е stay as they are.
  static func repair(_ name: String) -> Repaired {
    guard name.utf8.contains(where: isLatin), name.unicodeScalars.contains(where: isCyrillic) else {
      return Repaired(name: name)
    }
    var isMixed = false
    let words = name.split(separator: " ").map { word -> String in
      let latin = word.filter { $0.isASCII && $0.isLetter }
      guard !latin.isEmpty else { return String(word) }
      guard latin.allSatisfy({ LookAlikes.written[$0] != nil }) else {
        isMixed = isMixed || word.unicodeScalars.contains(where: isCyrillic)
        return String(word)
      }
      return String(word.map { LookAlikes.written[$0] ?? $0 })
    }
    return Repaired(name: words.joined(separator: " "), isMixed: isMixed)
  }

  /// `Иванов Иван` for `1. Иванов Иван`, where rows are counted in the cell of the name.
  static func unnumbered(_ name: String) -> String? {
    guard let first = name.utf8.first, (48...57).contains(first),
      let match = name.wholeMatch(of: /[0-9]{1,3}[.)]?\s*([^0-9\s.)].*)/)
    else { return nil }
    // «24 человека» is no name.
    let words = match.output.1.split(separator: " ").prefix(2)
    guard words.count == 2, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    return String(match.output.1)
  }

  /// How names are compared: without regard to case, ё and е, dashes and dots.
  static func comparable(_ name: String) -> String { Headings.bare(name) }

  /// A number that is equal where the comparable names are, made without making those.
  static func fingerprint(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in name.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x410...0x42F: hash = mixed(hash, value + 0x20)
      case 0x430...0x44F: hash = mixed(hash, value)
      case 0x401, 0x451: hash = mixed(hash, 0x435)
      case 48...57: hash = mixed(hash, value)
      // Other letters are all alike here; the full comparison tells them apart.
      default: if Headings.isWord(scalar) { hash = mixed(hash, 0) }
      }
    }
    return hash
  }

  private static func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }

  static func hasLetter(_ name: String) -> Bool {
    name.unicodeScalars.contains { isCyrillic($0) || $0.properties.isAlphabetic }
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
  }
}

/// Small repairs of texts that several columns share.
enum ListText {
  /// Spaces of all kinds collapsed, none at the ends; nothing invisible, letters in one piece.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let isApart = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    let whole = isApart ? text.precomposedStringWithCanonicalMapping : text
    var visible = String.UnicodeScalarView()
    var isBetween = false
    for scalar in whole.unicodeScalars where !isInvisible(scalar) {
      guard !scalar.properties.isWhitespace else {
        isBetween = !visible.isEmpty
        continue
      }
      if isBetween { visible.append(" ") }
      isBetween = false
      visible.append(scalar)
    }
    return String(visible)
  }

  /// Marks of direction, joiners, soft hyphens and control characters other than spaces.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x400...0x52F: false
    default:
      switch scalar.properties.generalCategory {
      case .format: true
      case .control: !scalar.properties.isWhitespace
      default: false
      }
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 32
    for byte in text.utf8 {
      // Spaces and marks beyond ASCII begin with C2, E1, E2, E3 or EF, accents apart with CC or CD.
      if byte < 32 || (0xC2...0xCD).contains(byte) || (0xE1...0xEF).contains(byte) {
        return false
      }
      if byte == 32 && before == 32 { return false }
      before = byte
    }
    return before != 32 || text.isEmpty
  }

  /// `40001` for `40001.0` and `40001,0`.
  static func withoutZeroFraction(_ text: String) -> String {
    for ending in [".0", ",0", ".00", ",00"] where text.hasSuffix(ending) {
      let whole = text.dropLast(ending.count)
      if CellText.isDigits(whole) { return String(whole) }
    }
    return text
  }

  /// Capitals without spaces, dashes, dots and quotes, in Cyrillic.
  static func compact(_ text: String) -> String {
    LookAlikes.cyrillic(text.filter { !$0.isWhitespace && !separators.contains($0) }.uppercased())
  }

  static func isCyrillicCapital(_ character: Character) -> Bool {
    ("А"..."Я").contains(character) || character == "Ё"
  }

  private static let separators: Set<Character> = [
    "-", "–", "—", "‑", "_", ".", "/", "«", "»", "\"", "“", "”", "„", "'", "(", ")",
  ]
}
