import ArgumentParser
import Exam
import Operations
import PrintRun

/// `tirazh stop`: the window that prints begins nothing more.
struct StopCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "stop")

  @OptionGroup var place: PlaceOptions
  @Option var printer: String?
  @Flag var now = false

  func run(on console: Console) async throws -> ExitStatus {
    switch try await place.desk().askToStop(printer, now: now) {
    case .taken:
      console.out(words[console.language])
    case .noRun:
      console.out(console.say(ru: "Сейчас ничего не печатается.", en: "Nothing is printing now."))
    }
    return .done
  }

  private var words: Wording {
    let place = printer.map { ("На принтер \($0)", " to \($0)") } ?? ("", "")
    let begin = place.0.isEmpty ? "Больше" : place.0 + " больше"
    return now
      ? Wording(
        ru: "\(begin) ничего не отправляется, начатое отменяется. Загляните в выходные лотки. "
          + "Что вышло:  tirazh status",
        en: "Nothing more is sent\(place.1), what has begun is cancelled. Look into the bins. "
          + "What came out:  tirazh status")
      : Wording(
        ru: "\(begin) ничего не отправляется, начатое допечатывается. Продолжить:  tirazh print",
        en: "Nothing more is sent\(place.1), what has begun is printed. To go on:  tirazh print")
  }
}

/// `tirazh send-to`: packs that are not begun go to another printer.
struct SendToCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "send-to")

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
