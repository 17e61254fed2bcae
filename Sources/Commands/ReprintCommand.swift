import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh reprint`: a room, a copy or pages once more.
struct ReprintCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("reprint")

  @OptionGroup var materials: MaterialOptions
  @Argument var room: String
  @Argument var copies: [String] = []
  @Option var pages: String?
  @Option var reason: String
  @Option var to: String?
  @Option var printer: String?
  @Flag var yes = false

  func run(on console: Console) async throws -> ExitStatus {
    let selection = try pages.map { text in
      guard let selection = PageSelection(text) else {
        throw Trouble(
          "usage.pages", exit: .usage, at: text,
          Wording(ru: "Страницы пишутся так: 2-3 или 1,4", en: "Pages look like 2-3 or 1,4"))
      }
      return selection
    }
    let desk = try materials.desk(console)
    let window = RunWindow(console)
    defer { window.rest() }
    let outcome = try await desk.reprint(
      ReprintRequest(
        room: room, copies: copies, pages: selection,
        reason: try Reasons.words(for: reason, console.language),
        directory: to, printer: printer),
      asking: PaperQuestions(console: console, saysYes: yes),
      report: window.report, requests: window.requests)
    window.rest()
    if let to { try desk.writeNote(into: to, language: desk.folder.paperLanguage) }
    console.out(OutcomeScreen(outcome, console.language, now: Console.now).text)
    return outcome.exit
  }
}
