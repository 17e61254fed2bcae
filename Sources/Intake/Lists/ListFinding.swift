import Exam
import Tables

/// What reading a row may find; cells are named by address, people by code or number in the list.
enum ListFinding {
  /// The kind of finding that says a cell of `column` was repaired.
  static func repairKind(_ column: ListColumn) -> Finding.Kind {
    switch column {
    case .code: .listRepairCode
    case .name, .surname, .given, .patronymic: .listRepairName
    case .class, .letter: .listRepairClass
    case .room: .listRepairRoom
    case .seat, .row, .desk: .listRepairSeat
    case .variant: .listRepairVariant
    case .subject: .listRepairSubject
    case .conditions: .listRepairConditions
    }
  }

  static func repaired(_ column: ListColumn, as value: String?) -> Wording {
    // A room without a digit could be a misplaced name: not quoted.
    let isQuoted = column != .room || (value ?? "").contains(where: \.isNumber)
    guard let value, isQuoted else {
      return Wording(ru: "исправлены пробелы или написание", en: "spaces or spelling were repaired")
    }
    return Wording(ru: "прочитано как «\(value)»", en: "read as “\(value)”")
  }

  static func carried(_ column: ListColumn, count: Int, at place: Wording) -> Finding {
    Finding(
      repairKind(column), .note, at: place,
      Wording(
        ru: "записано один раз и отнесено к строкам ниже: \(count)",
        en: "written once and carried down to the rows below: \(count)"))
  }

  static func given(_ given: Given, _ column: ListColumn, at place: Wording) -> Finding {
    let scope = column == .room ? Scope.room(RoomName(rawValue: given.value)) : .exam
    let kind: Finding.Kind
    let what: Wording
    switch column {
    case .room:
      kind = .listGivenRoom
      what = Wording(ru: "кабинет «\(given.value)» взят", en: "room “\(given.value)” was taken")
    case .subject:
      kind = .listGivenSubject
      what = Wording(
        ru: "предмет «\(given.value)» взят", en: "the subject “\(given.value)” was taken")
    default:
      kind = .listGivenClass
      what = Wording(ru: "класс «\(given.value)» взят", en: "class “\(given.value)” was taken")
    }
    let source: Wording
    switch given.source {
    case .sheetName: source = Wording(ru: "имени листа", en: "the sheet's name")
    case .row: source = Wording(ru: "этой строки", en: "this row")
    }
    return Finding(
      kind, .note, scope, at: place,
      Wording(
        ru: "\(what.ru) из \(source.ru)", en: "\(what.en) from \(source.en)"))
  }

  /// Titles, or a title and the sheet's name, give different rooms.
  static func contradiction(_ doubt: ListTable.Contradiction, at place: Wording) -> Finding {
    let rooms = doubt.rooms
    let names = rooms.map(\.rawValue)
    guard doubt.isOfSheet else {
      return Finding(
        .listRoomsDiffer, .stop, .room(rooms[0]), rooms: rooms, at: place,
        Wording(
          ru: "над таблицей названы разные кабинеты: «\(names[0])» и «\(names[1])»; оставьте один",
          en: "the rows above the table name different rooms: “\(names[0])” and “\(names[1])”; keep"
            + " one"))
    }
    return Finding(
      .listRoomsDiffer, .stop, .room(rooms[0]), rooms: rooms, at: place,
      Wording(
        ru: "здесь кабинет «\(names[0])», а по имени листа «\(names[1])»; исправьте то или другое",
        en: "here the room is “\(names[0])”, by the sheet's name “\(names[1])”; correct one"))
  }

  /// A sheet holds people of another one; some of their copies would be printed twice.
  static func repeatedSheet(
    count: Int, rooms: [RoomName], beside other: Wording, at place: Wording
  ) -> Finding {
    Finding(
      .listSheetRepeated, .stop, .room(rooms[0]), rooms: rooms, at: place,
      Wording(
        ru: "здесь те же участники, что и там: \(other.ru); их \(count). Скройте или удалите"
          + " лишний лист, иначе комплекты напечатаются дважды",
        en: "the same participants as in \(other.en): \(count). Hide or delete the sheet that is"
          + " too many, or their copies are printed twice"))
  }

  static func noRoom(key: String, at place: Wording) -> Finding {
    Finding(
      .listNoRoom, .stop, .person(key), at: place,
      Wording(
        ru: "у участника не указан кабинет; впишите его, иначе комплект не будет напечатан",
        en: "the participant has no room; fill it in, or no copy is printed"))
  }

  /// Of a table none of whose people has a room; `key` is the first of them.
  static func noRooms(_ count: Int, key: String, at place: Wording) -> Finding {
    Finding(
      .listNoRoom, .stop, .person(key), at: place,
      Wording(
        ru: "у таблицы нет кабинета, не будут напечатаны комплекты участников: \(count); добавьте"
          + " столбец «Кабинет» или строку «Кабинет 204» над таблицей",
        en: "the table has no room, no copies are printed for its participants: \(count); add a"
          + " column “Room” or a row “Room 204” above the table"))
  }

