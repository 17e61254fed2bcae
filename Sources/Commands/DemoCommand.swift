import ArgumentParser
import Exam
import Foundation
import Operations
import Planning
import PrintRun

/// `tirazh demo`: an invented exam, its packs written into files.
struct DemoCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("demo")

  @Argument var directory: String = "."
  @Flag(name: .customLong("serve")) var serves = false
  @Flag(name: .customLong("open")) var opens = false

  func run(on console: Console) async throws -> ExitStatus {
    let exam = try DemoExam.write(under: directory, date: Console.day(after: 1))
    let out = exam.url.appendingPathComponent(
      console.say(ru: "печать", en: "print"), isDirectory: true)
    console.err(console.say(ru: "Составляю пакеты…", en: "Composing the packs…"))
    let desk = PlaceOptions.desk(in: exam)
    let outcome = try await desk.print(
      PrintRequest(directory: out.path), asking: NoQuestions(), report: { _ in }, requests: { [] })
    try desk.writeNote(into: out.path, language: exam.paperLanguage)
    let files = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
    let screen = DemoScreen(exam: exam.url, out: out, files: files, alias: OwnProgram.alias)
    guard !serves else {
      console.err(screen.words[console.language])
      return try await serve(exam, on: console)
    }
    console.out(screen.words[console.language])
    if opens { try show(out, on: console) }
    return outcome.exit
  }

  /// Goes on with the example in a browser.
  private func serve(_ exam: ExamFolder, on console: Console) async throws -> ExitStatus {
    try await ServeCommand.parse([exam.url.path] + (opens ? ["--open"] : [])).run(on: console)
  }

  /// Shows the files where there is a desktop to show them.
  private func show(_ folder: URL, on console: Console) throws {
    guard Desktop.isThere else {
      return console.complain(
        Wording(
          ru: "Показать папку нечем: здесь нет рабочего стола. Откройте файлы сами",
          en: "There is no desktop here to show the folder on. Open the files yourself"))
    }
    try Desktop.show(folder.path)
  }
}

/// Nothing is asked: there is no paper to lose.
private struct NoQuestions: PrintQuestions {
  func approve(_ announcement: PrintAnnouncement) async throws {}
  func arePrinted(_ inFiles: [Pack]) async throws -> Bool? { nil }
  func takesChanges(_ delta: PlanDelta) async throws -> Bool? { nil }
  func isSame(_ doubt: Doubt) async throws -> Bool? { nil }
  func whatIs(_ copy: CopiedFolder) async throws -> CopiedFolder.Answer? { nil }
}

/// What the demo wrote, how to look at it, and what to try next.
struct DemoScreen {
  /// The exam's folder.
  let exam: URL
  /// The folder of what was printed.
  let out: URL
  /// The names of the files there.
  let files: [String]
  /// What makes the shell know the program by its name; nil where it does.
  let alias: String?

  /// How to get to the exam's folder, as somebody who can type `tirazh`.
  private var way: String {
    [alias, "cd " + OwnProgram.quoted(exam.path)].compactMap(\.self)
      .joined(separator: "\n         ")
  }

  var words: Wording {
    let packs = files.filter { $0.hasSuffix(".pdf") }
    let list = packs.map { "  " + $0 }.joined(separator: "\n")
    return Wording(
      ru: """
        Готово: придуманная работа и её пакеты файлами, без принтера и без архива.

        Папка   \(exam.path)
        Пакеты  \(out.lastPathComponent), файлов: \(packs.count)
        \(list)

        Посмотрите любой из них: первый лист — сопроводительный, за ним экземпляры по
        местам, на каждой странице метка; за листом «РЕЗЕРВ» резервные комплекты, а
        последний лист — «КОНЕЦ ПАКЕТА».

        Дальше:  \(way)
                 tirazh plan        что получит каждый кабинет
                 tirazh papers      талоны, протокол и другие листы
        Своя работа: положите в новую папку список и архив и наберите в ней
                 tirazh init
        """,
      en: """
        Done: an invented exam and its packs as files, without a printer or an archive.

        Folder  \(exam.path)
        Packs   \(out.lastPathComponent), files: \(packs.count)
        \(list)

        Look at any of them: the first sheet is the packing sheet, then come the copies
        by seats, with a mark on each page; spares behind their separator; the end sheet.

        Next:    \(way)
                 tirazh plan        what each room gets
                 tirazh papers      desk slips, protocol and other papers
        An exam of yours: put the list and the archive into a new folder, and type there
                 tirazh init
        """)
  }
}
