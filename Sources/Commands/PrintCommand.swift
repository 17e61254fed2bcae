import ArgumentParser
import Exam
import Operations

/// `tirazh print`: prints every pack that is not printed yet.
struct PrintCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "print")

  @OptionGroup var materials: MaterialOptions
  @Argument var rooms: [String] = []
  @Option var to: String?
  @Flag var json = false
  @Flag var yes = false

  func run(on console: Console) async throws -> ExitStatus {
    let bench = try materials.workbench(console)
    let progress = ProgressScreen(console, quiet: json)
    let stop = StopSignal()
    let questions = PaperQuestions(console: console, saysYes: yes)
    let outcome: RunOutcome
    do {
      outcome = try await bench.print(
        PrintRequest(rooms: rooms, directory: to), asking: questions, report: progress.report,
        requests: stop.requests)
    } catch let trouble as Trouble where trouble.cause == .locked {
      guard let wantsToWatch = questions.wantsToWatch(trouble) else { throw trouble }
      guard wantsToWatch else { return trouble.exit }
      try await Watching(bench: bench, console: console).show()
      return .done
    }
    if let to { try bench.writeNote(into: to, language: bench.folder.paperLanguage) }
    if json, let status = try bench.status() {
      console.document(try JSONText.encode(StatusReport(status, language: console.language)))
    } else {
      console.out(OutcomeScreen(outcome, console.language).text)
      if outcome.exit != .done { try NextStep.show(bench, console) }
    }
    return outcome.exit
  }
}
