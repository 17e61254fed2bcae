public import Exam
import Operations
import Planning
import PrintRun

/// What stands around every screen: the exam, the clock, the way to the others, and the stop.
public struct ConsoleFrame: Sendable {
  /// The moment of a page, as the clock on the wall has it.
  public struct Moment: Sendable {
    /// The day.
    public let day: CivilDate
    /// The time.
    public let time: ClockTime

    /// Names a moment.
    public init(day: CivilDate, time: ClockTime) {
      self.day = day
      self.time = time
    }
  }

  /// A way to a screen.
  public struct Tab: Sendable {
    /// What it is called.
    public let name: String
    /// Where it leads.
    public let path: String
    /// Whether it is this screen.
    public let isHere: Bool
    /// How much waits there; nil for nothing.
    public let count: Int?
  }

  /// What is printing, and the way to stop it.
  public struct StopBar: Sendable {
    /// What is printing.
    public let text: String
    /// The button's word.
    public let label: String
    /// What it means.
    public let hint: String
    /// Whether what has begun is cancelled, too.
    public let isNow: Bool
  }

  /// The exam's title.
  public let exam: String
  /// Its day, against today.
  public let day: String?
  /// The time, and how long it is until the bell.
  public let clock: String
  /// How long it is until the bell.
  public let bell: String?
  /// The screens.
  public let tabs: [Tab]
  /// The stop, while something prints.
  public let stop: StopBar?

  /// Draws the frame of a screen.
  public init(
    _ state: ExamState, folder: String, here: ConsolePlace, _ language: Language, _ now: Moment
  ) {
    let plan = state.status?.plan ?? state.prepared?.plan
    let title = plan?.exam.title ?? state.description?.title ?? ""
    exam = title.isEmpty ? folder : title
    day = plan?.exam.date.map { Self.words(of: $0, today: now.day)[language] }
    clock = now.time.text
    bell =
      plan?.exam.date == now.day
      ? plan?.exam.starts.flatMap { Self.left(until: $0, now.time)?[language] } : nil
    tabs = ConsolePlace.main.map { place in
      Tab(
        name: place.name[language], path: place.path, isHere: place == here,
        count: Self.count(state, place))
    }
    stop = Self.stop(state, language)
  }

  private static func count(_ state: ExamState, _ place: ConsolePlace) -> Int? {
    let count =
      switch place {
      case .findings: state.stops
      case .printing: state.status?.questions.count ?? 0
      default: 0
      }
    return count == 0 ? nil : count
  }

  /// «завтра, вторник 21.04.2026».
  private static func words(of date: CivilDate, today: CivilDate) -> Wording {
    let days = date.dayNumber - today.dayNumber
    let ru =
      switch days {
      case 0: "сегодня"
      case 1: "завтра"
      case 2...: "через " + Numbers.plural(days, "день", "дня", "дней")
      case -1: "вчера"
      default: Numbers.plural(-days, "день", "дня", "дней") + " назад"
      }
    let en =
      switch days {
      case 0: "today"
      case 1: "tomorrow"
      case 2...: "in \(days) days"
      case -1: "yesterday"
      default: "\(-days) days ago"
      }
    return Wording(
      ru: "\(ru), \(date.withWeekday(.ru))", en: "\(en), \(date.withWeekday(.en))")
  }

  private static func left(until bell: ClockTime, _ now: ClockTime) -> Wording? {
    let minutes = bell.minutes - now.minutes
    guard minutes > 0 else { return nil }
    let (hours, rest) = (minutes / 60, minutes % 60)
    return Wording(
      ru: "до начала " + (hours > 0 ? "\(hours) ч " : "") + "\(rest) мин",
      en: (hours > 0 ? "\(hours) h " : "") + "\(rest) min to the start")
  }

  private static func stop(_ state: ExamState, _ language: Language) -> StopBar? {
    guard state.isPrinting else { return nil }
    return StopBar(
      text: printing(state, language),
      label: state.isStopping
        ? language.say(ru: "Отменить и начатое", en: "Cancel that, too")
        : language.say(ru: "СТОП", en: "STOP"),
      hint: state.isStopping
        ? language.say(
          ru: "Потом загляните в выходные лотки", en: "Then look into the output bins")
        : language.say(
          ru: "СТОП: начатое допечатается, больше ничего не отправится",
          en: "STOP: what has begun is printed, nothing more is sent"),
      isNow: state.isStopping)
  }

  private static func printing(_ state: ExamState, _ language: Language) -> String {
    if state.isStopping {
      return language.say(
        ru: "Останавливаю. Больше ничего не отправляется, начатое допечатывается",
        en: "Stopping. Nothing more is sent, what has begun is printed")
    }
    if state.isAsking {
      return language.say(
        ru: "Печать ждёт вашего ответа", en: "Printing waits for your answer")
    }
    let busy = (state.status?.packs ?? []).filter { $0.state == .printing }.map { standing in
      let printer = standing.open.map { PrinterLabel.of($0.printer) } ?? ""
      return "\(standing.pack.label) → \(printer)"
    }
    return language.say(ru: "Идёт печать", en: "Printing")
      + (busy.isEmpty ? "" : ": " + busy.joined(separator: ", "))
  }
}

extension CivilDate {
  /// Days since some day long ago, for differences.
  var dayNumber: Int {
    let shifted = (14 - month) / 12
    let (y, m) = (year + 4800 - shifted, month + 12 * shifted - 3)
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400
  }
}
