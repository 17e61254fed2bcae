public import Exam
import PrintRun

/// Words for IPP `printer-state-reasons`.
public enum ReasonWords {
  private static let known: [String: Wording] = [
    "media-empty": Wording(ru: "нет бумаги", en: "out of paper"),
    "media-needed": Wording(ru: "нет бумаги", en: "out of paper"),
    "media-low": Wording(ru: "мало бумаги", en: "little paper"),
    "media-jam": Wording(ru: "замятие бумаги", en: "paper jam"),
    "cover-open": Wording(ru: "открыта крышка", en: "cover open"),
    "door-open": Wording(ru: "открыта крышка", en: "cover open"),
    "input-tray-missing": Wording(ru: "нет лотка", en: "no input tray"),
    "output-area-full": Wording(ru: "полон выходной лоток", en: "output tray full"),
    "output-tray-full": Wording(ru: "полон выходной лоток", en: "output tray full"),
    "output-area-almost-full": Wording(
      ru: "выходной лоток почти полон", en: "output tray almost full"),
    "bin-untaken": Wording(ru: "лоток полон", en: "the bin is full"),
    "toner-empty": Wording(ru: "кончился тонер", en: "out of toner"),
    "toner-low": Wording(ru: "мало тонера", en: "little toner"),
    "marker-supply-empty": Wording(ru: "кончился тонер", en: "out of toner"),
    "marker-supply-low": Wording(ru: "мало тонера", en: "little toner"),
    "paused": Wording(ru: "на паузе", en: "paused"),
    "rejecting": Wording(ru: "не принимает задания", en: "accepts no jobs"),
    "stopped": Wording(ru: "остановлен", en: "stopped"),
    "offline": Wording(ru: "не в сети", en: "offline"),
    "shutdown": Wording(ru: "выключен", en: "switched off"),
    "connecting-to-device": Wording(ru: "соединяется", en: "connecting"),
    "cups-waiting-for-job-completed": Wording(ru: "ждёт конца задания", en: "ends a job"),
    "cups-ipp-missing-job-history": Wording(
      ru: "не ведёт журнала заданий", en: "keeps no history of jobs"),
    "unreachable": Wording(ru: "не отвечает", en: "does not answer"),
    "job-held": Wording(ru: "задание задержано в очереди", en: "the job is held in the queue"),
  ]

  private static let unknown = Wording(
    ru: "что-то на его экране, посмотрите", en: "something on its display")

  /// The reasons in words, each once.
  public static func of(_ reasons: [String]) -> Wording {
    var words: [Wording] = []
    for reason in reasons {
      let word = known[reason] ?? unknown
      if !words.contains(word) { words.append(word) }
    }
    return Wording(
      ru: words.map(\.ru).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
  }

  /// What a printer that has stopped in the middle wants.
  public static func blocked(_ reasons: [String]) -> Wording {
    let urgent: [String: Wording] = [
      "media-empty": Wording(
        ru: "НЕТ БУМАГИ: положите бумагу, печать продолжится сама", en: "OUT OF PAPER"),
      "media-needed": Wording(
        ru: "НЕТ БУМАГИ: положите бумагу, печать продолжится сама", en: "OUT OF PAPER"),
      "media-jam": Wording(ru: "ЗАМЯТИЕ БУМАГИ", en: "PAPER JAM"),
      "cover-open": Wording(ru: "ОТКРЫТА КРЫШКА", en: "COVER OPEN"),
      "unreachable": Wording(
        ru: "ПРИНТЕР НЕ ОТВЕЧАЕТ: включён ли он, есть ли сеть?",
        en: "THE PRINTER DOES NOT ANSWER: is it on, is the network there?"),
      "job-held": Wording(
        ru: "ЗАДАНИЕ ЗАДЕРЖАНО в очереди CUPS", en: "THE JOB IS HELD in the CUPS queue"),
      "toner-empty": Wording(ru: "КОНЧИЛСЯ ТОНЕР", en: "OUT OF TONER"),
    ]
    let words = of(reasons)
    return reasons.compactMap { urgent[$0] }.first
      ?? Wording(ru: "ПРИНТЕР ЖДЁТ: \(words.ru)", en: "THE PRINTER WAITS: \(words.en)")
  }

  /// What to do about a printer that waits: `sheets` are to be loaded, 0 if nobody knows how many; `from` is
  /// the sheet with which it goes on, where it is in the middle of a job.
  static func advice(_ reasons: [String], sheets: Int, from: Int?) -> Wording {
    let after =
      from.map {
        Wording(
          ru: " — печать продолжится сама с листа \($0)",
          en: " — printing goes on by itself with sheet \($0)")
      } ?? Wording(ru: " — печать продолжится сама", en: " — printing goes on by itself")
    let act =
      reasons.lazy.compactMap { action($0, sheets) }.first
      ?? Wording(ru: "Посмотрите на его экран", en: "Look at its display")
    let isWhole = act.en.hasSuffix("?") || reasons == [Run.View.untaken]
    return isWhole ? act : Wording(ru: act.ru + after.ru, en: act.en + after.en)
  }

  private static func action(_ reason: String, _ sheets: Int) -> Wording? {
    switch reason {
    case "media-empty", "media-needed":
      sheets > 0
        ? Wording(
          ru: "Положите \(Numbers.plural(sheets, "лист", "листа", "листов"))",
          en: "Load \(sheets) sheets")
        : Wording(ru: "Положите бумагу", en: "Load paper")
    case "media-jam":
      Wording(
        ru: "Выньте замятый лист и закройте крышку",
        en: "Take the jammed sheet out, close the cover")
    case "cover-open", "door-open", "interlock-open":
      Wording(ru: "Закройте крышку", en: "Close the cover")
    case "input-tray-missing", "output-tray-missing":
      Wording(ru: "Вставьте лоток", en: "Put the tray in")
    case "output-area-full", "output-tray-full":
      Wording(ru: "Заберите листы из выходного лотка", en: "Take the sheets out of the bin")
    case Run.View.untaken:
      Wording(
        ru: "Заберите часть пакета и наберите 7: дальше выйдет остальное",
        en: "Take this part of the pack out and type 7: the rest follows")
    case "toner-empty", "marker-supply-empty":
      Wording(ru: "Смените картридж", en: "Change the cartridge")
    case "unreachable", "shutdown", "offline":
      Wording(
        ru: "Включён ли он, вставлен ли кабель, есть ли сеть?",
        en: "Is it on, is the cable in, is the network there?")
    case "paused", "stopped":
      Wording(
        ru: "Снимите с паузы: cupsenable и имя очереди", en: "Resume it: cupsenable and the queue")
    case "job-held":
      Wording(
        ru: "Отпустите задание в очереди CUPS", en: "Release the job in the CUPS queue")
    default: nil
    }
  }
}
