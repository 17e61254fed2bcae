import ArgumentParser
import Exam
import Operations

/// `tirazh preview`: packs as they would be printed.
struct PreviewCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("preview")

  @OptionGroup var materials: MaterialOptions
  @Argument var rooms: [String] = []
  @Option var out: String
  @Flag var png = false

  func run(on console: Console) async throws -> ExitStatus {
    let files = try await materials.desk(console).preview(
      PreviewRequest(rooms: rooms, directory: out, pictures: png))
    console.out(
      console.say(
        ru: "Предпросмотр: файлов \(files.count), папка \(out). Это не печать.",
        en: "Preview: \(files.count) files in \(out). Nothing was printed."))
    return .done
  }
}
