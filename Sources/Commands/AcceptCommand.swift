import ArgumentParser
import Exam
import Operations

/// `tirazh accept`: a person's word that a finding is in order.
struct AcceptCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("accept")

  @OptionGroup var materials: MaterialOptions
  @Argument var number: Int
  @Option var reason: String

  func run(on console: Console) async throws -> ExitStatus {
    let finding = try await materials.desk(console).accept(number, reason: reason)
    let place = finding.place.isEmpty ? "" : finding.place[console.language] + ": "
    console.out(
      console.say(
        ru: "Принято и записано в журнал: \(place)\(finding.message.ru)\nДальше:  tirazh check",
        en: "Accepted and written into the journal: \(place)\(finding.message.en)\n"
          + "Next:  tirazh check"))
    return .done
  }
}
