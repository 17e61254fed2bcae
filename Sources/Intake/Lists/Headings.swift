import Exam
import Tables

/// The words by which headings are recognised, in their bare form.
enum Headings {
  /// Small letters, digits and single spaces; `е` for `ё`.
  static func bare(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    var isBetween = false
    for scalar in text.lowercased().unicodeScalars {
      guard isWord(scalar) else {
        isBetween = !bare.isEmpty
        continue
      }
      if isBetween { bare.append(" ") }
      isBetween = false
      bare.append(scalar == "ё" ? "е" : scalar)
    }
    return String(bare)
  }

  /// Whether a scalar is a letter or a number; the usual ones are told without the tables.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x410...0x44F, 0x401, 0x451: true
    case 0...0x7F: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  static func column(_ bare: String) -> ListColumn? { columns[bare] }

  /// The column of a heading, also with a remark in brackets or words for whose it is:
  /// «ФИО (полностью)», «ФИО учащегося», «Код участника ВПР 2026».
  static func column(heading text: String) -> ListColumn? {
    let whole = bare(text)
    if let column = columns[whole] { return column }
    let open = text.firstIndex(of: "(") ?? text.endIndex
    let words = bare(String(text[..<open])).split(separator: " ")
    guard !words.isEmpty, words.count <= 8 else { return nil }
    if let column = columns[words.joined(separator: " ")] { return column }
    let core = words.filter { !owners.contains(String($0)) && !isYear($0) }
    return columns[core.joined(separator: " ")]
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.count == 4 && word.hasPrefix("20") && CellText.isDigits(word)
  }

  private static let owners: Set<String> = [
    "учащегося", "учащийся", "ученика", "обучающегося", "участника", "участников", "школьника",
    "ребенка", "учеников", "учащихся", "обучающихся", "впр", "оо", "год", "года", "номер",
  ]

  /// Whether a column tells in which building a room is.
  static func isBuilding(_ bare: String) -> Bool {
    ["корпус", "здание", "номер корпуса", "корпус номер", "building"].contains(bare)
  }

  /// Whether lists have a column with this heading that tells nothing to us.
  static func isOther(_ text: String, _ bare: String) -> Bool {
    bare.isEmpty ? text.contains("№") : others.contains(bare)
  }

  private static let others: Set<String> = [
    "п п", "пп", "номер п п", "номер", "n", "n п п", "подпись", "примечание", "примечания",
    "дата рождения", "пол", "школа", "отметка", "балл", "количество", "участников", "учеников",
    "человек", "кол во", "количество участников", "кол во участников", "всего",
  ]

  private static let columns: [String: ListColumn] = {
    var columns: [String: ListColumn] = [:]
    for (column, words) in table {
      for word in words { columns[word] = column }
    }
    return columns
  }()

  private static let table: [ListColumn: [String]] = [
    .code: [
      "код", "код участника", "код участника впр", "код ученика", "код обучающегося",
      "код участника оценочной процедуры", "номер участника", "code", "participant code",
      "student code", "participant id",
    ],
    .name: [
      "фио", "ф и о", "фамилия имя отчество", "фамилия имя", "фамилия и имя", "ф и", "фи",
      "фамилия и о", "фамилия инициалы", "учащийся", "участник",
      "ученик", "обучающийся", "фио участника", "фио ученика", "фио обучающегося",
      "ф и о участника", "ф и о ученика", "ф и о обучающегося", "фамилия имя отчество участника",
      "фамилия имя отчество обучающегося", "name", "full name", "student", "participant",
      "student name", "participant name",
    ],
    .surname: ["фамилия", "фамилия участника", "surname", "last name", "family name"],
    .given: ["имя", "имя участника", "given name", "first name", "given"],
    .patronymic: ["отчество", "отчество участника", "отчество при наличии", "patronymic"],
    .class: [
      "класс", "класс курс", "параллель", "класс литера", "класс буква", "класс группа",
      "класс с литерой", "класс обучения",
      "class", "grade", "form",
    ],
    .letter: [
      "литера", "буква", "литера класса", "буква класса", "литера класса буква", "литер",
      "class letter", "letter", "section",
    ],
    .row: ["ряд", "номер ряда", "row", "row number"],
    .subject: [
      "предмет", "учебный предмет", "предмет впр", "работа", "дисциплина", "наименование предмета",
      "название предмета", "предметы", "дисциплины", "дисциплина предмет", "предмет дисциплина",
      "название работы", "наименование работы", "экзамен", "пишет", "subject", "exam", "paper",
    ],
    .room: [
      "кабинет", "каб", "аудитория", "ауд", "номер кабинета", "номер аудитории", "кабинета",
      "аудитории", "номер каб", "номер ауд", "каб номер", "кабинет номер", "аудитория номер",
      "кабинет аудитория", "аудитория кабинет", "помещение", "место проведения",
      "комната", "номер комнаты", "комната номер", "кабинет no", "каб no", "каб n", "кабинет n",
      "место проведения экзамена", "учебный кабинет", "где пишет", "куда", "ппэ аудитория",
      "room", "room number", "room no", "room nr", "room name", "classroom", "hall", "hall number",
      "exam room", "venue", "location",
    ],
    .seat: [
      "место", "номер места", "места", "парта", "номер парты", "рабочее место",
      "посадочное место", "место в аудитории", "место в кабинете", "место в ряду", "ряд место",
      "ряд и место", "seat", "seat number", "seat no", "desk", "place",
    ],
    .conditions: [
      "овз", "особые условия", "условия", "специальные условия", "особые условия овз",
      "овз особые условия", "условия проведения", "conditions", "special conditions",
      "accommodations",
    ],
    .variant: [
      "вариант", "вар", "номер варианта", "варианта", "вариант ким", "вариант работы", "variant",
    ],
  ]
}
