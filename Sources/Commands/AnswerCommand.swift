import ArgumentParser
import Exam
import Operations
import Planning
import PrintRun

/// `tirazh answer`: what a person found in a printer's tray.
struct AnswerCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "answer")

  @OptionGroup var place: PlaceOptions
  @Argument var number: Int
  @Argument var value: String

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    let standing = try await desk.answer(number, value)
    let state = StateWords.word(standing)[console.language]
    console.out(
      console.say(
        ru: "Записано: каб. \(standing.pack.label) — \(state)",
        en: "Written down: room \(standing.pack.label): \(state)"))
    try NextStep.show(desk, console)
    return .done
  }
}
