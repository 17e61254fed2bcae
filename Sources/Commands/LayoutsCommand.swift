import ArgumentParser
import Exam
import Operations

/// `tirazh layouts`: the built-in layouts; `show` draws a sample, `copy` begins one's own.
struct LayoutsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("layouts")

  @OptionGroup var place: PlaceOptions
  @Argument var action: String?
  @Argument var name: String?
  @Argument var directory: String?
  @Option var out: String?

  func run(on console: Console) async throws -> ExitStatus {
    switch (action, name) {
    case (nil, _): try list(console)
    case ("copy", let name?):
      guard let directory = directory ?? out else { throw Self.usage }
      let files = try Layouts.copy(name, to: directory)
      console.out(
        console.say(
          ru: "Файлов: \(files.count), папка \(directory). В exam.yaml:  layout: \(directory)",
          en: "\(files.count) files in \(directory). In exam.yaml:  layout: \(directory)"))
    case ("show", let name?):
      guard let directory = directory ?? out else { throw Self.usage }
      let (layout, paper) = Self.split(name)
      let files = try await place.desk().layoutSample(layout, paper, to: directory)
      console.out(
        console.say(
          ru: "Образцы с придуманными данными: файлов \(files.count), папка \(directory).",
          en: "Samples with invented data: \(files.count) files in \(directory)."))
    default: throw Self.usage
    }
    return .done
  }

  /// `vpr/packing-sheet`; a path to a folder keeps its slashes.
  private static func split(_ name: String) -> (layout: String, paper: String?) {
    guard let slash = name.lastIndex(of: "/"), Layouts.names.contains(String(name[..<slash]))
    else { return (name, nil) }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }

  private static let usage = Trouble(
    "usage.layouts", exit: .usage,
    Wording(
      ru: "Так: tirazh layouts show МАКЕТ[/ЛИСТ] ПАПКА  или  tirazh layouts copy МАКЕТ ПАПКА",
      en: "So: tirazh layouts show LAYOUT[/PAPER] DIR  or  tirazh layouts copy LAYOUT DIR"))

  private func list(_ console: Console) throws {
    for name in Layouts.names {
      console.out(name)
      for paper in try Layouts.papers(of: name) {
        let blanks = String(repeating: " ", count: max(1, 18 - paper.name.count))
        console.out("  " + paper.name + blanks + (paper.title == paper.name ? "" : paper.title))
      }
    }
  }
}
