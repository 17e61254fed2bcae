import Exam
import Tables

/// Reads what stands above a table.
struct TitleScan {
  struct Title {
    /// The first row that belongs to the title rather than to the table before it.
    var start: Int
    var room: Given?
    var className: Given?
    var subject: Given?
    /// The row that speaks of a subject, but not clearly of one.
    var unclearSubject: Int?
    /// Another room that a row further up names.
    var otherRoom: String?
  }

  let sheet: GridSheet
  /// What the sheet's name says.
  let name: TitleFacts

  /// The title of the table whose heading stands at `heading`, at most down from `notBelow`.
  func title(above heading: Int, notBelow: Int, isFirst: Bool) -> Title {
    var title = Title(start: heading)
    var position = heading - 1
    var left = Self.height
    while position >= notBelow, left > 0 {
      let row = sheet.rows[position]
      if !row.isEmpty {
        guard isFirst || Self.speaks(row) else { break }
        title.start = position
        left -= 1
        take(TitleWords.facts(Self.text(row)), of: row, into: &title)
      }
      position -= 1
    }
    title.room = title.room ?? name.room.map { Given(value: $0, source: .sheetName) }
    title.className = title.className ?? name.className.map { Given(value: $0, source: .sheetName) }
    if title.unclearSubject == nil {
      title.subject = title.subject ?? name.subject?.given(by: .sheetName)
    }
    return title
  }

  /// The rooms of the title, or of the title and the sheet's name, where they differ.
  func contradiction(_ title: Title) -> ListTable.Contradiction? {
    guard let room = title.room, case .row(let row) = room.source else { return nil }
    let found = RoomName(rawValue: room.value)
    if let other = title.otherRoom {
      return ListTable.Contradiction(row: row, rooms: [found, RoomName(rawValue: other)])
    }
    guard let other = name.room, other != room.value,
      // Sheets are often just counted.
      other.count > 2 || sheet.name.contains(where: \.isLetter)
    else { return nil }
    return ListTable.Contradiction(
      row: row, rooms: [found, RoomName(rawValue: other)], isOfSheet: true)
  }

  private func take(_ facts: TitleFacts, of row: GridRow, into title: inout Title) {
    if title.room == nil, let room = facts.room {
      title.room = Given(value: room, source: .row(row.number))
    } else if let room = facts.room, let known = title.room, room != known.value {
      title.otherRoom = title.otherRoom ?? room
    }
    if title.className == nil, let className = facts.className {
      title.className = Given(value: className, source: .row(row.number))
    }
    if facts.subject == .unclear { title.unclearSubject = row.number }
    title.subject = title.subject ?? facts.subject?.given(by: .row(row.number))
  }

  /// Whether a row between two tables belongs to the lower one.
  private static func speaks(_ row: GridRow) -> Bool {
    let filled = row.texts.filter { !$0.isEmpty }
    guard let first = filled.first, filled.count <= 3, !RowCells.isTotal(first) else {
      return false
    }
    if TitleWords.opensTitle(first) { return true }
    return filled.count == 1
      && (TitleWords.isRemark(first) || first.contains(where: \.isNumber)
        || !TitleWords.facts(first).isEmpty)
  }

  private static func text(_ row: GridRow) -> String {
    row.texts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Rows of a title.
  private static let height = 12
}

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
  /// A subject that a title names in passing: «Список участников ВПР по истории».
  case spoken(String)
  /// It speaks of one, but which it is cannot be told.
  case unclear
}

extension TitleSubject {
  /// What it gives the people below; nil where it is not clear.
  func given(by source: Given.Source) -> Given? {
    switch self {
    case .said(let subject): Given(value: subject, source: source)
    case .spoken(let subject): Given(value: subject, source: source, isInPassing: true)
    case .unclear: nil
    }
  }
}

/// Finds rooms and classes in titles: «Кабинет 204», «Список 5 «А» класса».
enum TitleWords {
  static func facts(_ text: String) -> TitleFacts {
    let tokens = tokens(text)
    return TitleFacts(
      room: room(tokens).map { withBuilding($0, text) }, className: className(tokens),
      subject: subject(alone: text).map(TitleSubject.said) ?? subject(text, tokens)
        ?? spoken(tokens))
  }

  /// «ВПР по русскому языку», «Контрольная работа, история».
  private static func spoken(_ tokens: [String]) -> TitleSubject? {
    guard !tokens.contains(where: { word in staffWords.contains(where: word.hasPrefix) }) else {
      return nil
    }
    let subjects = SubjectWords.spoken(tokens, isAnywhere: !tokens.contains(where: isRoomWord))
    guard let only = subjects.first else { return nil }
    return subjects.count == 1 ? .spoken(only) : .unclear
  }

