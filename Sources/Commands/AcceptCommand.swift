import ArgumentParser
import Exam
import Operations

/// `tirazh accept`: a person's word that findings are in order.
struct AcceptCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("accept")

  @OptionGroup var materials: MaterialOptions
  @Argument var numbers: [Int]
  @Option var reason: String

  func run(on console: Console) async throws -> ExitStatus {
    for finding in try await materials.desk(console).accept(numbers, reason: reason) {
      let place = finding.place.isEmpty ? "" : finding.place[console.language] + ": "
      console.out(
        console.say(
          ru: "Принято и записано в журнал: \(place)\(finding.message.ru)",
          en: "Accepted and written into the journal: \(place)\(finding.message.en)"))
    }
    console.out(console.say(ru: "Дальше:  tirazh check", en: "Next:  tirazh check"))
    return .done
  }
}
