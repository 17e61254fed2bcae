import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh printers`: the printers and how they are.
struct PrintersCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("printers")

  @OptionGroup var place: PlaceOptions
  @Option var trust: String?

  func run(on console: Console) async throws -> ExitStatus {
    if let trust { place.desk().trust(trust) }
    await PrintersScreen.lines(place.desk(), console.language).forEach(console.out)
    return .done
  }
}
