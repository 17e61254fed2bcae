public import Exam

/// The words that stand on the console's pages whatever the exam, by the names that the templates use.
public struct ConsoleWords: Sendable {
  private let language: Language
  private let words: [String: String]

  /// The words of a language.
  public init(_ language: Language) {
    self.language = language
    words = Self.all.mapValues { $0[language] }
  }

  /// A word by its name; nil where there is none.
  public subscript(name: String) -> String? { words[name] }

  /// The names.
  public static var names: [String] { all.keys.sorted() }

  private static let all: [String: Wording] = frame.merging(pages) { first, _ in first }
    .merging(forms) { first, _ in first }

  private static let frame: [String: Wording] = [
    "program": Wording(ru: "Тираж", en: "Tirazh"),
    "skip": Wording(ru: "Перейти к содержанию", en: "Skip to the content"),
    "screens": Wording(ru: "Страницы", en: "Pages"),
    "exams": Wording(ru: "Все проведения", en: "All exams"),
    "lost": Wording(
      ru: "Связь с программой потеряна. Печать, если она шла, продолжается. Проверьте, не закрыто "
        + "ли окно, из которого запущен «Тираж»",
      en: "The program does not answer. Printing, if any, goes on. Look whether the window that "
        + "started Tirazh was closed"),
    "clock": Wording(ru: "Сейчас", en: "Now"),
    "attention": Wording(ru: "Нужен человек", en: "A person is needed"),
    "asks": Wording(ru: "Программа спрашивает", en: "The program asks"),
    "question": Wording(ru: "Вопрос", en: "Question"),
    "password": Wording(ru: "Пароль к материалам", en: "Password for the materials"),
    "passwordHint": Wording(
      ru: "Материалы зашифрованы. Пароль остаётся в памяти, на диск он не записывается",
      en: "The materials are encrypted. The password stays in memory and is never written"),
    "passwordSend": Wording(ru: "Открыть", en: "Open"),
    "file": Wording(ru: "файл", en: "file"),
  ]

  private static let pages: [String: Wording] = [
    "next": Wording(ru: "Дальше", en: "Next"),
    "steps": Wording(ru: "Утро по шагам", en: "The morning, step by step"),
    "times": Wording(ru: "Время", en: "Time"),
    "whole": Wording(ru: "Что получит каждый кабинет", en: "What each room gets"),
    "sums": Wording(ru: "Бумага и время", en: "Paper and time"),
    "delta": Wording(ru: "Что изменится, если принять", en: "What taking it would change"),
    "noPlan": Wording(
      ru: "Плана ещё нет: сначала нужен список.", en: "There is no plan yet: a list is needed."),
    "seats": Wording(ru: "Кто где сидит", en: "Who sits where"),
    "row": Wording(ru: "Ряд", en: "Row"),
    "variant": Wording(ru: "вариант", en: "variant"),
    "noSeat": Wording(ru: "пусто", en: "empty"),
    "pile": Wording(ru: "Пакет по порядку", en: "The pack in its order"),
    "pileHint": Wording(
      ru: "Так он выйдет из принтера. Нажмите, чтобы увидеть страницы",
      en: "As it comes out of the printer. Click to see the pages"),
    "page": Wording(ru: "страница", en: "page"),
    "of": Wording(ru: "из", en: "of"),
    "before": Wording(ru: "Предыдущая", en: "Previous"),
    "behind": Wording(ru: "Следующая", en: "Next page"),
    "up": Wording(ru: "К пакету", en: "To the pack"),
    "history": Wording(ru: "Что печаталось", en: "What was printed"),
    "machines": Wording(ru: "На принтерах", en: "On the printers"),
    "packs": Wording(ru: "Пакеты", en: "Packs"),
    "pack": Wording(ru: "Пакет", en: "Pack"),
    "state": Wording(ru: "Состояние", en: "State"),
    "sheets": Wording(ru: "Листов", en: "Sheets"),
    "printer": Wording(ru: "Принтер", en: "Printer"),
    "job": Wording(ru: "Задание", en: "Job"),
    "what": Wording(ru: "Что", en: "What"),
    "end": Wording(ru: "Чем кончилось", en: "How it ended"),
    "piles": Wording(ru: "Что сейчас на бумаге", en: "What is on paper now"),
    "notes": Wording(ru: "Что говорит программа", en: "What the program says"),
    "outcome": Wording(ru: "Чем кончилась печать", en: "How printing ended"),
    "preparing": Wording(ru: "Готовлю печать…", en: "Preparing to print…"),
    "noPrinting": Wording(
      ru: "Ещё ничего не печаталось.", en: "Nothing has been printed yet."),
    "read": Wording(ru: "Прочитано", en: "What was read"),
    "noFindings": Wording(
      ru: "Ничего, что требует внимания.", en: "Nothing that needs attention."),
    "noPrinters": Wording(ru: "Спрашиваю принтеры…", en: "Asking the printers…"),
    "noJournal": Wording(
      ru: "Журнал начнётся с первой печати.", en: "The journal begins with the first print."),
    "export": Wording(ru: "Сохранить текстом", en: "Save as text"),
    "day": Wording(ru: "День", en: "Day"),
    "time": Wording(ru: "Время", en: "Time"),
    "event": Wording(ru: "Что произошло", en: "What happened"),
    "found": Wording(ru: "Что лежит в папке", en: "What lies in the folder"),
    "nothingFound": Wording(ru: "Папка пуста.", en: "The folder is empty."),
    "exam": Wording(ru: "Проведение", en: "Exam"),
    "rooms": Wording(ru: "Кабинетов", en: "Rooms"),
    "sorry": Wording(ru: "Сюда нельзя", en: "This way is closed"),
    "home": Wording(ru: "На первую страницу", en: "To the first page"),
  ]