  /// The room with the building that the title tells: «Кабинет 204, корпус 2».
  private static func withBuilding(_ room: String, _ text: String) -> String {
    RoomBuilding(text)?.name(of: RoomName(rawValue: room)).rawValue ?? room
  }

  private static func isRoomWord(_ token: String) -> Bool { roomWords.contains(token) }

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
    if tokens.count == 1, CellText.isDigits(first), first.utf8.count <= 4 {
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
    guard let at = tokens.firstIndex(where: roomWords.contains),
      !tokens[..<at].contains(where: { word in otherRooms.contains(where: word.hasPrefix) })
    else { return nil }
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
  /// Before the word for a room: rooms where nobody writes.
  private static let otherRooms = [
    "резерв", "запасн", "штаб", "медик", "медиц", "медпункт", "ожидан", "гардероб", "хранен",
    "телефон",
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

/// The day and the bell that the rows above the tables give: «ВПР 21.04.2026, начало в 9:00».
struct TitleDay {
  /// The day; nil where none is given, or several.
  let date: CivilDate?
  /// The bell; nil where none is given, or several.
  let starts: ClockTime?

  private static let height = 12

  init(grid: Grid, tables: [ListTable]) {
    let titles = tables.flatMap { table in
      grid.sheets[table.sheet].rows.filter { $0.number < table.headerRow }.suffix(Self.height)
        .map { $0.texts.filter { !$0.isEmpty }.joined(separator: " ") }
    }
    let dates = Set(titles.flatMap(Self.dates))
    let times = Set(titles.flatMap(Self.times))
    date = dates.count == 1 ? dates.first : nil
    starts = times.count == 1 ? times.first : nil
  }

  /// Whether a text tells when a program wrote the list.
  private static func isStamp(_ text: String) -> Bool {
    let small = text.lowercased()
    return ["выгру", "формир", "создан", "распечат", "exported", "generated"].contains {
      small.contains($0)
    }
  }

  /// Every day a text names; one that no calendar has is none.
  private static func dates(in text: String) -> [CivilDate] {
    let text = text.lowercased()
    let numbers = text.matches(
      of: /(?:^|\D)(\d{1,2}[.\/]\d{1,2}[.\/](?:20)?\d\d|20\d\d-\d\d-\d\d)(?!\d)/
    ).compactMap { match in
      let parts = match.1.split(separator: /[.\/]/)
      guard parts.count == 3 else { return CivilText.date(String(match.1)) }
      let year = parts[2].count == 2 ? "20\(parts[2])" : String(parts[2])
      return CivilText.date("\(parts[0]).\(parts[1]).\(year)")
    }
    let words = text.matches(of: /(?:^|\D)(\d{1,2})["»”]?\s+([а-я]{3,8})\s+(20\d\d)/)
      .compactMap { match -> CivilDate? in
        guard let day = Int(match.1), let year = Int(match.3),
          let month = months.firstIndex(where: { match.2.hasPrefix($0) })
        else { return nil }
        return CivilDate(year: year, month: month + 1, day: day)
      }
    return numbers + words
  }

  private static let months = [
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]

  /// Every time that a text calls a beginning, or says right behind a day.
  private static func times(in text: String) -> [ClockTime] {
    let pattern =
      /(?:начал\S*|звонок|старт|starts?|begins?|время\s*:|время проведения)\D{0,20}?(\d{1,2})(?:[:.\-](\d\d)(?!\.?\d)|\s*ч(?:ас\S*)?\.?(?:\s*(\d\d)\s*мин)?)/
    let called = text.lowercased().matches(of: pattern).compactMap { match -> ClockTime? in
      guard let hour = Int(match.1), let minute = Int(match.2 ?? match.3 ?? "0") else { return nil }
      return ClockTime(hour: hour, minute: minute)
    }
    let behindDay = /\d[.\/](?:20)?\d\d\s*(?:г\.|г|года)?\s*,?\s+(?:в\s+)?(\d{1,2}):(\d\d)(?!\d)/
    guard !isStamp(text) else { return called }
    return called
      + text.lowercased().matches(of: behindDay).compactMap { match in
        guard let hour = Int(match.1), let minute = Int(match.2) else { return nil }
        return ClockTime(hour: hour, minute: minute)
      }
  }
}
