import ArgumentParser
import Exam
import Foundation
import Operations
import Screens

/// Reasons that are chosen by a digit: `--reason 1`.
enum Reasons {
  private static let known = [
    "1": Wording(ru: "замятие", en: "paper jam"),
    "2": Wording(ru: "бледно или грязно", en: "pale or dirty"),
    "3": Wording(ru: "испортил участник", en: "spoilt by the participant"),
    "4": Wording(ru: "лист потерян", en: "a sheet is lost"),
  ]

  static func words(for reason: String, _ console: Console) throws -> String {
    let typed = reason.trimmingCharacters(in: .whitespaces)
    guard typed != "5" else {
      throw Trouble(
        "usage.reason", exit: .usage, at: typed,
        Wording(
          ru: "5 — другое: напишите причину словами, --reason «полоса на листе»",
          en: "5 is another reason: write it in words, --reason \"a streak on the sheet\""))
    }
    if let known = known[typed] { return known[console.language] }
    guard typed.contains(where: \.isLetter) else {
      throw Trouble(
        "usage.reason", exit: .usage, at: typed,
        Wording(
          ru: "Причину пишут словами или цифрой: 1 замятие, 2 бледно или грязно, "
            + "3 испортил участник, 4 лист потерян, 5 другое (словами)",
          en: "A reason is words or a digit: 1 paper jam, 2 pale or dirty, "
            + "3 spoilt by the participant, 4 a sheet is lost, 5 another (in words)"))
    }
    return reason
  }
}

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
        reason: try Reasons.words(for: reason, console),
        directory: to, printer: printer),
      asking: PaperQuestions(console: console, saysYes: yes),
      report: window.report, requests: window.requests)
    window.rest()
    if let to { try desk.writeNote(into: to, language: desk.folder.paperLanguage) }
    console.out(OutcomeScreen(outcome, console.language, now: Console.now).text)
    return outcome.exit
  }
}
