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
  @Flag var diff = false

  func run(on console: Console) async throws -> ExitStatus {
    let files = try await materials.desk(console).preview(
      PreviewRequest(rooms: rooms, directory: out, pictures: png, differences: diff))
    if diff {
      console.out(
        console.say(
          ru: "Сравнение с материалами: файлов \(files.count), папка \(out). Красное добавлено на "
            + "листе, синее пропало. Это не печать.",
          en: "Compared with the materials: \(files.count) files in \(out). Red is added on paper, "
            + "blue is missing. Nothing was printed."))
      return .done
    }
    console.out(
      console.say(
        ru: "Предпросмотр: файлов \(files.count), папка \(out). Это не печать.",
        en: "Preview: \(files.count) files in \(out). Nothing was printed."))
    return .done
  }
}
