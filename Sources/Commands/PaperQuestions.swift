import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Printing
import Screens

/// Asks the person at the terminal before paper is used where a mistake would be dear.
struct PaperQuestions: PrintQuestions {
  let console: Console
  /// `--yes`: the answer to questions about the amount of paper, and to no others.
  let saysYes: Bool
  /// Gives screen and keyboard back to questions that come in the middle of a run.
  var rest: @Sendable () -> Void = {}

  /// The most sheets that a mistake may cost without a question.
  private static let few = 20

  private var isPossible: Bool { PasswordPrompt.isPossible }

  /// The day, then the paper.
  func approve(_ announcement: PrintAnnouncement) async throws {
    let isLong = announcement.sheets > Self.few
    if isLong { try approveDay(announcement.date) }
    let isAsked =
      switch announcement.kind {
      case .first, .reprint: isLong
      case .rest: false
      }
    guard isAsked, !saysYes else { return }
    guard isPossible else {
      if case .reprint = announcement.kind { throw Self.needsYes(announcement.sheets) }
      return
    }
    console.err(Self.words(announcement, now: Date())[console.language])
    try refuseUnlessFirst(Wording(ru: "1 печатать · 2 нет", en: "1 print · 2 no"))
  }

  /// Whether packs that lie in files are printed already.
  func arePrinted(_ inFiles: [Pack]) async throws -> Bool? {
    let rooms = inFiles.map(\.label).joined(separator: ", ")
    console.err(
      console.say(
        ru: "Записаны в файлы: \(rooms).", en: "Written into files: \(rooms)."))
    guard isPossible else { return nil }
    let answer = Dialogue(console: console).digit(
      console.say(
        ru: "1 напечатаны из файлов · 2 нет, напечатать",
        en: "1 printed from the files · 2 no, print"),
      upTo: 2)
    guard let answer else { throw Self.refused }
    return answer == 1
  }

  /// Whether the changes of the list are taken into a new revision.
  func takesChanges(_ delta: PlanDelta) async throws -> Bool? {
    guard isPossible else { return nil }
    console.err(
      console.say(
        ru: "После того, как план был зафиксирован, изменилось:",
        en: "Since the plan was frozen, this has changed:"))
    DeltaScreen(delta: delta, language: console.language).lines.forEach(console.err)
    let answer = Dialogue(console: console).digit(
      console.say(
        ru: "1 печатать по-новому · 2 печатать по-прежнему · 3 ничего не печатать",
        en: "1 print by the new plan · 2 print by the former one · 3 print nothing"),
      upTo: 3)
    guard let answer, answer < 3 else { throw Self.refused }
    return answer == 1
  }

  /// Whether somebody new in the list is somebody who is missing there.
  func isSame(_ doubt: Doubt) async throws -> Bool? {
    guard isPossible else { return nil }
    console.err(DoubtWords.question(doubt)[console.language])
    return Dialogue(console: console).digit(DoubtWords.choice[console.language], upTo: 2)
      .map { $0 == 1 }
  }

  /// Whether a copied folder is another exam, or the same one that goes on here.
  func whatIs(_ copy: CopiedFolder) async throws -> CopiedFolder.Answer? {
    console.err(
      copy.isSameMachine
        ? console.say(
          ru: "Эта папка — копия: её журнал ведётся в папке \(copy.folder).",
          en: "This folder is a copy: its journal is kept in \(copy.folder).")
        : console.say(
          ru: "Эта папка — копия: её журнал вели на компьютере \(copy.host).",
          en: "This folder is a copy: its journal was kept on the computer \(copy.host)."))
    guard isPossible else { return nil }
    let answer = Dialogue(console: console).digit(
      console.say(
        ru:
          "1 новая работа, чистый журнал · 2 продолжаю здесь, там больше не печатают · "
          + "3 только посмотреть",
        en:
          "1 a new exam, with a journal of its own · 2 I go on here, nothing more is printed there · "
          + "3 only look"),
      upTo: 3)
    return answer.flatMap(CopiedFolder.Answer.init)
  }

  var isAttended: Bool { isPossible }

  /// Whether the sets that lie in a printer's bin are right.
  func looksRight(_ proof: Pack, on printer: String) async throws -> Bool {
    rest()
    let name = PrinterLabel.of(printer)
    let count = proof.copies.count
    console.ring(title: Wording(ru: "Посмотрите пробу", en: "Look at the proof"))
    console.err(
      console.say(
        ru: "Посмотрите " + Numbers.plural(count, "экземпляр", "экземпляра", "экземпляров")
          + " в лотке \(name): предмет, класс, вариант, все страницы, чётко?",
        en:
          "Look at the \(count) copies in the bin of \(name): subject, class, variant, all pages, "
          + "crisp?"))
    let answer = Dialogue(console: console).digit(
      console.say(ru: "1 печатать всё · 2 остановить", en: "1 print everything · 2 stop"), upTo: 2)
    return answer == 1
  }

  /// Who of these prints, or has looked.
  func who(_ part: Attendance.Part, among names: [String]) async throws -> String? {
    guard isPossible else { return nil }
    if part == .prints, names.count == 1 { return names.first }
    rest()
    let question =
      switch part {
      case .prints: console.say(ru: "Кто за компьютером? ", en: "Who is at the computer? ")
      case .looked: console.say(ru: "Кто посмотрел? ", en: "Who has looked? ")
      }
    let choices = names.enumerated().map { "\($0.offset + 1) \($0.element)" }
    return Dialogue(console: console).digit(
      question + choices.joined(separator: " · "), upTo: names.count
    ).map { names[$0 - 1] }
  }

  /// Whether somebody at a terminal wants to watch what another window prints; nil if nobody is there.
  func wantsToWatch(_ locked: Trouble) -> Bool? {
    guard isPossible else { return nil }
    console.trouble(locked)
    return Dialogue(console: console).digit(
      console.say(ru: "1 смотреть · 2 выйти", en: "1 watch · 2 leave"), upTo: 2) == 1
  }

  private func approveDay(_ date: CivilDate?) throws {
    guard let date, date != Console.day(), date != Console.day(after: 1) else { return }
    console.complain(
      Wording(
        ru: "В exam.yaml дата \(date.dotted), а сегодня \(Console.day().dotted).",
        en: "exam.yaml says \(date.dotted), today is \(Console.day().dotted)."))
    guard isPossible else { return }
    try refuseUnlessFirst(
      Wording(ru: "1 дата верна, печатать · 2 нет", en: "1 the date is right, print · 2 no"))
  }

  private func refuseUnlessFirst(_ choice: Wording) throws {
    guard Dialogue(console: console).digit(choice[console.language], upTo: 2) == 1 else {
      throw Self.refused
    }
  }

  /// «Кабинеты 204, 205: листов 402, принтеры lab1, lab2, готово примерно в 8:25».
  static func words(_ announcement: PrintAnnouncement, now: Date) -> Wording {
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
    return "\(parts.hour ?? 0):" + String(format: "%02d", parts.minute ?? 0)
  }

  private static var refused: Trouble {
    Trouble("print.refused", Wording(ru: "Ничего не напечатано.", en: "Nothing was printed."))
  }

  private static func needsYes(_ sheets: Int) -> Trouble {
    Trouble(
      "reprint.long",
      Wording(
        ru: "Это \(Numbers.plural(sheets, "лист", "листа", "листов")), ничего не напечатано. "
          + "Если так и надо, повторите с ключом --yes",
        en: "These are \(sheets) sheets, nothing was printed. If that is meant, repeat with --yes"))
  }
}
