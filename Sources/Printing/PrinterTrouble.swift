import Cups
import Exam

/// What keeps a printer from being used.
enum PrinterTrouble {
  static func otherCertificate(_ name: String) -> Trouble {
    Trouble(
      "printer.other-certificate", cause: .printer, at: name,
      Wording(
        ru: "Принтер показывает не тот сертификат, что раньше: его заменили, или отвечает не он. "
          + "Если заменили: tirazh printers --trust \(name)",
        en: "The printer shows another certificate than before: it was replaced, or somebody else "
          + "answers. If it was replaced: tirazh printers --trust \(name)"))
  }

  static func unreachable(_ name: String) -> Trouble {
    PrinterObstacle.unreachable.trouble(at: name)
  }

  static func unknown(_ name: String) -> Trouble {
    Trouble(
      "printer.unknown", cause: .printer, at: name,
      Wording(
        ru: "Такого принтера нет. Какие есть: tirazh printers",
        en: "There is no such printer. Those there are: tirazh printers"))
  }

  static func noServer(_ detail: String) -> Trouble {
    Trouble(
      "printers.no-server", cause: .printers, at: detail,
      Wording(
        ru: "Служба печати CUPS не отвечает. Запустите её или печатайте в папку: --to ПАПКА",
        en: "The CUPS server does not answer. Start it, or print to a folder: --to DIR"))
  }

  static func badURI(_ uri: String) -> Trouble {
    Trouble(
      "printer.bad-uri", cause: .printer, at: uri,
      Wording(
        ru: "Адрес принтера должен начинаться с ipp:// или ipps://",
        en: "A printer's address begins with ipp:// or ipps://"))
  }

  static func notTaken(_ name: String, _ error: IPPError) -> Trouble {
    Trouble(
      "printer.not-taken", cause: .printer, exit: .failed, at: name,
      Wording(
        ru: "Принтер не взял задание (\(error.operation): \(error.message))",
        en: "The printer did not take the job (\(error.operation): \(error.message))"))
  }
}
