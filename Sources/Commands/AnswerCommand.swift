import ArgumentParser
import Exam
import Operations
import Planning
import PrintRun
import Screens

/// `tirazh answer`: what a person found in a printer's tray.
struct AnswerCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("answer")

  @OptionGroup var place: PlaceOptions
  @Argument var number: Int
  @Argument var value: String

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    let standing = try await desk.answer(number, value)
    guard let standing else {
      console.out(console.say(ru: "Записано", en: "Written down"))
      try NextStep.show(desk, console)
      return .done
    }
    let state = StateWords.word(standing)[console.language]
    console.out(
      console.say(
        ru: "Записано: \(Wording.room(standing.pack.label).ru) — \(state)",
        en: "Written down: \(Wording.room(standing.pack.label).en): \(state)"))
    try NextStep.show(desk, console)
    return .done
  }
}
