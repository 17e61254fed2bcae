import Foundation
import Testing

/// The next step is true in every state, and every screen says the same.
@Suite struct NextStepTests {
  /// A state that a folder is brought into, and the line that the program then ends with.
  struct State: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let bring: @Sendable (Sandbox) throws -> Void
  }

  private static let states = [
    State(testDescription: "nothing yet", line: "Дальше:  tirazh init     (справка: tirazh --help)")
    {
      try FileManager.default.removeItem(at: $0.exam.appendingPathComponent("exam.yaml"))
    },
    State(testDescription: "everything is there", line: "Дальше:  tirazh plan") { _ in },
    State(
      testDescription: "no works in exam.yaml",
      line: "В exam.yaml нет работ. Положите материалы в папку. Дальше:  tirazh init"
    ) { sandbox in
      try sandbox.describe {
        String($0[..<($0.firstRange(of: "works:")?.lowerBound ?? $0.endIndex)])
      }
    },
    State(
      testDescription: "materials late",
      line: "Дальше: положите материалы в папку и повторите  tirazh check"
    ) { sandbox in
      for name in ["variant-1.pdf", "variant-2.pdf"] {
        try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent(name))
      }
    },
    State(
      testDescription: "a stop everywhere",
      line: "Дальше: исправьте остановки и повторите  tirazh check"
    ) {
      try $0.replace("variant-1.pdf", with: "pdf/missing-page.pdf")
    },
    State(testDescription: "one room into files", line: "Дальше:  tirazh print") {
      _ = try $0.tirazh("print", "205", "--to", $0.out.path)
    },
    State(
      testDescription: "the list corrected after the first print",
      line: "Дальше: по прежнему списку  tirazh print, по новому  tirazh plan --freeze"
    ) {
      _ = try $0.tirazh("print", "205", "--to", $0.out.path)
      try Data("Код;Кабинет\n59999;204\n".utf8)
        .write(to: $0.exam.appendingPathComponent("список.xlsx"))
    },
    State(
      testDescription: "a file replaced and frozen, but not accepted",
      line: "Остальное остановлено. Почему и что делать:  tirazh check, затем  tirazh print"
    ) {
      try $0.shrink()
      _ = try $0.tirazh("print", "--to", $0.out.path)
      try $0.resave("variant-2.pdf", "B")
      _ = try $0.tirazh("plan", "--freeze")
    },
    State(
      testDescription: "all in files",
      line: "Всё записано в файлы. Как их напечатать, сказано в ЧИТАЙ.txt рядом с ними."
    ) {
      try $0.shrink()
      _ = try $0.tirazh("print", "--to", $0.out.path)
    },
  ]

  @Test(arguments: states) func theLineIsTrue(_ state: State) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try state.bring(sandbox)
    let run = try Program.run(
      ["-C", sandbox.exam.path], environment: ["CUPS_SERVER": "/nonexistent"])
    #expect(run.output.hasSuffix(state.line + "\n"), "\(run.text)")
  }

  @Test func filesAreNeverCalledPrinted() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.output.contains("Записано в файлы: 1 из 1"), "\(run.text)")
    #expect(run.errors.contains("записан в файл"), "\(run.text)")
    #expect(try sandbox.tirazh("status").output.contains("записан в файл"))
    let note = try String(
      contentsOf: sandbox.out.appendingPathComponent("ЧИТАЙ.txt"), encoding: .utf8)
    for words in ["100 %", "на одной стороне", "1. каб. 205 · 7F3A2C-P01-a1.pdf"] {
      #expect(note.contains(words), "\(note)")
    }
  }

  @Test func aNoteOfSomebodyElseIsLeftAlone() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try FileManager.default.createDirectory(at: sandbox.out, withIntermediateDirectories: true)
    let note = sandbox.out.appendingPathComponent("ЧИТАЙ.txt")
    try Data("моё".utf8).write(to: note)
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    #expect(try String(contentsOf: note, encoding: .utf8) == "моё")
    let other = sandbox.out.appendingPathComponent("ЧИТАЙ 7F3A2C.txt")
    #expect(FileManager.default.fileExists(atPath: other.path))
  }
}

/// What is asked at a terminal before paper is used.
@Suite struct ConfirmationTests {
  @Test(
    arguments: [
      (["\r", "1\r", "2\r"], 3), (["2\r"], 3), (["1\r", "1\r"], 0), (["1\r", "7\r", "1\r"], 0),
    ] as [([String], Int32)])
  func aFirstPrintIsConfirmedByADigit(answers: [String], status: Int32) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let talk = try Terminal.run(
      ["print", "-C", sandbox.exam.path, "205", "--to", sandbox.out.path], answers: answers,
      prompt: "2 нет: ")
    #expect(talk.status == status, "\(talk.screen)")
    #expect(talk.screen.contains("В exam.yaml дата 21.04.2026"), "\(talk.screen)")
    #expect(sandbox.printed().isEmpty == (status != 0), "\(talk.screen)")
    #expect(try sandbox.planJSON().frozen == (status == 0))
    for line in talk.screen.split(whereSeparator: \.isNewline) where !line.contains("/") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func aLongReprintNeedsAYes() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let long = ["reprint", "205", "--reason", "1", "--to", sandbox.out.path]
    let refused = try Program.run(options: ["-C", sandbox.exam.path], long, environment: [:])
    #expect(refused.status == 3 && refused.text.contains("--yes"), "\(refused.text)")
    let done = try Program.run(
      options: ["-C", sandbox.exam.path], long + ["--yes"], environment: [:])
    #expect(done.status == 0, "\(done.text)")
    let other = try sandbox.tirazh("reprint", "205", "205-01", "--reason", "5")
    #expect(other.status == 64 && other.text.contains("другое"), "\(other.text)")
  }
}
