import Exam
import Operations
import Printing

/// A line for each printer.
enum PrintersScreen {
  static func lines(_ bench: Workbench, _ console: Console) async -> [String] {
    do {
      let statuses = try await bench.printers()
      guard !statuses.isEmpty else {
        return [
          console.say(
            ru: "Принтеры     нет очередей CUPS; печать в папку: tirazh print --to ПАПКА",
            en: "Printers     no CUPS queues; to a folder: tirazh print --to DIR")
        ]
      }
      return statuses.flatMap { [line($0, console)] + scaling($0, console) }
    } catch let trouble as Trouble {
      let place = trouble.place.isEmpty ? "" : trouble.place + ": "
      return [
        console.say(ru: "Принтеры     ", en: "Printers     ") + place
          + trouble.message[console.language]
      ]
    } catch {
      return [
        console.say(
          ru: "Принтеры     CUPS не отвечает; печать в папку: tirazh print --to ПАПКА",
          en: "Printers     CUPS does not answer; to a folder: tirazh print --to DIR")
      ]
    }
  }

  private static func line(_ status: PrinterStatus, _ console: Console) -> String {
    let reasons = status.reasons.isEmpty ? "" : " (\(status.reasons.joined(separator: ", ")))"
    let proof =
      status.proves
      ? console.say(ru: "сам подтверждает печать", en: "proves what it printed")
      : console.say(ru: "печать подтверждает человек", en: "a person confirms what it printed")
    return console.say(ru: "Принтер      ", en: "Printer      ")
      + "\(status.name): \(state(status, console))\(reasons), \(proof)"
  }

  /// A printer that scales by itself may print a page at less than 100 %.
  private static func scaling(_ status: PrinterStatus, _ console: Console) -> [String] {
    guard let scaling = status.printScalingDefault, scaling != "none" else { return [] }
    return [
      console.say(
        ru: "             сам меняет масштаб (print-scaling \(scaling)): проверьте первый лист, "
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
