public import Exam
public import Foundation
public import Operations
public import Planning
public import PrintRun

/// What a run asks whoever started it before it uses paper: one home for the terminal's digits and the
/// console's buttons.
public enum PaperQuestion: Sendable {
  /// The exam's day is neither today nor tomorrow.
  case day(CivilDate, today: CivilDate)
  /// So much paper is about to be used.
  case paper(PrintAnnouncement)
  /// Packs lie in files: whether they were printed from there.
  case written(rooms: [String])
  /// The list has changed since the plan was frozen.
  case changes(PlanDelta)
  /// Somebody new may be somebody who is missing.
  case same(Doubt)
  /// The folder is a copy.
  case copy(CopiedFolder)
  /// So many sets lie in a printer's bin, to be looked at.
  case proof(copies: Int, printer: String)
  /// Who of these does it.
  case who(Attendance.Part, among: [String])

  /// The most sheets that a mistake may cost without a question.
  private static let few = 20

  /// What is asked before this is printed, in order; `saysYes` has answered about the amount of paper.
  public static func before(
    _ announcement: PrintAnnouncement, today: CivilDate, tomorrow: CivilDate, saysYes: Bool = false
  ) -> [PaperQuestion] {
    guard announcement.sheets > few else { return [] }
    var questions: [PaperQuestion] = []
    if let date = announcement.date, date != today, date != tomorrow {
      questions.append(.day(date, today: today))
    }
    switch announcement.kind {
    case .first, .reprint: if !saysYes { questions.append(.paper(announcement)) }
    case .rest: break
    }
    return questions
  }

  /// What is asked, over one or several lines.
  public func text(_ language: Language, now: Date = Date()) -> String {
    switch self {
    case .day(let date, let today):
      language.say(
        ru: "В exam.yaml дата \(date.dotted), а сегодня \(today.dotted).",
        en: "exam.yaml says \(date.dotted), today is \(today.dotted).")
    case .paper(let announcement): Self.words(announcement, now: now)[language]
    case .written(let rooms):
      language.say(
        ru: "Записаны в файлы: \(rooms.joined(separator: ", ")).",
        en: "Written into files: \(rooms.joined(separator: ", ")).")
    case .changes(let delta):
      ([
        language.say(
          ru: "После того, как план был зафиксирован, изменилось:",
          en: "Since the plan was frozen, this has changed:")
      ] + DeltaScreen(delta: delta, language: language).lines).joined(separator: "\n")
    case .same(let doubt): DoubtWords.question(doubt)[language]
    case .copy(let folder): Self.words(folder)[language]
    case .proof(let count, let printer): Self.words(count, PrinterLabel.of(printer))[language]
    case .who(.prints, _):
      language.say(ru: "Кто за компьютером?", en: "Who is at the computer?")
    case .who(.looked, _): language.say(ru: "Кто посмотрел?", en: "Who has looked?")
    }
  }

  /// The answers, from 1.
  public func choices(_ language: Language) -> [String] {
    let words: [Wording] =
      switch self {
      case .day: [Wording(ru: "дата верна, печатать", en: "the date is right, print"), Self.no]
      case .paper: [Wording(ru: "печатать", en: "print"), Self.no]
      case .written:
        [
          Wording(ru: "напечатаны из файлов", en: "printed from the files"),
          Wording(ru: "нет, напечатать", en: "no, print"),
        ]
      case .changes:
        [
          Wording(ru: "печатать по-новому", en: "print by the new plan"),
          Wording(ru: "печатать по-прежнему", en: "print by the former one"),
          Wording(ru: "ничего не печатать", en: "print nothing"),
        ]
      case .same: DoubtWords.answers
      case .proof:
        [
          Wording(ru: "печатать всё", en: "print everything"),
          Wording(ru: "остановить", en: "stop"),
        ]
      case .who(_, let names): names.map(Wording.init(same:))
      case .copy:
        [
          Wording(ru: "новая работа, чистый журнал", en: "a new exam, with a journal of its own"),
          Wording(
            ru: "продолжаю здесь, там больше не печатают",
            en: "I go on here, nothing more is printed there"),
          Wording(ru: "только посмотреть", en: "only look"),
        ]
      }
    return words.map { $0[language] }
  }

  /// The answers by digit, as a terminal offers them.
  public func choice(_ language: Language) -> String {
    choices(language).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
  }

  private static let no = Wording(ru: "нет", en: "no")

  /// Why nothing was printed: somebody said no.
  public static var refused: Trouble {
    Trouble("print.refused", Wording(ru: "Ничего не напечатано.", en: "Nothing was printed."))
  }

  private static func words(_ count: Int, _ printer: String) -> Wording {
    Wording(
      ru: "Посмотрите " + Numbers.plural(count, "экземпляр", "экземпляра", "экземпляров")
        + " в лотке \(printer): предмет, класс, вариант, все страницы, чётко?",
      en:
        "Look at the \(count) copies in the bin of \(printer): subject, class, variant, all pages, "
        + "crisp?")
  }

  private static func words(_ copy: CopiedFolder) -> Wording {
    copy.isSameMachine
      ? Wording(
        ru: "Эта папка — копия: её журнал ведётся в папке \(copy.folder).",
        en: "This folder is a copy: its journal is kept in \(copy.folder).")
      : Wording(
        ru: "Эта папка — копия: её журнал вели на компьютере \(copy.host).",
        en: "This folder is a copy: its journal was kept on the computer \(copy.host).")
  }

  /// «Кабинеты 204, 205: листов 402, принтеры lab1, lab2, готово примерно в 8:25».
  private static func words(_ announcement: PrintAnnouncement, now: Date) -> Wording {
    let rooms = announcement.rooms
    let shown = rooms.prefix(6).joined(separator: ", ") + (rooms.count > 6 ? ", …" : "")
    let clock = clock(now.addingTimeInterval(Double(announcement.seconds)))
    let printers = announcement.printers.joined(separator: ", ")
    let sheets = Numbers.plural(announcement.sheets, "лист", "листа", "листов")
    guard !announcement.isIntoFiles else {
      return Wording(
        ru: "Запишу в файлы: \(sheets), кабинеты: \(shown).\nПапка: \(printers)",
        en: "Into files: \(announcement.sheets) sheets, rooms: \(shown).\nFolder: \(printers)")
    }
    return Wording(
      ru: "К печати: \(sheets), кабинеты: \(shown).\nПринтеры: \(printers). "
        + "Последний лист выйдет примерно в \(clock).",
      en: "To print: \(announcement.sheets) sheets, rooms: \(shown).\nPrinters: \(printers). "
        + "The last sheet is out at about \(clock).")
  }

  private static func clock(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents([.hour, .minute], from: date)
    return ClockTime(minutes: (parts.hour ?? 0) * 60 + (parts.minute ?? 0)).text
  }
}
