import Exam
import Tables

/// What makes a list unusable as a whole.
enum ListTrouble {
  /// A file that could not be read as tables.
  static func unread(_ error: TableError) -> Trouble {
    let (kind, words) = reading(error.reason)
    return Trouble(kind, at: error.place.words, words)
  }

  private static func reading(_ reason: TableError.Reason) -> (kind: String, words: Wording) {
    switch reason {
    case .oldExcel:
      (
        "list.xls",
        Wording(
          ru: "это старый формат Excel (.xls); откройте файл и сохраните как «Книга Excel (.xlsx)»",
          en: "this is the old Excel format (.xls); open it and save it as .xlsx")
      )
    case .password:
      (
        "list.password",
        Wording(
          ru: "список защищён паролем; сохраните его без пароля",
          en: "the list has a password; save it without one")
      )
    case .foreign(let kind): ("list.other-kind", foreign(kind))
    case .noTable:
      (
        "list.no-table",
        Wording(
          ru: "это веб-страница без таблицы; откройте её источник и сохраните список как .xlsx",
          en: "this is a web page without a table; open where it comes from and save the list as"
            + " .xlsx")
      )
    case .notWorkbook:
      (
        "list.not-xlsx",
        Wording(
          ru: "это не книга Excel и не таблица LibreOffice; сохраните список как .xlsx, .ods или"
            + " .csv",
          en: "this is neither an Excel workbook nor a LibreOffice spreadsheet; save the list as"
            + " .xlsx, .ods or .csv")
      )
    case .damaged:
      (
        "list.damaged",
        Wording(
          ru: "файл повреждён; откройте его в Excel и сохраните заново",
          en: "the file is damaged; open it in Excel and save it again")
      )
    case .tooLarge:
      (
        "list.too-large",
        Wording(
          ru: "книга слишком велика для списка; оставьте в ней только таблицу участников",
          en: "the workbook is too large for a list; leave only the table of participants in it")
      )
    case .empty: ("list.empty", nobody)
    case .notText, .brokenLetters, .openQuote: text(reason)
    }
  }

  /// What is wrong with a file that should be a text.
  private static func text(_ reason: TableError.Reason) -> (kind: String, words: Wording) {
    switch reason {
    case .brokenLetters:
      (
        "list.encoding",
        Wording(
          ru: "файл в UTF-8, но буквы здесь повреждены; исправьте строку или сохраните список как"
            + " .xlsx",
          en: "the file is UTF-8, but letters are broken here; correct the row or save the list as"
            + " .xlsx")
      )
    case .openQuote:
      (
        "list.open-quote",
        Wording(
          ru: "кавычка открыта и не закрыта; исправьте её или сохраните список как .xlsx",
          en: "a quote is opened and never closed; correct it or save the list as .xlsx")
      )
    default:
      (
        "list.encoding",
        Wording(
          ru: "файл не похож на таблицу; откройте его в Excel и сохраните список как .xlsx",
          en: "the file is no table; open it in Excel and save the list as .xlsx")
      )
    }
  }

  /// A file of another kind, whatever its name says.
  private static func foreign(_ kind: ForeignKind) -> Wording {
    let name =
      switch kind {
      case .pdf: Wording(ru: "файл PDF", en: "a PDF")
      case .rtf: Wording(ru: "документ RTF", en: "an RTF document")
      case .webArchive: Wording(ru: "веб-архив (.mht)", en: "a web archive (.mht)")
      case .sylk: Wording(ru: "таблица SYLK (.slk)", en: "a SYLK table (.slk)")
      case .dif: Wording(ru: "таблица DIF", en: "a DIF table")
      case .veryOldExcel:
        Wording(ru: "очень старый формат Excel", en: "a very old Excel format")
      case .packed: Wording(ru: "архив", en: "an archive")
      case .picture: Wording(ru: "картинка", en: "a picture")
      case .utf32: Wording(ru: "текст в кодировке UTF-32", en: "a text in UTF-32")
      case .xml: Wording(ru: "файл XML, не таблица Excel", en: "an XML file, no table of Excel")
      }
    return Wording(
      ru: "это \(name.ru); откройте файл в Excel или LibreOffice и сохраните список как .xlsx",
      en: "this is \(name.en); open it in Excel or LibreOffice and save the list as .xlsx")
  }

  /// Letters that no encoding we know makes sense of.
  static func oddLetters(_ place: Wording) -> Trouble {
    Trouble(
      "list.encoding", at: place,
      Wording(
        ru: "кодировка не распознана (читаются UTF-8, UTF-16, cp1251, cp866, KOI8-R); откройте"
          + " список в Excel и сохраните как .xlsx",
        en: "the encoding is unknown (UTF-8, UTF-16, cp1251, cp866 and KOI8-R are read); open the"
          + " list in Excel and save it as .xlsx"))
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

  static func empty(_ place: Wording) -> Trouble { Trouble("list.empty", at: place, nobody) }

  private static let nobody = Wording(
    ru: "в списке нет ни одного участника; заполните строки под заголовком",
    en: "the list has no participants; fill in the rows below the heading")
}
