import Exam
import Foundation
import Tables

/// Brings the text of one cell to the form the program uses; nil where it cannot be understood.
enum CellRepair {
  static func code(_ text: String) -> String? {
    if CellText.isDigits(text) { return text }
    let plain = ListText.withoutZeroFraction(asText(text))
    // Blanks group thousands: «50 001»; others stand between two codes.
    let isGrouped = plain.wholeMatch(of: /[0-9]{1,3}(?: [0-9]{3})+/) != nil
    let digits = isGrouped ? plain.filter { $0 != " " } : plain
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

  /// `4А` for `4 А`, `4-а`, `5/1` for `5-1`; nil for a date that a program made of it.
  static func className(_ text: String) -> String? {
    // Two classes are none: «5А → 5Б», «5А, 5Б».
    guard !CellText.isSpokenDate(text), !CellText.isDate(text),
      text.matches(of: /[0-9]{1,2}\s?["«“]?\p{L}/).count < 2
    else { return nil }
    return ClassName(written: ListText.withoutZeroFraction(text))?.rawValue
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

  /// `204` for `каб. 204`, `Спортзал` for `спортзал`.
  static func room(_ text: String) -> String? {
    guard !CellText.isDate(text), !CellText.isSpokenDate(text), !CellText.isTime(text),
      !CellText.isError(text), !RoomWords.isNoRoom(text)
    else { return nil }
    return RoomName(written: ListText.withoutZeroFraction(text))?.rawValue
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
}

/// What stands in a column of rooms.
enum RoomWords {
  /// Whether it says that there is no room, or leaves it open: «болеет», «уточнить», «204 или 205».
  static func isNoRoom(_ text: String) -> Bool {
    let words = Headings.bare(text).split(separator: " ")
    guard let first = words.first else { return false }
    if ["->", "=>", "→"].contains(where: text.contains) || namesAnother(text) { return true }
    if words.contains("или") || words.contains("or") { return true }
    if marks.contains(words.joined(separator: " ")) { return true }
    return words.count > 1 && ["не", "см", "там", "то", "тот"].contains(first)
      || absences.contains { first.hasPrefix($0) }
  }

  /// «204 (перенос в 205)», where «204 (2 этаж)» only tells the way.
  private static func namesAnother(_ text: String) -> Bool {
    guard RoomBuilding(text) == nil else { return false }
    guard let remark = text.lowercased().firstMatch(of: /[0-9].*\((.*[0-9].*)\)/)?.output.1 else {
      return false
    }
    return !["эт", "корп", "здан", "мест", "чел", "парт", "блок", "floor", "seat"].contains {
      remark.contains($0)
    }
  }

  /// Whether a room without a number is called as rooms are: «спортзал», «кабинет химии».
  static func isPlace(_ room: String) -> Bool {
    let words = Headings.bare(room).split(separator: " ")
    return room.wholeMatch(of: /[IVX]+/) != nil
      || words.contains { word in places.contains { word.hasPrefix($0) || word.hasSuffix($0) } }
  }

  private static let marks: Set<String> = [
    "нет", "нету", "н", "н я", "н б", "б н", "ня", "нб", "бн", "да", "дома", "на дому", "болен",
    "больна", "болеет", "болезнь", "потом", "позже", "same", "no", "none", "n a", "na", "tba",
    "tbd", "absent", "later",
  ]
  private static let absences = [
    "отсутств", "освобожд", "выбыл", "уточн", "надомн", "неизвестн", "неопредел",
  ]
  private static let places = [
    "зал", "спорт", "столов", "библиот", "мастерск", "рекреац", "холл", "фойе", "вестиб", "коридор",
    "лаборат", "музе", "студи", "учительск", "кабинет", "класс", "аудитор", "хими", "физик",
    "биолог", "информат", "матем", "географ", "истор", "обществ", "литерат", "русск", "англ",
    "немец", "франц", "иностр", "язык", "музык", "изо", "рисов", "технолог", "труд", "обж",
    "началь",
    "психолог", "логопед", "медиатек", "лингаф", "корпус", "центр", "этаж", "блок", "комнат",
    "помещен", "hall", "gym", "room", "lab", "library", "canteen", "class", "office", "chem",
    "physics", "biolog", "music", "art", "computer", "studio", "centre", "center",
  ]
}

/// Repairs of a person's name that do not change how it is read aloud.
enum NameRepair {
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

  /// Whether a cell holds several people, each with two names at least.
  static func isSeveral(_ text: String) -> Bool {
    guard text.utf8.contains(where: { [10, 13, 44, 47, 59].contains($0) }) else { return false }
    let names = text.split { $0.isNewline || ",;/".contains($0) }.map {
      $0.split(whereSeparator: \.isWhitespace)
    }.filter { !$0.isEmpty }
    guard names.count > 1, names.allSatisfy(isName), let second = names.dropFirst().first else {
      return false
    }
    // One name in two alphabets.
    guard Set(names.map { $0[0].unicodeScalars.contains(where: LookAlikes.isCyrillic) }).count == 1
    else { return false }
    // «Петров Водкин», and below «Кузьма Сергеевич».
    let isRest = names.count == 2 && second.count == 2 && isPatronymic(second[1])
    return !isRest || names[0].count > 2
  }

  /// Whether it may be a remark on an empty seat: «резерв», «свободно», «б/н».
  static func isRemark(_ name: String) -> Bool {
    let isUsual = name.first?.isUppercase == true && name.count > 3
    guard !isUsual, !name.contains(where: \.isUppercase) else { return false }
    return name.split { !$0.isLetter }.count { $0.count > 2 } < 2
  }

  private static func isName(_ words: [Substring]) -> Bool {
    words.count > 1
      && words.prefix(2).allSatisfy { word in
        word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-.’'".contains($0) }
      }
  }

  private static func isPatronymic(_ word: Substring) -> Bool {
    ["вич", "вна", "чна", "ыч"].contains { word.lowercased().hasSuffix($0) }
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
    name.unicodeScalars.contains { LookAlikes.isCyrillic($0) || $0.properties.isAlphabetic }
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
}