  private static let forms: [String: Wording] = [
    "answer": Wording(ru: "Ответить", en: "Answer"),
    "take": Wording(ru: "Принять изменения", en: "Take the changes"),
    "accept": Wording(ru: "Принять", en: "Accept"),
    "acceptHint": Wording(
      ru: "Причина, она останется в журнале", en: "The reason, it stays in the journal"),
    "acceptTitle": Wording(ru: "Всё верно, принять", en: "It is right, accept"),
    "print": Wording(ru: "Печатать этот кабинет", en: "Print this room"),
    "toFolder": Wording(ru: "Печатать в папку", en: "Print into a folder"),
    "toFolderHint": Wording(
      ru: "Для каждого пакета — файл PDF, в папку проведения. Как их печатать, будет сказано рядом",
      en:
        "A PDF file for each pack, in the exam's folder. A note beside them says how to print them"),
    "toFolderName": Wording(ru: "Название папки", en: "The folder's name"),
    "toFolderUsual": Wording(ru: "печать", en: "print"),
    "reprint": Wording(ru: "Перепечатать", en: "Print again"),
    "reprintWhat": Wording(ru: "Что перепечатать", en: "What to print again"),
    "reprintHint": Wording(
      ru: "Ничего не отмечено — весь пакет", en: "Nothing ticked: the whole pack"),
    "pages": Wording(ru: "Только страницы", en: "Only pages"),
    "pagesHint": Wording(
      ru: "например 2-3 или 1,4; пусто — все", en: "such as 2-3 or 1,4; empty: all"),
    "reason": Wording(ru: "Причина", en: "Reason"),
    "otherReason": Wording(ru: "Другая", en: "Another one"),
    "onPrinter": Wording(ru: "На каком принтере", en: "On which printer"),
    "samePrinter": Wording(ru: "тот же", en: "the same"),
    "move": Wording(ru: "Отдать другому принтеру", en: "Give to another printer"),
    "moveSend": Wording(ru: "Отдать", en: "Give"),
    "files": Wording(ru: "Добавить файлы", en: "Add files"),
    "filesHint": Wording(
      ru: "Список (xlsx, ods, csv) и материалы (zip, 7z, rar, pdf). Они лягут в папку как есть",
      en: "The list (xlsx, ods, csv) and materials (zip, 7z, rar, pdf). They are put into the "
        + "folder as they are"),
    "filesDrop": Wording(
      ru: "Выберите файлы или перетащите их сюда", en: "Choose files or drop them here"),
    "replace": Wording(
      ru: "Заменить файлы с теми же именами", en: "Replace files of the same names"),
    "upload": Wording(ru: "Положить в папку", en: "Put into the folder"),
    "template": Wording(ru: "Создать пустой список", en: "Make an empty list"),
    "templateHint": Wording(
      ru: "Списка нет? Возьмите образец и заполните его",
      en: "No list? Take a sample and fill it in"),
    "questions": Wording(ru: "Что скажете вы", en: "What you have to say"),
    "classes": Wording(ru: "Кто что пишет", en: "Who writes what"),
    "choose": Wording(ru: "выберите", en: "choose"),
    "date": Wording(ru: "Дата", en: "Day"),
    "dateHint": Wording(ru: "день.месяц.год", en: "day.month.year"),
    "bell": Wording(ru: "Начало", en: "Bell"),
    "school": Wording(ru: "Школа", en: "School"),
    "phone": Wording(ru: "Телефон на случай вопросов", en: "Phone for trouble"),
    "optional": Wording(ru: "можно не заполнять", en: "may stay empty"),
    "printersAll": Wording(
      ru: "На каких принтерах (не отмечено — на всех)", en: "On which printers (none ticked: all)"),
    "start": Wording(ru: "Составить план", en: "Make the plan"),
    "changes": Wording(ru: "Папка изменилась", en: "The folder has changed"),
    "apply": Wording(ru: "Применить", en: "Apply"),
  ]

  // MARK: Said by the console itself

