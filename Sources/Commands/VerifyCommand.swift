import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh verify`: proves print files against journal and materials.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("verify")

  @OptionGroup var materials: MaterialOptions
  @Argument var files: [String]
  @Flag var json = false

  func run(on console: Console) async throws -> ExitStatus {
    let results = try await materials.desk(console).verify(files)
    if json {
      console.document(
        try JSONText.encode(VerificationReport(results, language: console.language)))
    } else {
      console.out(VerifyScreen(results, console.language).text)
    }
    if results.allSatisfy(\.isProved) { return .done }
    return results.allSatisfy { $0.refusal != nil } ? .refused : .partly
  }
}
