import Exam

/// What makes a list unusable as a whole.
enum ListTrouble {
  static func oldExcel(_ file: String) -> Trouble {
    Trouble(
      "list.xls", at: file,
      Wording(
        ru: "это старый формат Excel (.xls); откройте файл и сохраните как «Книга Excel (.xlsx)»",
        en: "this is the old Excel format (.xls); open it and save it as .xlsx"))
  }

  /// A file of another kind, whatever its name says.
  static func otherKind(_ file: String, _ kind: Wording) -> Trouble {
    Trouble(
      "list.other-kind", at: file,
      Wording(
        ru: "это \(kind.ru); откройте файл в Excel или LibreOffice и сохраните список как .xlsx",
        en: "this is \(kind.en); open it in Excel or LibreOffice and save the list as .xlsx"))
  }

  static func noTable(_ file: String) -> Trouble {
    Trouble(
      "list.no-table", at: file,
      Wording(
        ru: "это веб-страница без таблицы; откройте её источник и сохраните список как .xlsx",
        en:
          "this is a web page without a table; open where it comes from and save the list as .xlsx"
      ))
  }

  /// Letters that no encoding we know makes sense of.
  static func oddLetters(_ file: String) -> Trouble {
    Trouble(
      "list.encoding", at: file,
      Wording(
        ru: "кодировка не распознана (читаются UTF-8, UTF-16, cp1251, cp866, KOI8-R); откройте"
          + " список в Excel и сохраните как .xlsx",
        en: "the encoding is unknown (UTF-8, UTF-16, cp1251, cp866 and KOI8-R are read); open the"
          + " list in Excel and save it as .xlsx"))
  }

  static func brokenLetters(_ file: String, line: Int) -> Trouble {
    Trouble(
      "list.encoding",
      at: Wording(ru: "\(file), строка \(line)", en: "\(file), row \(line)"),
      Wording(
        ru: "файл в UTF-8, но буквы здесь повреждены; исправьте строку или сохраните список как"
          + " .xlsx",
        en: "the file is UTF-8, but letters are broken here; correct the row or save the list as"
          + " .xlsx"))
  }

  static func notXLSX(_ file: String) -> Trouble {
    Trouble(
      "list.not-xlsx", at: file,
      Wording(
        ru: "это не книга Excel и не таблица LibreOffice; сохраните список как .xlsx, .ods или"
          + " .csv",
        en: "this is neither an Excel workbook nor a LibreOffice spreadsheet; save the list as"
          + " .xlsx, .ods or .csv"))
  }

  static func password(_ file: String) -> Trouble {
    Trouble(
      "list.password", at: file,
      Wording(
        ru: "список защищён паролем; сохраните его без пароля",
        en: "the list has a password; save it without one"))
  }

  static func openQuote(_ file: String, line: Int) -> Trouble {
    Trouble(
      "list.open-quote",
      at: Wording(ru: "\(file), строка \(line)", en: "\(file), row \(line)"),
      Wording(
        ru: "кавычка открыта и не закрыта; исправьте её или сохраните список как .xlsx",
        en: "a quote is opened and never closed; correct it or save the list as .xlsx"))
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
        ru: "файл не похож на таблицу; откройте его в Excel и сохраните список как .xlsx",
        en: "the file is no table; open it in Excel and save the list as .xlsx"))
  }

  static func noHeading(_ place: Wording, hiddenColumns: Bool) -> Trouble {
    Trouble(
      "list.no-heading", at: place,
      hinted(
        hiddenColumns,
        ru: "нет строки заголовков с ФИО или кодом; назовите столбцы «ФИО» (или «Код») и"
          + " «Кабинет» либо укажите их в exam.yaml, раздел columns",
        en: "no heading row with a name or code; name the columns “Name” (or “Code”) and “Room”,"
          + " or give them in exam.yaml under columns"))
  }

  static func noRoomColumn(_ place: Wording, hiddenColumns: Bool) -> Trouble {
    Trouble(
      "list.no-room-column", at: place,
      hinted(
        hiddenColumns,
        ru: "кабинет не указан; назовите столбец «Кабинет», напишите над таблицей «Кабинет 204»,"
          + " назовите так лист или укажите столбец в exam.yaml: columns, room",
        en: "no room is given; name a column “Room”, write “Room 204” above the table, name the"
          + " sheet so, or give the column in exam.yaml: columns, room"))
  }

  private static func hinted(_ isHidden: Bool, ru: String, en: String) -> Wording {
    guard isHidden else { return Wording(ru: ru, en: en) }
    return Wording(
      ru: ru + ". В файле есть скрытые столбцы, они не прочитаны: отобразите их",
      en: en + ". The file has hidden columns, which were not read: unhide them")
  }

  static func noColumn(_ column: ListColumn, _ wanted: String, _ place: Wording) -> Trouble {
    Trouble(
      "list.no-column", at: place,
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
