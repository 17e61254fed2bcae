import Exam
import Operations
import Planning
import PrintRun
import Printing

/// A line for each printer.
enum PrintersScreen {
  static func lines(_ desk: ExamDesk, _ console: Console) async -> [String] {
    await report(desk, nil, console).lines
  }

  /// The lines, and what they say of a run; nil if there are no printers to ask.
  static func report(
    _ desk: ExamDesk, _ plan: Plan?, _ console: Console
  ) async -> (lines: [String], report: PrintersReport?) {
    do {
      let report = try await desk.printers(for: plan)
      guard !report.printers.isEmpty else { return ([none(console)], nil) }
      return (report.printers.flatMap { lines(of: $0, console) }, report)
    } catch let trouble as Trouble {
      let place = trouble.place.isEmpty ? "" : trouble.place[console.language] + ": "
      let words = place + trouble.message[console.language]
      return ([console.say(ru: "Принтеры     ", en: "Printers     ") + words], nil)
    } catch {
      let words = console.say(
        ru: "Принтеры     CUPS не отвечает; печать в папку: tirazh print --to ПАПКА",
        en: "Printers     CUPS does not answer; to a folder: tirazh print --to DIR")
      return ([words], nil)
    }
  }

  private static func none(_ console: Console) -> String {
    console.say(
      ru: "Принтеры     нет очередей CUPS; печать в папку: tirazh print --to ПАПКА",
      en: "Printers     no CUPS queues; to a folder: tirazh print --to DIR")
  }

  private static func lines(of report: PrinterReport, _ console: Console) -> [String] {
    guard let obstacle = report.obstacle else {
      return [line(report.status, console)] + paper(report, console)
        + scaling(report.status, console)
    }
    let advice = obstacle.advice[console.language]
    return [
      console.say(ru: "Не берём     ", en: "Left out     ") + report.status.name
        + ": \(obstacle.reason[console.language])" + (advice.isEmpty ? "" : ". " + advice)
    ]
  }

  /// Other paper than the jobs ask for lies in the printer: it would stop and wait.
  private static func paper(_ report: PrinterReport, _ console: Console) -> [String] {
    guard let media = report.missingMedia else { return [] }
    let name = media.hasPrefix("iso_a4") ? console.say(ru: "А4", en: "A4") : media
    return [
      console.say(
        ru: "             в лотке другая бумага: положите \(name) или проверьте настройку лотка",
        en: "             other paper is in the tray: load \(name), or check the tray's setting")
    ]
  }

  private static func line(_ status: PrinterStatus, _ console: Console) -> String {
    let reasons =
      status.reasons.isEmpty ? "" : " (\(ReasonWords.of(status.reasons)[console.language]))"
    let proof =
      switch status.counting {
      case .shown: console.say(ru: "сам подтверждает печать", en: "proves what it printed")
      case .unknown:
        console.say(
          ru: "подтверждает ли печать сам, покажет первый пакет",
          en: "the first pack will show whether it proves what it prints")
      case .never:
        console.say(ru: "печать подтверждает человек", en: "a person confirms what it printed")
      }
    return console.say(ru: "Принтер      ", en: "Printer      ")
      + "\(status.name): \(state(status, console))\(reasons), \(proof)"
  }

  /// A printer that scales by itself may print a page at less than 100 %.
  private static func scaling(_ status: PrinterStatus, _ console: Console) -> [String] {
    guard let scaling = status.printScalingDefault, scaling != "none" else { return [] }
    return [
      console.say(
        ru: "             сам меняет масштаб: проверьте первый лист, "
          + "он должен выйти в 100 %",
        en: "             scales by itself (print-scaling \(scaling)): look at the first sheet, "
          + "it must come out at 100 %")
    ]
  }

  private static func state(_ status: PrinterStatus, _ console: Console) -> String {
    guard status.accepts else {
      return console.say(ru: "не принимает задания", en: "does not accept jobs")
    }
    switch status.state {
    case .idle: return console.say(ru: "готов", en: "ready")
    case .processing: return console.say(ru: "печатает", en: "printing")
    case .stopped: return console.say(ru: "ОСТАНОВЛЕН", en: "STOPPED")
    case .unreachable: return console.say(ru: "НЕ ОТВЕЧАЕТ", en: "DOES NOT ANSWER")
    }
  }
}
