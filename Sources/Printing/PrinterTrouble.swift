import Cups
import Exam

/// What keeps a printer from being used.
enum PrinterTrouble {
  static func unreachable(_ name: String) -> Trouble {
    Trouble(
      "printer.unreachable", at: name,
      Wording(
        ru: "Принтер не отвечает. Включите его или проверьте сеть, затем повторите",
        en: "The printer does not answer. Switch it on or check the network, then repeat"))
  }

  static func unknown(_ name: String) -> Trouble {
    Trouble(
      "printer.unknown", at: name,
      Wording(
        ru: "Такого принтера нет. Какие есть: tirazh printers",
        en: "There is no such printer. Those there are: tirazh printers"))
  }

  static func noServer(_ detail: String) -> Trouble {
    Trouble(
      "printers.no-server", at: detail,
      Wording(
        ru: "Служба печати CUPS не отвечает. Запустите её или печатайте в папку: --to ПАПКА",
        en: "The CUPS server does not answer. Start it, or print to a folder: --to DIR"))
  }

  static func refusesJobs(_ name: String) -> Trouble {
    Trouble(
      "printer.refuses", at: name,
      Wording(
        ru: "Принтер не принимает задания. Включите очередь или выберите другой принтер",
        en: "The printer accepts no jobs. Enable the queue or take another printer"))
  }

  static func cannot(_ name: String, _ attribute: String, _ value: String) -> Trouble {
    Trouble(
      "printer.cannot", at: name,
      Wording(
        ru: "Принтер не умеет \(attribute) = \(value). Выберите другой принтер",
        en: "The printer does not support \(attribute) = \(value). Take another printer"))
  }

  static func badURI(_ uri: String) -> Trouble {
    Trouble(
      "printer.bad-uri", at: uri,
      Wording(
        ru: "Адрес принтера должен начинаться с ipp:// или ipps://",
        en: "A printer's address begins with ipp:// or ipps://"))
  }

  static func notTaken(_ name: String, _ error: IPPError) -> Trouble {
    Trouble(
      "printer.not-taken", exit: .failed, at: name,
      Wording(
        ru: "Принтер не взял задание (\(error.operation): \(error.message))",
        en: "The printer did not take the job (\(error.operation): \(error.message))"))
  }
}
