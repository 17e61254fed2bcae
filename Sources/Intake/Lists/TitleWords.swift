/// What a title, a row between people or a sheet's name says of the people below it.
struct TitleFacts: Equatable {
  var room: String?
  var className: String?
  var subject: TitleSubject?

  var isEmpty: Bool { room == nil && className == nil && subject == nil }
}

/// What a title says of the subject.
enum TitleSubject: Equatable {
  case said(String)
  /// It speaks of one, but which it is cannot be told.
  case unclear
}

/// Finds rooms and classes in titles: «Кабинет 204», «Список 5 «А» класса».
enum TitleWords {
  static func facts(_ text: String) -> TitleFacts {
    let tokens = tokens(text)
    return TitleFacts(
      room: room(tokens), className: className(tokens),
      subject: subject(alone: text).map(TitleSubject.said) ?? subject(text, tokens))
  }

  /// A usual subject, where a text is nothing else.
  private static func subject(alone text: String) -> String? {
    subjects.contains(Headings.bare(text)) ? ListText.trimmed(text) : nil
  }

  /// «Предмет: Математика», «по предмету «Русский язык», 5 класс».
  private static func subject(_ text: String, _ tokens: [String]) -> TitleSubject? {
    guard let at = tokens.firstIndex(where: subjectWords.contains),
      tokens[(at + 1)...].contains(where: { $0.contains(where: \.isLetter) }),
      !tokens.contains(where: { word in staffWords.contains(where: word.hasPrefix) })
    else { return nil }
    let label = /(?i:учебный\s+)?(?i:предмету?|subject)\s*[:—–-]?\s*[«"“]?\s*(\p{L}[\p{L}\s\-]*)/
    guard let match = text.firstMatch(of: label) else { return .unclear }
    let rest = Headings.bare(String(text[match.range.upperBound...]))
    let isList = rest.split(separator: " ").contains { subjects.contains(String($0)) }
    let words = match.1.split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.prefix { !notOfSubject.contains(Headings.bare($0)) }
    let isJoined =
      words.contains { Headings.bare($0) == "и" }
      && !subjects.contains(Headings.bare(match.1.description))
    guard !name.isEmpty, name.count <= 4, !isList, !isJoined else { return .unclear }
    return .said(name.joined(separator: " "))
  }

  /// The facts of a sheet's name, where a bare number is a room and `5А` a class.
  static func facts(sheetName name: String) -> TitleFacts {
    var facts = facts(name)
    guard facts.isEmpty else { return facts }
    let tokens = tokens(name)
    guard let first = tokens.first else { return facts }
    if tokens.count == 1, ListText.isDigits(first), first.utf8.count <= 4 {
      facts.room = first
    } else if let className = lettered(tokens[...]) {
      facts.className = className
    } else if tokens.count <= 2, roomNames.contains(first) || roomNames.contains(bare(tokens)) {
      facts.room = CellRepair.room(ListText.trimmed(name))
    }
    return facts
  }

  /// Whether a row with `first` as its first text speaks of those below rather than of a person.
  static func opensTitle(_ first: String) -> Bool {
    let tokens = tokens(first)
    guard let word = tokens.first else { return false }
    return tokens.count == 1
      && (roomWords.contains(word) || classWords.contains(word) || subjectWords.contains(word))
  }

  /// Whether a lone text is a remark, a signature or a date rather than a name.
  static func isRemark(_ text: String) -> Bool {
    if text.contains(where: { $0 == ":" || $0 == "_" }) { return true }
    guard let word = tokens(text).first else { return true }
    return remarkWords.contains(word)
  }

  private static func room(_ tokens: [String]) -> String? {
    guard let at = tokens.firstIndex(where: roomWords.contains) else { return nil }
    // Two rooms in one title say nothing of who sits where.
    guard tokens[(at + 1)...].firstIndex(where: roomWords.contains) == nil else { return nil }
    let after = tokens[(at + 1)...].drop { numberWords.contains($0) }
    if let number = after.first, startsWithDigit(number), lettered(after) == nil || number.count > 2
    {
      let next = after.dropFirst()
      if let word = next.first, startsWithDigit(word), lettered(next) == nil { return nil }
      if next.first == "и", next.dropFirst().first.map(startsWithDigit) ?? false { return nil }
      return CellRepair.room(number)
    }
    if let word = after.first, roomNames.contains(word) { return CellRepair.room(word) }
    if at > 0, startsWithDigit(tokens[at - 1]) { return CellRepair.room(tokens[at - 1]) }
    return nil
  }

  private static func className(_ tokens: [String]) -> String? {
    guard let at = tokens.firstIndex(where: classWords.contains) else {
      return tokens.count <= 2 ? lettered(tokens[...]).flatMap { whole(tokens) ? $0 : nil } : nil
    }
    if let name = lettered(tokens[(at + 1)...]) { return name }
    if at > 0, let name = lettered(tokens[(at - 1)..<at]) { return name }
    return at > 1 ? lettered(tokens[(at - 2)..<at]) : nil
  }

  /// Whether the tokens are a class and nothing else.
  private static func whole(_ tokens: [String]) -> Bool {
    tokens.count == 1 || (tokens.count == 2 && tokens[1].count == 1 && tokens[1] != "и")
  }

  /// `5А` for `5а …` and `5 а …`.
  private static func lettered(_ tokens: ArraySlice<String>) -> String? {
    guard let first = tokens.first else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count) else { return nil }
    if digits.count < first.count {
      return first.count - digits.count == 1 ? CellRepair.className(first) : nil
    }
    guard let letter = tokens.dropFirst().first, letter.count == 1, letter != "и",
      letter.allSatisfy(\.isLetter)
    else { return nil }
    return CellRepair.className(first + letter)
  }

