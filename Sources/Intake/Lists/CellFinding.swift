import Exam

/// What a cell that is wrong or unclear makes of its participant.
enum CellFinding {
  static func unreadable(
    _ column: ListColumn, text: String, key: String, rooms: [RoomName], at place: Wording
  ) -> Finding {
    let wanted = expected(column)
    let reason = reason(text)
    return Finding(
      "list.cell", .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "\(reason.ru); исправьте ячейку, нужно: \(wanted.ru)",
        en: "\(reason.en); correct the cell, wanted: \(wanted.en)"))
  }

  /// A number whose last zero, if it had one, is not kept.
  static func fraction(
    _ text: String, key: String, rooms: [RoomName], at place: Wording
  ) -> Finding {
    Finding(
      "list.cell", .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru:
          "число \(text) могло быть и \(text)0: программа не хранит последний ноль. Задайте ячейкам"
          + " формат «Текстовый» и впишите заново",
        en: "the number \(text) may have been \(text)0: the program does not keep the last zero."
          + " Give the cells the format “Text” and write it again"))
  }

  /// Others of the table have a subject.
  static func noSubject(key: String, rooms: [RoomName], at place: Wording) -> Finding {
    Finding(
      "list.no-subject", .warn, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "предмет не указан; работа взята по классу, проверьте, пишет ли участник её",
        en: "no subject is given; the work is the class's, check whether this one writes it"))
  }

  private static func reason(_ text: String) -> Wording {
    guard !text.isEmpty else { return Wording(ru: "ячейка пуста", en: "the cell is empty") }
    if text == CellError.notComputed {
      return Wording(
        ru: "формула не вычислена, откройте список в Excel или LibreOffice и сохраните",
        en: "the formula has no result yet, open the list in Excel or LibreOffice and save it")
    }
    if CellError.isError(text) {
      return Wording(ru: "в ячейке ошибка формулы", en: "the cell holds a formula's error")
    }
    if SerialDate.isDate(text) || SerialDate.isSpoken(text) {
      return Wording(
        ru: "в ячейке дата, возможно, программа превратила в неё набранное",
        en: "the cell holds a date, perhaps the program made one of what was typed")
    }
    return Wording(ru: "значение не понято", en: "the value cannot be understood")
  }

  private static func expected(_ column: ListColumn) -> Wording {
    switch column {
    case .code: Wording(ru: "код из одних цифр", en: "a code of digits only")
    case .class, .letter:
      Wording(ru: "класс, например 4А или 5/1", en: "a class, for example 4А or 5/1")
    case .seat, .row, .desk:
      Wording(ru: "место, например 1А или 1-12", en: "a seat, for example 1А or 1-12")
    case .subject:
      Wording(ru: "предмет, например Математика", en: "a subject, for example Mathematics")
    case .variant: Wording(ru: "вариант, например 1", en: "a variant, for example 1")
    case .conditions:
      Wording(
        ru: "условия, например «слабовидящий, +30 минут, отдельный кабинет», или «нет»",
        en: "conditions, for example “low vision, +30 minutes, own room”, or “no”")
    case .name, .surname, .given, .patronymic:
      Wording(ru: "фамилия, имя и отчество", en: "a name")
    case .room: Wording(ru: "кабинет, например 204", en: "a room, for example 204")
    }
  }

  /// Some words of the conditions were not understood; they concern health and are not quoted.
  static func conditionsPartly(key: String, at place: Wording) -> Finding {
    Finding(
      "list.conditions.partly", .warn, .person(key), at: place,
      Wording(
        ru: "из особых условий понято не всё; на печать влияют только слова: слабовидящий,"
          + " +30 минут, отдельный кабинет",
        en: "not all of the special conditions was understood; only these change what is printed:"
          + " low vision, +30 minutes, own room"))
  }

  static func conditionsUnnamed(key: String, at place: Wording) -> Finding {
    Finding(
      "list.conditions.unnamed", .warn, .person(key), at: place,
      Wording(
        ru: "особые условия отмечены, но не названы; на печать они не влияют, при нужде впишите:"
          + " слабовидящий, +30 минут, отдельный кабинет",
        en: "special conditions are marked but not named; they do not change what is printed, if"
          + " needed write: low vision, +30 minutes, own room"))
  }

  static func mixedLetters(key: String, at place: Wording) -> Finding {
    Finding(
      "list.name-mixed", .warn, .person(key), at: place,
      Wording(
        ru: "в имени смешаны русские и латинские буквы; исправьте, иначе так и напечатается",
        en: "the name mixes Russian and Latin letters; correct it, or it is printed so"))
  }
}
