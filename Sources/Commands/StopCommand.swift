import ArgumentParser
import Exam
import Operations
import Screens
import PrintRun

/// `tirazh stop`: the window that prints begins nothing more.
struct StopCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("stop")

  @OptionGroup var place: PlaceOptions
  @Option var printer: String?
  @Flag var now = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    let outcome = try await desk.askToStop(printer, now: now)
    // What is cancelled ends within moments: then it can be said what is whole.
    if outcome == .taken, now, printer == nil { try await desk.printingEnds(within: 20) }
    guard let status = try desk.status() else {
      console.out(console.say(ru: "Сейчас ничего не печатается.", en: "Nothing is printing now."))
      return .done
    }
    console.out(
      StopScreen(
        status: status, time: Console.now, isTaken: outcome == .taken, printer: printer, isNow: now,
        language: console.language
      ).lines.joined(separator: "\n"))
    return .done
  }
}

/// `tirazh taken`: the bin of a printer is empty, the rest of a pack may follow.
struct TakenCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("taken")

  @OptionGroup var place: PlaceOptions
  @Argument var printer: String?

  func run(on console: Console) async throws -> ExitStatus {
    switch try await place.desk().askAsTaken(printer) {
    case .taken: console.out(console.say(ru: "Печатаю дальше.", en: "Printing goes on."))
    case .noRun:
      console.out(console.say(ru: "Сейчас ничего не печатается.", en: "Nothing is printing now."))
    }
    return .done
  }
}

/// `tirazh send-to`: packs that are not begun go to another printer.
struct SendToCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("send-to")

  @OptionGroup var place: PlaceOptions
  @Argument var printer: String
  @Argument var rooms: [String]

  func run(on console: Console) async throws -> ExitStatus {
    switch try await place.desk().ask(toSend: rooms, to: printer) {
    case .taken:
      console.out(
        console.say(
          ru: "Передано: что не начато, напечатает \(printer). Где каждый пакет:  tirazh status",
          en: "Handed on: what is not begun goes to \(printer). Where each pack is:  tirazh status")
      )
      return .done
    case .noRun:
      throw Trouble(
        "send-to.no-run",
        Wording(
          ru: "Сейчас ничего не печатается, переносить нечего. Печать:  tirazh print",
          en: "Nothing is printing now, there is nothing to move. To print:  tirazh print"))
    }
  }
}