  private static func tokens(_ text: String) -> [String] {
    Headings.bare(text).split(separator: " ").map(String.init)
  }

  private static func bare(_ tokens: [String]) -> String { tokens.joined(separator: " ") }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map { (48...57).contains($0) } ?? false
  }

  private static let roomWords: Set<String> = [
    "кабинет", "кабинета", "кабинете", "каб", "аудитория", "аудитории", "ауд", "помещение", "room",
  ]
  private static let classWords: Set<String> = ["класс", "класса", "классе", "кл", "class"]
  private static let subjectWords: Set<String> = ["предмет", "предмету", "subject"]
  private static let staffWords = [
    "учител", "преподавател", "организатор", "ответственн", "эксперт", "teacher",
  ]
  /// What may follow a subject and is no part of it.
  private static let notOfSubject: Set<String> = [
    "класс", "класса", "классы", "классов", "кабинет", "каб", "аудитория", "дата", "школа",
    "учитель",
    "вариант", "уровень", "room", "class", "grade", "date",
  ]
  private static let subjects: Set<String> = [
    "математика", "русский язык", "русский", "физика", "химия", "биология", "география", "история",
    "обществознание", "информатика", "литература", "литературное чтение", "окружающий мир",
    "английский язык", "немецкий язык", "французский язык", "иностранный язык", "алгебра",
    "геометрия", "mathematics", "physics", "chemistry", "biology", "geography", "history",
  ]
  private static let numberWords: Set<String> = ["номер", "n", "no"]
  private static let roomNames: Set<String> = [
    "спортзал", "спортивный зал", "актовый зал", "столовая", "библиотека", "мастерская",
    "рекреация",
  ]
  private static let remarkWords: Set<String> = [
    "организатор", "организаторы", "ответственный", "ответственные", "директор", "учитель",
    "классный", "председатель", "подпись", "дата", "член", "члены", "список", "предмет", "школа",
    "мбоу", "маоу", "впр", "примечание", "примечания", "м",
  ]
}
