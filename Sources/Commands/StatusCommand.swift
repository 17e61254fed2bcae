import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh status`: where each pack stands.
struct StatusCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("status")

  @OptionGroup var place: PlaceOptions
  @Flag var json = false
  @Flag var watch = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    guard let status = try desk.status() else {
      throw Trouble(
        "status.nothing-printed",
        Wording(
          ru: "Ещё ничего не печаталось. Сначала: tirazh print",
          en: "Nothing has been printed yet. First: tirazh print"))
    }
    if watch, !json {
      try await Watching(desk: desk, console: console).show()
      return .done
    }
    if !json { try desk.frozenPlan()?.changes.findings.forEach(console.say) }
    if json {
      console.document(try JSONText.encode(StatusReport(status, language: console.language)))
    } else {
      console.out(StatusScreen(status, console.language).text)
      try NextStep.show(desk, console)
    }
    return .done
  }
}
