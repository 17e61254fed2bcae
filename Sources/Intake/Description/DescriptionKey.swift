public import Exam

/// A key of exam.yaml: what is understood is what the manual tells of.
public struct DescriptionKey: Sendable {
  /// The key, as it is written.
  public let name: String
  /// What it says.
  public let what: Wording
  /// What holds where it is left out; nil where that says nothing.
  public let fallback: Wording?

  fileprivate init(
    _ name: String, ru: String, en: String, unless fallback: (ru: String, en: String)? = nil
  ) {
    self.name = name
    what = Wording(ru: ru, en: en)
    self.fallback = fallback.map { Wording(ru: $0.ru, en: $0.en) }
  }

  /// A part of exam.yaml, and the keys that may stand there.
  public struct Block: Sendable {
    /// Where it stands.
    public let title: Wording
    /// The keys, in the order of reading.
    public let keys: [DescriptionKey]

    /// The keys, as they are written.
    public var names: [String] { keys.map(\.name) }
  }

  /// All of exam.yaml.
  public static let blocks = [exam, spares, printer, people, work, material, columns]
}

extension DescriptionKey {
  static let exam = Block(
    title: Wording(ru: "Проведение", en: "The exam"),
    keys: [
      DescriptionKey(
        "id", ru: "номер проведения: шесть заглавных латинских букв или цифр, в каждой метке",
        en: "six capitals or digits, in every mark", unless: ("выбирается один раз", "drawn once")),
      DescriptionKey(
        "title", ru: "название, в шапках листов", en: "the title, in the heads of papers"),
      DescriptionKey("date", ru: "день: 21.04.2026", en: "the day: 21.04.2026 or 2026-04-21"),
      DescriptionKey("starts", ru: "звонок: \"9:00\"", en: "the bell: \"9:00\""),
      DescriptionKey(
        "ready", ru: "когда пакеты должны быть у дверей: \"8:40\"",
        en: "when packs are at the doors: \"8:40\"",
        unless: ("за 20 минут до звонка", "20 minutes before the bell")),
      DescriptionKey(
        "layout", ru: "макет листов: встроенный или папка",
        en: "the layout of papers: a built-in one or a folder", unless: ("vpr", "vpr")),
      DescriptionKey(
        "language", ru: "язык экрана: ru или en", en: "ru or en, for screens",
        unless: ("язык системы", "the locale")),
      DescriptionKey(
        "school", ru: "школа, в шапках листов", en: "the school, in the heads of papers"),
      DescriptionKey(
        "phone", ru: "телефон на случай вопросов", en: "the telephone number for trouble"),
      DescriptionKey(
        "list", ru: "файл списка: XLSX, ODS или CSV", en: "the list's file: XLSX, ODS or CSV",
        unless: ("единственная таблица в папке", "the only table of the folder")),
      DescriptionKey(
        "columns", ru: "заголовки или буквы столбцов, которые не узнаны сами",
        en: "headings or letters of columns that are not recognised by themselves",
        unless: ("по заголовкам", "by heading")),
      DescriptionKey(
        "codes",
        ru: "откуда коды: файл (таблица или PDF), папка прежней работы, rule, или их список",
        en:
          "where codes come from: a file (table or PDF), an earlier exam's folder, rule, or a list",
        unless: ("коды списка", "the list's codes")),
      DescriptionKey(
        "works", ru: "работы", en: "the works",
        unless: ("одна, предмет неизвестен", "one of unknown subject")),
      DescriptionKey(
        "spares", ru: "резервные комплекты", en: "spare sets",
        unless: ("по одному на вариант в кабинете", "one a variant and room")),
      DescriptionKey(
        "marks", ru: "метки: pages (на каждой странице), first (на первой), none (без меток)",
        en: "pages (each), first (the first of a copy) or none", unless: ("pages", "pages")),
      DescriptionKey(
        "pageSizes", ru: "размер страниц: [A4] или any", en: "[A4] or any", unless: ("A4", "A4")),
      DescriptionKey(
        "printers", ru: "принтеры", en: "the printers",
        unless: ("все очереди, которые принимают задания", "every queue that accepts jobs")),
      DescriptionKey(
        "organisers", ru: "организаторов в каждом кабинете", en: "organisers in each room",
        unless: ("1", "1")),
      DescriptionKey(
        "proof", ru: "в терминале сначала проба: по экземпляру каждой работы и варианта",
        en: "at a terminal a proof first: a set of each work and variant",
        unless: ("true, если она есть в макете", "true, where the layout has it")),
      DescriptionKey(
        "people", ru: "кто печатает и кто проверяет: их спросят цифрой",
        en: "who prints and who checks: asked for by digit", unless: ("никого", "nobody")),
    ])

  static let people = Block(
    title: Wording(ru: "Люди (people)", en: "People"),
    keys: [
      DescriptionKey(
        "prints", ru: "кто печатает: Петрова А. И., или список", en: "who prints; one, or a list"),
      DescriptionKey(
        "checks", ru: "кто смотрит пробу, кроме того, кто печатает",
        en: "who looks at the proof, besides who prints"),
    ])

  static let spares = Block(
    title: Wording(ru: "Резерв (spares)", en: "Spares"),
    keys: [
      DescriptionKey(
        "perVariant", ru: "столько на каждый вариант в кабинете: {perVariant: 1}",
        en: "so many a variant and room: {perVariant: 1}"),
      DescriptionKey(
        "percent", ru: "процент от участников кабинета: {percent: 5, atLeast: 1}",
        en: "a percentage of a room's participants: {percent: 5, atLeast: 1}"),
      DescriptionKey("atLeast", ru: "но не меньше", en: "but at least", unless: ("0", "0")),
      DescriptionKey(
        "exam", ru: "столько на вариант на всю школу: {exam: 2}",
        en: "so many a variant for the whole exam: {exam: 2}"),
    ])

