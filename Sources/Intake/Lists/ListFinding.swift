import Exam

/// What reading a row may find; cells are named by address, people by code or number in the list.
enum ListFinding {
  static func repair(
    _ column: ListColumn, as value: String?, key: String, at place: String
  ) -> Finding {
    // A room without a digit could be a misplaced name: not quoted.
    let isQuoted = column != .room || (value ?? "").contains(where: \.isNumber)
    let wording: Wording
    if let value, isQuoted {
      wording = Wording(ru: "прочитано как «\(value)»", en: "read as “\(value)”")
    } else {
      wording = Wording(
        ru: "исправлены пробелы или написание", en: "spaces or spelling were repaired")
    }
    return Finding("list.repair.\(column.rawValue)", .note, .person(key), at: place, wording)
  }

  static func carried(_ column: ListColumn, count: Int, at place: String) -> Finding {
    Finding(
      "list.repair.\(column.rawValue)", .note, at: place,
      Wording(
        ru: "записано один раз и отнесено к строкам ниже: \(count)",
        en: "written once and carried down to the rows below: \(count)"))
  }

  static func sheetRoom(_ room: String, at place: String) -> Finding {
    Finding(
      "list.repair.room", .note, .room(RoomName(rawValue: room)), at: place,
      Wording(
        ru: "столбца с кабинетом нет; кабинет «\(room)» взят из имени листа",
        en: "no column with the room; room “\(room)” was taken from the sheet's name"))
  }

  static func cell(
    _ column: ListColumn, key: String, rooms: [RoomName], at place: String
  ) -> Finding {
    let wanted = expected(column)
    return Finding(
      "list.cell", .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "значение не понято; исправьте ячейку, нужно: \(wanted.ru)",
        en: "the value cannot be understood; correct the cell, wanted: \(wanted.en)"))
  }

  private static func expected(_ column: ListColumn) -> Wording {
    switch column {
    case .code: Wording(ru: "код из одних цифр", en: "a code of digits only")
    case .class: Wording(ru: "класс, например 4А", en: "a class, for example 4А")
    case .seat: Wording(ru: "место, например 1А", en: "a seat, for example 1А")
    case .variant: Wording(ru: "вариант, например 1", en: "a variant, for example 1")
    default: Wording(ru: "кабинет, например 204", en: "a room, for example 204")
    }
  }

  static func noRoom(key: String, at place: String) -> Finding {
    Finding(
      "list.no-room", .stop, .person(key), at: place,
      Wording(
        ru: "у участника не указан кабинет; впишите его, иначе комплект не будет напечатан",
        en: "the participant has no room; fill it in, or no copy is printed"))
  }

  static func nobody(at place: String) -> Finding {
    Finding(
      "list.no-person", .warn, at: place,
      Wording(
        ru: "в строке нет ни ФИО, ни кода; строка пропущена, проверьте её",
        en: "the row has neither a name nor a code; it was skipped, check it"))
  }

  static func headingTwice(at place: String) -> Finding {
    Finding(
      "list.heading-twice", .warn, at: place,
      Wording(
        ru: "такой заголовок уже есть левее; этот столбец не прочитан, при ошибке укажите"
          + " нужный в exam.yaml: columns",
        en: "this heading stands further left already; this column was not read, if that is"
          + " wrong name the right one in exam.yaml: columns"))
  }

  static func total(at place: String) -> Finding {
    Finding(
      "list.skipped.total", .note, at: place,
      Wording(ru: "строка итогов пропущена", en: "the row of totals was skipped"))
  }

  static func title(at place: String) -> Finding {
    Finding(
      "list.skipped.title", .note, at: place,
      Wording(
        ru: "строка-подзаголовок пропущена", en: "the row is a subtitle and was skipped"))
  }

  static func emptyRows(_ count: Int, at place: String) -> Finding {
    Finding(
      "list.skipped.empty", .note, at: place,
      Wording(ru: "пропущено пустых строк: \(count)", en: "empty rows skipped: \(count)"))
  }
}
