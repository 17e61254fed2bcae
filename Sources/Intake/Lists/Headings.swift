import Exam

/// The words by which headings are recognised, in their bare form.
enum Headings {
  /// Small letters, digits and single spaces; `е` for `ё`.
  static func bare(_ text: String) -> String {
    let spaced = text.lowercased().map { character -> Character in
      if character == "ё" { return "е" }
      return character.isLetter || character.isNumber ? character : " "
    }
    return String(spaced).split(separator: " ").joined(separator: " ")
  }

  static func column(_ bare: String) -> ListColumn? { columns[bare] }

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
      "фио", "ф и о", "фамилия имя отчество", "фамилия имя", "фамилия и имя", "ф и", "участник",
      "ученик", "обучающийся", "фио участника", "фио ученика", "фио обучающегося",
      "ф и о участника", "ф и о ученика", "ф и о обучающегося", "фамилия имя отчество участника",
      "фамилия имя отчество обучающегося", "name", "full name", "student", "participant",
      "student name", "participant name",
    ],
    .surname: ["фамилия", "фамилия участника", "surname", "last name", "family name"],
    .given: ["имя", "имя участника", "given name", "first name", "given"],
    .patronymic: ["отчество", "отчество участника", "отчество при наличии", "patronymic"],
    .class: ["класс", "класс литера", "класс обучения", "class", "grade", "form"],
    .room: [
      "кабинет", "каб", "аудитория", "ауд", "номер кабинета", "номер аудитории", "кабинета",
      "аудитории", "кабинет аудитория", "аудитория кабинет", "помещение", "место проведения",
      "room", "room number", "classroom",
    ],
    .seat: [
      "место", "номер места", "места", "парта", "номер парты", "рабочее место",
      "посадочное место", "место в аудитории", "место в кабинете", "seat", "seat number", "desk",
    ],
    .variant: [
      "вариант", "вар", "номер варианта", "варианта", "вариант ким", "вариант работы", "variant",
    ],
  ]
}
