public import Exam
import Operations
import Planning
public import PrintRun

/// What a run tells besides what happens to jobs.
public struct NoteWords {
  /// What people call a pack.
  let room: (PackID) -> String

  /// Words with these names of packs.
  public init(room: @escaping (PackID) -> String) { self.room = room }

  /// The words of a note.
  public func of(_ note: Run.Note) -> Wording {
    switch note {
    case .ill(let printer, let reasons):
      Self.on(printer, ReasonWords.blocked(reasons))
    case .well(let printer): Self.on(printer, Wording(ru: "снова готов", en: "is ready again"))
    case .aside(let printer):
      Self.on(
        printer,
        Wording(
          ru: "ОТСТАВЛЕН: два задания подряд не вышли. Посмотрите на него; вернуть в работу: "
            + "tirazh send-to \(PrinterLabel.of(printer)) КАБИНЕТ",
          en: "PUT ASIDE: two jobs in a row went wrong. Look at it; to take it back: "
            + "tirazh send-to \(PrinterLabel.of(printer)) ROOM"))
    case .waits(let printer, let reasons, let seconds):
      Self.on(
        printer,
        Wording(
          ru: ReasonWords.blocked(reasons).ru + " (ждёт \(Numbers.span(seconds).ru))",
          en: ReasonWords.blocked(reasons).en + " (waits for \(Numbers.span(seconds).en))"))
    case .freed(let printer, let packs):
      Self.on(
        printer,
        Wording(
          ru: "ждёт слишком долго. Другому принтеру передаю: \(rooms(packs))",
          en: "waits for too long. Given to another printer: \(rooms(packs))"))
    case .full(let printer, let pack):
      Self.on(
        printer,
        Wording(
          ru: "ЛОТОК ПОЛОН: заберите часть пакета \(room(pack)) и наберите 7 (из другого окна: "
            + "tirazh taken); дальше выйдет остальное",
          en:
            "THE BIN IS FULL: take the part of pack \(room(pack)) out and type 7 (from another window: "
            + "tirazh taken); the rest follows"))
    case .reserveCalled(let printer):
      Self.on(
        printer,
        Wording(
          ru: "запасной: других не хватает, печатаю и на нём",
          en: "in reserve: the others are not enough, it prints, too"))
    case .moved(let packs, let printer):
      Wording(
        ru: "\(rooms(packs)): печатать на \(PrinterLabel.of(printer))",
        en: "\(rooms(packs)): to be printed on \(PrinterLabel.of(printer))")
    case .notMoved(let pack, let printer):
      Wording(
        ru:
          "\(Wording.room(room(pack)).ru) остаётся, где был, а не на \(PrinterLabel.of(printer)): он уже "
          + "печатается, напечатан или не той бумаги",
        en:
          "\(Wording.room(room(pack)).en) stays where it was and does not go to \(PrinterLabel.of(printer)): "
          + "it is printing, printed, or of other paper")
    case .noSuchPrinter(let printer):
      Wording(
        ru: "Принтера \(PrinterLabel.of(printer)) в этой печати нет",
        en: "This print has no printer \(PrinterLabel.of(printer))")
    case .stopping(let printer?, false):
      Self.on(
        printer,
        Wording(
          ru: "СТОП: больше ничего на него не отправляю; жду, чем кончится начатое",
          en: "STOP: nothing more is sent to it; waiting for what has begun"))
    case .stopping(let printer?, true): Self.on(printer, Self.stopping(true))
    case .stopping(nil, let now): Self.stopping(now)
    case .revising:
      Wording(
        ru: "План меняется: беру новую редакцию. Что уже печатается, допечатывается",
        en: "The plan changes: the new revision is taken. What is printing is printed")
    case .unwritable:
      Wording(
        ru: "ЖУРНАЛ НЕ ЗАПИСЫВАЕТСЯ: больше ничего не отправляю. Проверьте место на диске",
        en: "THE JOURNAL CANNOT BE WRITTEN: nothing more is sent. Check the disk")
    }
  }

  private func rooms(_ packs: [PackID]) -> String { packs.map(room).joined(separator: ", ") }

  private static func on(_ printer: String, _ words: Wording) -> Wording {
    let name = PrinterLabel.of(printer)
    return Wording(ru: "\(name)  \(words.ru)", en: "\(name)  \(words.en)")
  }

  private static func stopping(_ isNow: Bool) -> Wording {
    isNow
      ? Wording(
        ru: "Отменяю начатое. В принтере могли остаться листы: загляните в выходной лоток.",
        en: "Cancelling what has begun. Sheets may be left in the printer: look into its bin.")
      : Wording(
        ru: "СТОП: больше ничего не отправляю; жду, чем кончится начатое. "
          + "Отменить и начатое: Ctrl-C или tirazh stop --now",
        en: "STOP: nothing more is sent; waiting for what has begun. "
          + "To cancel that, too: Ctrl-C or tirazh stop --now")
  }
}
