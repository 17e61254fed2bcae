import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh print`: prints every pack that is not printed yet.
struct PrintCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("print")

  @OptionGroup var materials: MaterialOptions
  @Argument var rooms: [String] = []
  @Option var to: String?
  @Flag var json = false
  @Flag var yes = false
  @Flag(name: .customLong("no-proof")) var noProof = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = try materials.desk(console)
    let window = RunWindow(console, quiet: json)
    defer { window.rest() }
    let questions = PaperQuestions(console: console, saysYes: yes, rest: window.rest)
    let outcome: RunOutcome
    do {
      outcome = try await desk.print(
        PrintRequest(rooms: rooms, directory: to, isProofed: !noProof), asking: questions,
        report: window.report, requests: window.requests)
    } catch let trouble as Trouble where trouble.cause == .locked {
      guard let wantsToWatch = questions.wantsToWatch(trouble) else { throw trouble }
      guard wantsToWatch else { return trouble.exit }
      try await Watching(desk: desk, console: console).show()
      return .done
    }
    window.rest()
    if let to { try desk.writeNote(into: to, language: desk.folder.paperLanguage) }
    if json, let status = try desk.status() {
      console.document(try JSONText.encode(StatusReport(status, language: console.language)))
    } else {
      console.out(OutcomeScreen(outcome, console.language, now: Console.now).text)
      if outcome.exit != .done { try NextStep.show(desk, console) }
    }
    return outcome.exit
  }
}