  static func nobody(at place: Wording) -> Finding {
    Finding(
      .listNoPerson, .warn, at: place,
      Wording(
        ru: "в строке нет ни ФИО, ни кода; строка пропущена, проверьте её",
        en: "the row has neither a name nor a code; it was skipped, check it"))
  }

  static func staffTable(at place: Wording) -> Finding {
    Finding(
      .listStaffSkipped, .warn, at: place,
      Wording(
        ru: "похоже, эта таблица сотрудников, а не участников; она не прочитана, проверьте её",
        en: "this looks like a table of staff, not of participants; it was not read, check it"))
  }

  static func foreignTable(at place: Wording) -> Finding {
    Finding(
      .listTableSkipped, .warn, at: place,
      Wording(
        ru: "здесь начинается таблица без ФИО и кодов; она не прочитана, проверьте её",
        en: "a table without names and codes begins here; it was not read, check it"))
  }

  /// Where nothing but the row tells staff from participants, their rooms wait for a person.
  static func staff(_ people: StaffRows, at place: Wording) -> Finding {
    let rooms = people.doubtfulRooms.sorted()
    let words = Wording(
      ru: "под этой строкой, похоже, сотрудники, а не участники: \(people.count); строки пропущены",
      en: "below this row stand staff, it seems, not participants: \(people.count); the rows were"
        + " skipped")
    guard let room = rooms.first else {
      return Finding(
        .listStaffSkipped, .warn, at: place,
        Wording(ru: words.ru + ", проверьте их", en: words.en + ", check them"))
    }
    return Finding(
      .listStaffSkipped, .stop, .room(room), rooms: rooms, at: place,
      Wording(
        ru: words.ru + ". Уберите их из списка; если это участники, уберите эту строку",
        en: words.en + ". Take them out of the list; if they are participants, take this row out"))
  }

  static func unclear(at place: Wording) -> Finding {
    Finding(
      .listSkippedUnclear, .warn, at: place,
      Wording(
        ru: "строка не похожа ни на участника, ни на заголовок; она пропущена, проверьте её",
        en: "the row looks neither like a participant nor like a title; it was skipped, check it"))
  }

  static func headingTwice(at place: Wording) -> Finding {
    Finding(
      .listHeadingTwice, .warn, at: place,
      Wording(
        ru: "такой заголовок уже есть левее; этот столбец не прочитан, при ошибке укажите"
          + " нужный в exam.yaml: columns",
        en: "this heading stands further left already; this column was not read, if that is"
          + " wrong name the right one in exam.yaml: columns"))
  }

  /// A title that speaks of a subject and does not tell which, or of several.
  static func unclearSubject(at place: Wording) -> Finding {
    Finding(
      .listSubjectUnclear, .warn, at: place,
      Wording(
        ru:
          "строка говорит о предмете, но о каком, не понять; если классы пишут разное, добавьте столбец"
          + " «Предмет»",
        en:
          "the row speaks of a subject but not clearly of one; if classes write different ones, add a"
          + " column “Subject”"))
  }

  /// A title of a subject that no work of exam.yaml has.
  static func otherTitle(_ subject: String, at place: Wording) -> Finding {
    Finding(
      .listSubjectUnclear, .warn, at: place,
      Wording(
        ru: "в заголовке предмет «\(subject)», а в exam.yaml такой работы нет: тот ли это список? "
          + "Печатается по exam.yaml",
        en: "the title names the subject “\(subject)”, and exam.yaml has no such work: is this the "
          + "right list? What exam.yaml says is printed"))
  }

  /// A column without a usual heading that holds subjects.
  static func subjectColumn(at place: Wording) -> Finding {
    Finding(
      .listGivenSubject, .warn, at: place,
      Wording(
        ru:
          "в столбце предметы: по нему решается, кто что пишет; назовите его «Предмет», а если это"
          + " не так, уберите столбец",
        en: "the column holds subjects: it decides who writes what; name it “Subject”, or take it"
          + " out if that is wrong"))
  }

  /// Subjects of a few people in a column that is not read.
  static func subjectsOfSome(at place: Wording) -> Finding {
    Finding(
      .listSubjectUnclear, .warn, at: place,
      Wording(
        ru: "в столбце названы предметы, но не у всех; он не прочитан. Если участники пишут разное,"
          + " назовите его «Предмет» и заполните",
        en: "the column names subjects, but not of all; it was not read. If people write different"
          + " ones, name it “Subject” and fill it in"))
  }

