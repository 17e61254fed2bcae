public import Exam

/// Why a printer takes no part in a run.
public enum PrinterObstacle: Hashable, Sendable {
  /// It does not answer.
  case unreachable
  /// Its queue is paused, or the device is.
  case paused
  /// It accepts no jobs: `printer-is-accepting-jobs`.
  case rejecting
  /// The device takes no `application/pdf`.
  case noPDF
  /// It does not take the paper: IPP `media`.
  case media(String)
  /// It cannot print these sides.
  case sides(Sides)
  /// It cannot print in this colour mode: IPP `print-color-mode`.
  case color
  /// This user may not print here: `requesting-user-name-allowed`, `-denied`.
  case notAllowed
  /// The queue's quota is smaller than the largest pack: `job-page-limit`.
  case quota(pages: Int)
  /// It is a fax.
  case fax
  /// Its queue writes files.
  case file
  /// It is another computer's queue.
  case foreignQueue

  /// Whether it only keeps the printer from being chosen by itself; one that is named is used.
  public var isOnlyForChoice: Bool { self == .fax || self == .file || self == .foreignQueue }

  /// The reason, as it goes on after the printer's name.
  public var reason: Wording {
    switch self {
    case .unreachable: Wording(ru: "не отвечает", en: "does not answer")
    case .paused: Wording(ru: "на паузе", en: "is paused")
    case .rejecting: Wording(ru: "не принимает задания", en: "accepts no jobs")
    case .noPDF: Wording(ru: "не принимает PDF", en: "takes no PDF")
    case .media(let media): Self.noPaper(media)
    case .sides(.one): Wording(ru: "не печатает на одной стороне", en: "cannot print one-sided")
    case .sides(.two): Wording(ru: "не печатает на двух сторонах", en: "cannot print two-sided")
    case .color: Wording(ru: "не печатает чёрно-белым", en: "cannot print black and white")
    case .notAllowed:
      Wording(ru: "вам печатать на нём запрещено", en: "does not let you print")
    case .quota(let pages):
      Wording(
        ru: "квота \(pages) стр. меньше самого большого пакета",
        en: "has a quota of \(pages) pages, less than the largest pack")
    case .fax: Wording(ru: "это факс", en: "is a fax")
    case .file: Wording(ru: "это не принтер: пишет файлы", en: "is no printer: it writes files")
    case .foreignQueue:
      Wording(ru: "это очередь другого компьютера", en: "is another computer's queue")
    }
  }

  /// What to do.
  public var advice: Wording {
    switch self {
    case .unreachable:
      Wording(
        ru: "Включите его или проверьте сеть, затем повторите",
        en: "Switch it on or check the network, then repeat")
    case .paused:
      Wording(
        ru: "Снимите паузу (cupsenable) или выберите другой принтер",
        en: "Resume it (cupsenable) or take another printer")
    case .rejecting:
      Wording(
        ru: "Включите очередь (cupsaccept) или выберите другой принтер",
        en: "Enable the queue (cupsaccept) or take another printer")
    case .noPDF:
      Wording(
        ru: "Подключите его через драйвер в CUPS или выберите другой принтер",
        en: "Set it up in CUPS with a driver, or take another printer")
    case .media, .sides, .color:
      Wording(ru: "Выберите другой принтер", en: "Take another printer")
    case .notAllowed, .quota:
      Wording(
        ru: "Попросите администратора или выберите другой принтер",
        en: "Ask the administrator, or take another printer")
    case .fax, .file, .foreignQueue:
      Wording(
        ru: "Если печатать всё же на нём, назовите его в exam.yaml: printers",
        en: "To print on it all the same, name it in exam.yaml: printers")
    }
  }

  private static func noPaper(_ media: String) -> Wording {
    let paper = PaperName.of(media)
    return Wording(ru: "не берёт бумагу \(paper.ru)", en: "does not take \(paper.en) paper")
  }

  /// The error of a printer that was to be used all the same.
  func trouble(at name: String) -> Trouble {
    Trouble(
      kind, cause: .printer, at: name,
      Wording(
        ru: "Принтер \(reason.ru). \(advice.ru)", en: "The printer \(reason.en). \(advice.en)"))
  }

  private var kind: String {
    switch self {
    case .unreachable: "printer.unreachable"
    case .paused, .rejecting, .notAllowed, .quota: "printer.refuses"
    default: "printer.cannot"
    }
  }
}

/// What people call paper.
enum PaperName {
  static func of(_ media: String) -> Wording {
    if media.hasPrefix("iso_a4") { return Wording(ru: "А4", en: "A4") }
    if media.hasPrefix("iso_a3") { return Wording(ru: "А3", en: "A3") }
    if media.hasPrefix("na_letter") { return Wording(ru: "Letter", en: "Letter") }
    return Wording(same: media)
  }
}