  static let printer = Block(
    title: Wording(ru: "Принтер (printers)", en: "A printer"),
    keys: [
      DescriptionKey(
        "name", ru: "очередь CUPS или имя для людей", en: "the CUPS queue, or a name for people"),
      DescriptionKey("ppm", ru: "страниц в минуту", en: "pages a minute"),
      DescriptionKey("tray", ru: "листов входит в лоток", en: "sheets the tray holds"),
      DescriptionKey(
        "output",
        ru: "листов на выходе; больший пакет выходит частями, следующая — когда лоток пуст",
        en: "sheets the output bin holds; a larger pack comes in parts, each when the bin is empty"),
      DescriptionKey(
        "order", ru: "какой лист сверху: first-on-top или last-on-top",
        en: "which sheet lies on top: first-on-top or last-on-top",
        unless: ("как показала репетиция", "as a rehearsal showed")),
      DescriptionKey(
        "reserve", ru: "true: печатает, только когда других не хватает",
        en: "true: prints only when the others are not enough", unless: ("false", "false")),
      DescriptionKey(
        "pages", ru: "страницы для принтера, который портит PDF: as-is, drawn или raster",
        en: "pages for a printer that garbles PDFs: as-is, drawn or raster",
        unless: ("as-is", "as-is")),
      DescriptionKey(
        "uri", ru: "прямой адрес: ipp://… или ipps://…", en: "a direct address: ipp://… or ipps://…"
      ),
      DescriptionKey(
        "folder", ru: "папка, куда писать вместо принтера", en: "a folder to write to instead"),
    ])

  static let work = Block(
    title: Wording(ru: "Работа (works)", en: "A work"),
    keys: [
      DescriptionKey("id", ru: "короткое имя", en: "a short name"),
      DescriptionKey("subject", ru: "предмет, обязателен", en: "the subject, needed"),
      DescriptionKey("grade", ru: "класс: 1–12", en: "the grade: 1–12"),
      DescriptionKey("level", ru: "уровень", en: "the level"),
      DescriptionKey(
        "part", ru: "часть; печатаются страницы только этой части",
        en: "the part; only the pages of that part are printed"),
      DescriptionKey(
        "classes", ru: "кто пишет: [5А, 5Б]", en: "who writes it: [5А, 5Б]",
        unless: ("все", "everybody")),
      DescriptionKey("duration", ru: "минут", en: "minutes"),
      DescriptionKey(
        "pages", ru: "страниц в экземпляре, пока материалов нет",
        en: "pages of a copy while the material is not there"),
      DescriptionKey("materials", ru: "что печатать", en: "what is printed"),
    ])

  static let material = Block(
    title: Wording(ru: "Материал (materials)", en: "A material"),
    keys: [
      DescriptionKey("id", ru: "имя на листах", en: "its name on papers"),
      DescriptionKey(
        "give", ru: "кому: participant, room, organiser или exam",
        en: "to whom: participant, room, organiser or exam", unless: ("participant", "participant")
      ),
      DescriptionKey(
        "file", ru: "PDF или архив с PDF", en: "a PDF, or an archive of PDFs"),
      DescriptionKey("files", ru: "то же, несколько: [а.pdf, б.pdf]", en: "several of them"),
      DescriptionKey(
        "pages", ru: "какие страницы: 1-3, 5; у разрезанных листов и «4 слева»",
        en: "pages to take: 1-3, 5; of sheets that are cut apart also 4 left"),
      DescriptionKey(
        "outline", ru: "раздел по оглавлению PDF вместо pages",
        en: "the section of that outline entry instead of pages"),
      DescriptionKey(
        "split", ru: "разрезать листы: spreads (A3 на две A4) или two-up (A4 на две A5)",
        en: "spreads: A3 into A4 halves; two-up: two pages on a lying A4"),
      DescriptionKey(
        "variant", ru: "вариант всех страниц, если их текст его не называет",
        en: "the variant of all its pages, where their text does not say it"),
      DescriptionKey(
        "verified",
        ru: "true: человек посмотрел, где текст молчит; не для критериев и чужой работы",
        en: "a person's word where the text cannot tell; never for criteria or a wrong work"),
      DescriptionKey(
        "copies", ru: "сколько на кабинет, организатора или школу",
        en: "how many for each room, organiser or exam", unless: ("1", "1")),
    ])

  static let columns = Block(
    title: Wording(ru: "Столбцы списка (columns)", en: "Columns of the list"),
    keys: ListColumn.allCases.map { column in
      DescriptionKey(column.rawValue, ru: column.words.ru, en: column.words.en)
    })
}

extension ListColumn {
  /// What stands in the column.
  fileprivate var words: Wording {
    switch self {
    case .code: Wording(ru: "код участника", en: "the participant's code")
    case .name: Wording(ru: "ФИО одной строкой", en: "the full name")
    case .surname: Wording(ru: "фамилия", en: "the surname")
    case .given: Wording(ru: "имя", en: "the given name")
    case .patronymic: Wording(ru: "отчество", en: "the patronymic")
    case .class: Wording(ru: "класс", en: "the class")
    case .letter: Wording(ru: "буква класса", en: "the class's letter")
    case .room: Wording(ru: "кабинет", en: "the room")
    case .row: Wording(ru: "ряд", en: "the row")
    case .desk: Wording(ru: "парта", en: "the desk")
    case .seat: Wording(ru: "место", en: "the seat")
    case .variant: Wording(ru: "вариант", en: "the variant")
    case .subject: Wording(ru: "предмет", en: "the subject")
    case .conditions: Wording(ru: "особые условия", en: "special conditions")
    }
  }
}
