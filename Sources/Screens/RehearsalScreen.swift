public import Exam
public import Operations
import Planning

/// What a rehearsal has shown, and whether the morning will do.
public struct RehearsalScreen {
  private let rehearsal: Rehearsal
  private let language: Language

  /// Shows a rehearsal.
  public init(rehearsal: Rehearsal, language: Language) {
    self.rehearsal = rehearsal
    self.language = language
  }

  /// The lines.
  public var lines: [String] {
    rehearsal.printers.flatMap(lines) + rehearsal.aside.map(line) + unasked + [""] + timetable
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private func lines(of printer: RehearsedPrinter) -> [String] {
    let name = PrinterLabel.of(printer.name)
    if case .failed(let why) = printer.end {
      return [say("\(name): НЕ ГОТОВ, ", "\(name): NOT READY, ") + why[language]]
    }
    let learnt = rehearsal.learnt[printer.name]
    let facts = LearntWords.of(learnt).map { $0[language] }.joined(separator: ", ")
    let known = facts.isEmpty ? say("напечатал", "printed") : facts
    return ["\(name): \(known)"] + LearntWords.warnings(learnt).map { "   " + $0[language] }
  }

  private func line(of trouble: Trouble) -> String {
    "\(trouble.place[language]): \(trouble.message[language])"
  }

  private var unasked: [String] {
    guard !rehearsal.unasked.isEmpty else { return [] }
    let names = rehearsal.unasked.map(PrinterLabel.of).joined(separator: ", ")
    return [
      say(
        "Не спрошено про \(names): посмотрите листы и повторите в терминале: tirazh rehearse",
        "Not asked about \(names): look at the sheets and repeat in a terminal: tirazh rehearse")
    ]
  }

  private var timetable: [String] {
    TimetableLines(
      timetable: rehearsal.timetable, ready: rehearsal.ready, now: nil, language: language
    ).lines
  }
}

/// What is known of a printer.
enum LearntWords {
  /// Its facts, as a list goes on.
  static func of(_ printer: LearntPrinter) -> [Wording] {
    let speed = printer.ppm.map { Wording(ru: "\($0) л/мин", en: "\($0) ppm") }
    let order = printer.order.map { order in
      switch order {
      case .firstOnTop: Wording(ru: "сверху первый лист", en: "the first sheet on top")
      case .lastOnTop:
        Wording(
          ru: "сверху последний лист (пакеты печатаю с конца)",
          en: "the last sheet on top (packs are printed from their end)")
      }
    }
    let count = printer.counts.map {
      $0
        ? Wording(ru: "счётчик верен", en: "its count is right")
        : Wording(ru: "СЧЁТЧИКУ НЕ ВЕРИМ", en: "ITS COUNT IS NOT BELIEVED")
    }
    return [speed, order, count].compactMap(\.self)
  }

  /// What has to be put right.
  static func warnings(_ printer: LearntPrinter) -> [Wording] {
    [
      printer.isOneSided == false
        ? Wording(
          ru: "печатает на обороте: выключите двустороннюю печать на самом принтере",
          en: "prints on the back: switch two-sided printing off at the printer itself") : nil,
      printer.isCrisp == false
        ? Wording(
          ru: "бледно, грязно или обрезано: смените картридж, проверьте лоток, повторите репетицию",
          en: "pale, dirty or cut off: change the cartridge, check the tray, rehearse again") : nil,
    ].compactMap(\.self)
  }
}