  /// An answer that a question does not take.
  public static func unanswered(_ number: Int) -> Wording {
    Wording(
      ru: "Такого вопроса нет, или ответ к нему не подходит: \(number)",
      en: "There is no such question, or it takes no such answer: \(number)")
  }

  /// Pages that are written in another way.
  public static func pages(_ typed: String) -> Trouble {
    Trouble(
      "usage.pages", exit: .usage, at: typed,
      Wording(ru: "Страницы пишутся так: 2-3 или 1,4", en: "Pages look like 2-3 or 1,4"))
  }

  /// A folder that does not lie in the exam's own.
  public static func folder(_ typed: String) -> Trouble {
    Trouble(
      "usage.folder", exit: .usage, at: typed,
      Wording(
        ru: "Назовите папку одним словом, без косых черт: она будет в папке проведения",
        en: "Name the folder by one word without slashes: it will lie in the exam's folder"))
  }

  /// A class of which nobody said what it writes.
  public static func unanswered(class name: String) -> Trouble {
    Trouble(
      "init.unanswered", at: name,
      Wording(ru: "Скажите, что пишет этот класс", en: "Say what this class writes"))
  }

  /// A day or a bell that cannot be understood.
  public static func date(_ typed: String) -> Trouble {
    Trouble(
      "init.date", at: typed.trimmingSpaces,
      Wording(
        ru: "Дата и начало пишутся так: 21.04.2026 и 9:00",
        en: "Day and bell look like 21.04.2026 and 9:00"))
  }

  /// Why a second run is not begun.
  public static var busy: Trouble {
    Trouble(
      "serve.busy", cause: .locked,
      Wording(ru: "Печать уже идёт", en: "Something is being printed already"))
  }

  /// A fault that no operation has put into words.
  public static func unexpected(_ error: String) -> Trouble {
    Trouble(
      "unexpected", exit: .failed,
      Wording(ru: "Неожиданная ошибка: \(error)", en: "Unexpected error: \(error)"))
  }

  /// What was done, said on the next page.
  public enum Done: Sendable {
    case answered(String?)
    case accepted
    case taken
    case uploaded([String])
    case started(Int)
    case applied
    case template(String)
    case stopping(now: Bool)
    case sent(String)
    case nothingPrints
    case askedElse
  }

  /// The sentence of what was done.
  public static func said(_ done: Done, _ language: Language) -> String {
    switch done {
    case .answered(let state):
      language.say(ru: "Записано", en: "Written down") + (state.map { ": " + $0 } ?? "")
    case .accepted:
      language.say(
        ru: "Принято и записано в журнал", en: "Accepted and written into the journal")
    case .taken: language.say(ru: "Изменения приняты", en: "The changes were taken")
    case .uploaded(let names):
      language.say(ru: "Положено в папку: ", en: "Put into the folder: ")
        + names.joined(separator: ", ")
    case .started(let lines): InitScreen.written(lines, language)
    case .applied: InitScreen.applied(language)
    case .template(let name):
      language.say(
        ru: "Записан «\(name)». Заполните его в папке проведения",
        en: "“\(name)” was written. Fill it in, in the exam's folder")
    case .stopping(let now):
      now
        ? language.say(
          ru: "Отменяю начатое. Загляните в выходные лотки",
          en: "Cancelling what has begun. Look into the output bins")
        : language.say(
          ru: "СТОП: больше ничего не отправляется, начатое допечатывается",
          en: "STOP: nothing more is sent, what has begun is printed")
    case .sent(let printer):
      language.say(
        ru: "Передано: что не начато, напечатает \(printer)",
        en: "Handed on: what is not begun goes to \(printer)")
    case .nothingPrints:
      language.say(ru: "Сейчас ничего не печатается", en: "Nothing is printing now")
    case .askedElse:
      language.say(
        ru: "На этот вопрос уже ответили в другом окне",
        en: "This question was answered in another window")
    }
  }

  /// Why a request was turned away, and what to do.
  public enum Refused: Sendable {
    case session, path, form, tooLarge, other
  }

  /// The sentence of a refusal.
  public static func words(_ refused: Refused) -> Wording {
    switch refused {
    case .session:
      Wording(
        ru: "Откройте консоль по адресу, который показала программа: он годится один раз. Новый "
          + "адрес: запустите tirazh serve ещё раз в той же папке",
        en: "Open the console by the address that the program has shown: it can be used once. For "
          + "a new one start tirazh serve again in the same folder")
    case .path: Wording(ru: "Такой страницы нет.", en: "There is no such page.")
    case .form:
      Wording(
        ru: "Страница устарела. Вернитесь, обновите её и повторите.",
        en: "The page is out of date. Go back, reload it, and repeat.")
    case .tooLarge:
      Wording(
        ru: "Файлы слишком велики. Скопируйте их в папку проведения сами.",
        en: "The files are too large. Copy them into the exam's folder yourself.")
    case .other: Wording(ru: "Запрос не принят.", en: "The request was not taken.")
    }
  }
}
