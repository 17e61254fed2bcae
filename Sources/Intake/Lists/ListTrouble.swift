import Exam

/// What makes a list unusable as a whole.
enum ListTrouble {
  static func oldExcel(_ file: String) -> Trouble {
    Trouble(
      "list.xls", at: file,
      Wording(
        ru: "это старый формат Excel (.xls) или книга с паролем; откройте файл и сохраните"
          + " как «Книга Excel (.xlsx)» без пароля",
        en: "this is the old Excel format (.xls) or has a password; open it and save it as .xlsx"
          + " without a password"))
  }

  static func notXLSX(_ file: String) -> Trouble {
    Trouble(
      "list.not-xlsx", at: file,
      Wording(
        ru: "это не книга Excel; сохраните список как .xlsx или .csv",
        en: "this is no Excel workbook; save the list as .xlsx or .csv"))
  }

  static func damaged(_ file: String) -> Trouble {
    Trouble(
      "list.damaged", at: file,
      Wording(
        ru: "файл повреждён; откройте его в Excel и сохраните заново",
        en: "the file is damaged; open it in Excel and save it again"))
  }

  static func tooLarge(_ file: String) -> Trouble {
    Trouble(
      "list.too-large", at: file,
      Wording(
        ru: "книга слишком велика для списка; оставьте в ней только таблицу участников",
        en: "the workbook is too large for a list; leave only the table of participants in it"))
  }

  static func unreadable(_ file: String) -> Trouble {
    Trouble(
      "list.encoding", at: file,
      Wording(
        ru: "файл не похож на текст в UTF-8 или cp1251; сохраните список как .xlsx",
        en: "the file is not text in UTF-8 or cp1251; save the list as .xlsx"))
  }

  static func noHeading(_ file: String) -> Trouble {
    Trouble(
      "list.no-heading", at: file,
      Wording(
        ru: "нет строки заголовков с ФИО или кодом; назовите столбцы «ФИО» (или «Код») и"
          + " «Кабинет» либо укажите их в exam.yaml, раздел columns",
        en: "no heading row with a name or code; name the columns “Name” (or “Code”) and “Room”,"
          + " or give them in exam.yaml under columns"))
  }

  static func noRoomColumn(_ place: String) -> Trouble {
    Trouble(
      "list.no-room-column", at: place,
      Wording(
        ru: "нет столбца с кабинетом; назовите столбец «Кабинет» или укажите его в exam.yaml:"
          + " columns, room",
        en: "no column with the room; name it “Room” or give it in exam.yaml: columns, room"))
  }

  static func noColumn(_ column: ListColumn, _ wanted: String, _ file: String) -> Trouble {
    Trouble(
      "list.no-column", at: file,
      Wording(
        ru: "в списке нет столбца «\(wanted)», названного в exam.yaml:"
          + " columns, \(column.rawValue); исправьте заголовок или exam.yaml",
        en: "the list has no column “\(wanted)” named in exam.yaml: columns,"
          + " \(column.rawValue); correct the heading or exam.yaml"))
  }

  static func empty(_ file: String) -> Trouble {
    Trouble(
      "list.empty", at: file,
      Wording(
        ru: "в списке нет ни одного участника; заполните строки под заголовком",
        en: "the list has no participants; fill in the rows below the heading"))
  }
}
