import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh papers`: papers that are printed beside the packs.
struct PapersCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("papers")

  @OptionGroup var materials: MaterialOptions
  @Argument var kind: String?
  @Argument var rooms: [String] = []
  @Option var out: String?
  @Option var printer: String?

  func run(on console: Console) async throws -> ExitStatus {
    let desk = try materials.desk(console)
    guard let kind else {
      try list(desk, console)
      return .done
    }
    let target: PapersRequest.Target
    switch (out, printer) {
    case (let folder?, nil): target = .folder(folder)
    case (nil, let printer?): target = .printer(printer)
    default:
      throw Trouble(
        "usage.papers", exit: .usage,
        Wording(
          ru: "Укажите, куда: --out ПАПКА или --printer ПРИНТЕР",
          en: "Say where to: --out DIR or --printer PRINTER"))
    }
    let made = try await desk.papers(PapersRequest(kind: kind, rooms: rooms, target: target))
    console.out(words(made, console))
    return .done
  }

  private func words(_ made: PapersResult, _ console: Console) -> String {
    let count = made.made.count
    let done =
      out.map {
        console.say(
          ru: "Готово: файлов \(count), листов \(made.sheets), папка \($0).",
          en: "Done: \(count) files, \(made.sheets) sheets in \($0).")
      }
      ?? console.say(
        ru: "Отправлено на принтер \(printer ?? ""): заданий \(count), листов \(made.sheets).",
        en: "Sent to \(printer ?? ""): \(count) jobs, \(made.sheets) sheets.")
    guard !made.withNames.isEmpty else { return done }
    let titles = made.withNames.joined(separator: ", ")
    return done + unwritten(made, console) + "\n"
      + Wrapping.fit(
        console.say(
          ru: "С фамилиями, уничтожить после работы: \(titles).",
          en: "With names, to be destroyed afterwards: \(titles)."), Wrapping.width)
  }

  /// Whose names have to be written by hand.
  private func unwritten(_ made: PapersResult, _ console: Console) -> String {
    guard !made.unwritten.isEmpty else { return "" }
    let keys = made.unwritten.joined(separator: ", ")
    return "\n"
      + Wrapping.fit(
        console.say(
          ru: "Знаков имени нет ни в одном шрифте, впишите от руки: \(keys).",
          en: "No font has the characters of a name, write it by hand: \(keys)."), Wrapping.width)
  }

  private func list(_ desk: ExamDesk, _ console: Console) throws {
    var table = TextTable([
      .init(heading: console.say(ru: "Лист", en: "Paper"), isNumber: false),
      .init(heading: console.say(ru: "На кого", en: "One for"), isNumber: false),
      .init(heading: console.say(ru: "Фамилии", en: "Names"), isNumber: false),
    ])
    for kind in try desk.paperKinds() {
      table.add([
        console.language == .ru ? kind.title : kind.name,
        kind.isForExam
          ? console.say(ru: "на всё проведение", en: "the exam")
          : console.say(ru: "на кабинет", en: "each room"),
        kind.hasNames ? console.say(ru: "есть", en: "yes") : "—",
      ])
    }
    table.lines.forEach(console.out)
    console.out(
      console.say(
        ru: "\nОтдельно от пакетов:  tirazh papers \"ЛИСТ\" [КАБИНЕТ…] --out ПАПКА\n"
          + "Сразу все:            tirazh papers все --out ПАПКА",
        en: "\nBeside the packs:  tirazh papers PAPER [ROOM…] --out DIR\n"
          + "All of them:       tirazh papers all --out DIR"))
  }
}
