public import Exam
public import Operations
public import Planning
import PrintRun
import Printing

/// A line for each printer.
public enum PrintersScreen {
  /// The lines.
  public static func lines(_ desk: ExamDesk, _ language: Language) async -> [String] {
    await report(desk, nil, language).lines
  }

  /// The lines, and what they say of a run; nil if there are no printers to ask.
  public static func report(
    _ desk: ExamDesk, _ plan: Plan?, _ language: Language
  ) async -> (lines: [String], report: PrintersReport?) {
    do {
      let report = try await desk.printers(for: plan)
      return (lines(of: report, language), report.printers.isEmpty ? nil : report)
    } catch let trouble as Trouble {
      return ([line(of: trouble, language)], nil)
    } catch {
      return (lines(of: nil, language), nil)
    }
  }

  /// A line or a few for each printer; nil is a CUPS that does not answer.
  static func lines(of report: PrintersReport?, _ language: Language) -> [String] {
    guard let report else {
      return [
        language.say(
          ru: "Принтеры     CUPS не отвечает; печать в папку: tirazh print --to ПАПКА",
          en: "Printers     CUPS does not answer; to a folder: tirazh print --to DIR")
      ]
    }
    return report.printers.isEmpty
      ? [none(language)] : report.printers.flatMap { lines(of: $0, language) }
  }

  /// Why the printers cannot be asked.
  static func line(of trouble: Trouble, _ language: Language) -> String {
    let place = trouble.place.isEmpty ? "" : trouble.place[language] + ": "
    return language.say(ru: "Принтеры     ", en: "Printers     ") + place
      + trouble.message[language]
  }

  private static func none(_ language: Language) -> String {
    language.say(
      ru: "Принтеры     нет очередей CUPS; печать в папку: tirazh print --to ПАПКА",
      en: "Printers     no CUPS queues; to a folder: tirazh print --to DIR")
  }

  private static func lines(of report: PrinterReport, _ language: Language) -> [String] {
    guard let obstacle = report.obstacle else {
      return [line(report.status, language)] + learnt(report, language) + paper(report, language)
        + scaling(report.status, language)
    }
    let advice = obstacle.advice[language]
    return [
      language.say(ru: "Не берём     ", en: "Left out     ") + report.status.name
        + ": \(obstacle.reason[language])" + (advice.isEmpty ? "" : ". " + advice)
    ]
  }

  /// What rehearsals and runs have shown.
  private static func learnt(_ report: PrinterReport, _ language: Language) -> [String] {
    let facts = LearntWords.of(report.learnt).map { $0[language] }
    let day = report.learnt.rehearsed.map {
      language.say(ru: " (репетиция \($0.dotted))", en: " (rehearsed \($0.iso))")
    }
    let all = facts.joined(separator: ", ") + (day ?? "")
    return (facts.isEmpty ? [] : [all]).map { "             " + $0 }
      + LearntWords.warnings(report.learnt).map { "             " + $0[language] }
  }

  /// Other paper than the jobs ask for lies in the printer: it would stop and wait.
  private static func paper(_ report: PrinterReport, _ language: Language) -> [String] {
    guard let media = report.missingMedia else { return [] }
    let name = media.hasPrefix("iso_a4") ? language.say(ru: "А4", en: "A4") : media
    return [
      language.say(
        ru: "             в лотке другая бумага: положите \(name) или проверьте настройку лотка",
        en: "             other paper is in the tray: load \(name), or check the tray's setting")
    ]
  }

  private static func line(_ status: PrinterStatus, _ language: Language) -> String {
    let reasons =
      status.reasons.isEmpty ? "" : " (\(ReasonWords.of(status.reasons)[language]))"
    let proof =
      switch status.counting {
      case .shown: language.say(ru: "сам подтверждает печать", en: "proves what it printed")
      case .unknown:
        language.say(
          ru: "подтверждает ли печать сам, покажет первый пакет",
          en: "the first pack will show whether it proves what it prints")
      case .never:
        language.say(ru: "печать подтверждает человек", en: "a person confirms what it printed")
      }
    return language.say(ru: "Принтер      ", en: "Printer      ")
      + "\(status.name): \(state(status, language))\(reasons), \(proof)"
  }

  /// A printer that scales by itself may print a page at less than 100 %.
  private static func scaling(_ status: PrinterStatus, _ language: Language) -> [String] {
    guard let scaling = status.printScalingDefault, scaling != "none" else { return [] }
    return [
      language.say(
        ru: "             сам меняет масштаб: проверьте первый лист, "
          + "он должен выйти в 100 %",
        en: "             scales by itself (print-scaling \(scaling)): look at the first sheet, "
          + "it must come out at 100 %")
    ]
  }

  private static func state(_ status: PrinterStatus, _ language: Language) -> String {
    guard status.accepts else {
      return language.say(ru: "не принимает задания", en: "does not accept jobs")
    }
    switch status.state {
    case .idle: return language.say(ru: "готов", en: "ready")
    case .processing: return language.say(ru: "печатает", en: "printing")
    case .stopped: return language.say(ru: "ОСТАНОВЛЕН", en: "STOPPED")
    case .unreachable: return language.say(ru: "НЕ ОТВЕЧАЕТ", en: "DOES NOT ANSWER")
    }
  }
}