  /// Several columns of subjects, which would give people several works.
  static func subjectColumns(_ columns: String, at place: Wording) -> Finding {
    Finding(
      .listSubjectColumns, .stop, at: place,
      Wording(
        ru: "столбцов с предметами несколько (\(columns)), а прочитать можно один; оставьте предмет"
          + " этого проведения, для другого сделайте свою папку",
        en: "several columns hold subjects (\(columns)), and one can be read; keep the subject of"
          + " this exam, make a folder of its own for the other"))
  }

  static func total(at place: Wording) -> Finding {
    Finding(
      .listSkippedTotal, .note, at: place,
      Wording(ru: "строка итогов пропущена", en: "the row of totals was skipped"))
  }

  static func title(at place: Wording) -> Finding {
    Finding(
      .listSkippedTitle, .note, at: place,
      Wording(
        ru: "строка-подзаголовок пропущена", en: "the row is a subtitle and was skipped"))
  }

  static func emptyRows(_ count: Int, at place: Wording) -> Finding {
    Finding(
      .listSkippedEmpty, .note, at: place,
      Wording(ru: "пропущено пустых строк: \(count)", en: "empty rows skipped: \(count)"))
  }
}

/// What a cell that is wrong or unclear makes of its participant.
enum CellFinding {
  static func unreadable(
    _ column: ListColumn, text: String, key: String, rooms: [RoomName], at place: Wording
  ) -> Finding {
    let wanted = expected(column)
    let reason = reason(text)
    return Finding(
      .listCell, .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "\(reason.ru); исправьте ячейку, нужно: \(wanted.ru)",
        en: "\(reason.en); correct the cell, wanted: \(wanted.en)"))
  }

  /// A number whose last zero, if it had one, is not kept.
  static func fraction(
    _ text: String, key: String, rooms: [RoomName], at place: Wording
  ) -> Finding {
    Finding(
      .listCell, .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru:
          "число \(text) могло быть и \(text)0: программа не хранит последний ноль. Задайте ячейкам"
          + " формат «Текстовый» и впишите заново",
        en: "the number \(text) may have been \(text)0: the program does not keep the last zero."
          + " Give the cells the format “Text” and write it again"))
  }

  /// One of them would get no copy.
  static func severalNames(key: String, rooms: [RoomName], at place: Wording) -> Finding {
    Finding(
      .listSeveralNames, .stop, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "в ячейке несколько участников; впишите каждого в свою строку",
        en: "the cell holds several participants; give each a row of their own"))
  }

  /// Others of the table have a subject.
  static func noSubject(key: String, rooms: [RoomName], at place: Wording) -> Finding {
    Finding(
      .listNoSubject, .warn, .person(key), rooms: rooms, at: place,
      Wording(
        ru: "предмет не указан; работа взята по классу, проверьте, пишет ли участник её",
        en: "no subject is given; the work is the class's, check whether this one writes it"))
  }

  private static func reason(_ text: String) -> Wording {
    guard !text.isEmpty else { return Wording(ru: "ячейка пуста", en: "the cell is empty") }
    if text == CellText.notComputed {
      return Wording(
        ru: "формула не вычислена, откройте список в Excel или LibreOffice и сохраните",
        en: "the formula has no result yet, open the list in Excel or LibreOffice and save it")
    }
    if CellText.isError(text) {
      return Wording(ru: "в ячейке ошибка формулы", en: "the cell holds a formula's error")
    }
    if CellText.isDate(text) || CellText.isSpokenDate(text) || CellText.isTime(text) {
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
      .listConditionsPartly, .warn, .person(key), at: place,
      Wording(
        ru: "из особых условий понято не всё; на печать влияют только слова: слабовидящий,"
          + " +30 минут, отдельный кабинет",
        en: "not all of the special conditions was understood; only these change what is printed:"
          + " low vision, +30 minutes, own room"))
  }

  static func conditionsUnnamed(key: String, at place: Wording) -> Finding {
    Finding(
      .listConditionsUnnamed, .warn, .person(key), at: place,
      Wording(
        ru: "особые условия отмечены, но не названы; на печать они не влияют, при нужде впишите:"
          + " слабовидящий, +30 минут, отдельный кабинет",
        en: "special conditions are marked but not named; they do not change what is printed, if"
          + " needed write: low vision, +30 minutes, own room"))
  }

  /// What may be a remark, as «резерв».
  static func oddName(key: String, at place: Wording) -> Finding {
    Finding(
      .listNameOdd, .warn, .person(key), at: place,
      Wording(
        ru: "в имени нет ни одной заглавной буквы: проверьте, участник ли это; комплект для него"
          + " будет напечатан",
        en: "the name has no capital letter: check whether it is a participant; a copy is printed"
          + " for it"))
  }

  static func mixedLetters(key: String, at place: Wording) -> Finding {
    Finding(
      .listNameMixed, .warn, .person(key), at: place,
      Wording(
        ru: "в имени смешаны русские и латинские буквы; исправьте, иначе так и напечатается",
        en: "the name mixes Russian and Latin letters; correct it, or it is printed so"))
  }
}
