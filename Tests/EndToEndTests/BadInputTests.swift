import Exam
import Foundation
import Testing

/// What the program answers to input that cannot be printed.
@Suite struct BadInputTests {
  /// One thing that is wrong, what the program must answer, and where it must point.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: Int32
    let names: [String]
    var printed = 0
    let spoil: @Sendable (Sandbox) throws -> Void

    init(
      _ name: String, status: Int32, names: [String], printed: Int = 0,
      spoil: @escaping @Sendable (Sandbox) throws -> Void
    ) {
      testDescription = name
      self.status = status
      self.names = names
      self.printed = printed
      self.spoil = spoil
    }
  }

  private static let heading = "ФИО;Код;Класс;Кабинет;Место\n"

  private static let cases = [
    Case("no list", status: 3, names: ["список.xlsx", "не найден"]) {
      try FileManager.default.removeItem(at: $0.exam.appendingPathComponent("список.xlsx"))
    },
    Case("list without rooms", status: 3, names: ["список.xlsx", "строка 1", "кабинет"]) {
      try $0.replace("список.xlsx", with: "lists/no-room.xlsx")
    },
    Case(
      "doubled code stops its rooms only", status: 4, names: ["строка 3", "50002", "каб. 204"],
      printed: 1
    ) {
      try $0.list(
        heading + "А;50001;5А;204;1А\nБ;50002;5А;204;1Б\nВ;50002;5А;204;2А\nГ;50004;5Б;205;1А\n")
    },
    Case("doubled code in every room", status: 3, names: ["строка 2", "строка 5", "50002"]) {
      try $0.list(
        heading + "А;50002;5А;204;1А\nБ;50003;5А;204;1Б\nВ;50004;5А;205;2А\nГ;50002;5Б;205;1А\n")
    },
    Case("unknown key", status: 3, names: ["exam.yaml", "строка", "printer", "printers"]) {
      try $0.describe { $0 + "\nprinter: lab1\n" }
    },
    Case("damaged PDF", status: 3, names: ["variant-1.pdf", "испорчен"]) {
      try $0.replace("variant-1.pdf", with: "pdf/damaged.pdf")
    },
    Case("encrypted PDF", status: 3, names: ["variant-1.pdf", "пароле"]) {
      try $0.replace("variant-1.pdf", with: "pdf/encrypted.pdf")
    },
    Case("A5", status: 3, names: ["variant-1.pdf", "стр. 1", "A4"]) {
      try $0.replace("variant-1.pdf", with: "pdf/a5.pdf")
    },
    Case("key behind a variant", status: 3, names: ["variant-1.pdf", "стр. 6", "«Ответы»"]) {
      try $0.replace("variant-1.pdf", with: "pdf/key-at-end.pdf")
    },
    Case("page missing", status: 3, names: ["variant-1.pdf", "стр. 4", "с номером 4", "Скачайте"]) {
      try $0.replace("variant-1.pdf", with: "pdf/missing-page.pdf")
    },
    Case("A3 spreads", status: 3, names: ["variant-1.pdf", "стр. 1–2", "split: spreads"]) {
      try $0.replace("variant-1.pdf", with: "pdf/spread.pdf")
    },
    Case("unknown way to split", status: 3, names: ["exam.yaml, строка", "spread", "two-up"]) {
      try $0.describe {
        $0.replacingOccurrences(
          of: "      - id: work\n", with: "      - id: work\n        split: spread\n")
      }
    },
    Case("foreign file in the way", status: 3, names: ["7F3A2C-P01-a1.pdf"], printed: 1) {
      try FileManager.default.createDirectory(at: $0.out, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: $0.out.appendingPathComponent("7F3A2C-P01-a1.pdf"))
    },
    Case("variants of different length", status: 0, names: ["1 — 9", "2 — 7"], printed: 3) {
      try $0.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    },
  ]

  @Test(arguments: cases) func isAnswered(_ wrong: Case) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try wrong.spoil(sandbox)
    let check = try sandbox.tirazh("check", environment: ["CUPS_SERVER": "/nonexistent"])
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == wrong.status, "\(run.text)")
    // What lies in the folder printed into is nothing that a check knows of.
    let isKnown = !run.text.contains("чужой файл")
    #expect(check.status == (isKnown ? run.status : 0), "check and print disagree: \(check.text)")
    for name in wrong.names { #expect(run.text.contains(name), "\(run.text)") }
    #expect(sandbox.printed().count == wrong.printed)
  }

  @Test func namesOfPeopleStayOutOfMessages() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("list.csv", with: "lists/doubled-code.csv")
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "list.csv") }
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 3, "\(run.text)")
    #expect(!run.text.contains("Берёзкин"))
    #expect(!run.text.contains("Абрикосов"))
  }

  @Test func withoutPrintServerNothingIsFrozen() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let run = try sandbox.tirazh("print", environment: ["CUPS_SERVER": "/nonexistent"])
    #expect(run.status == 3, "\(run.text)")
    #expect(run.text.contains("/nonexistent"))
    #expect(try !sandbox.planJSON().frozen)
  }

  @Test func wrongCommandLineIsUsage() throws {
    #expect(try Program.run(["prnt"]).status == 64)
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("print", "999", "--to", sandbox.out.path).status == 3)
  }

  @Test func elsewhereTheProgramSaysWhereToGo() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Program.run(["check", "-C", folder.path])
    #expect(run.status == 3)
    #expect(run.text.contains("exam.yaml"))
  }
}

extension Sandbox {
  /// Writes another list and names it in exam.yaml.
  func list(_ text: String) throws {
    try Data(text.utf8).write(to: exam.appendingPathComponent("list.csv"))
    try describe { $0.replacingOccurrences(of: "список.xlsx", with: "list.csv") }
  }

  /// The packs in the folder printed into; the note beside them is none.
  func printed() -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: out.path)) ?? []
    return files.filter { !$0.hasSuffix(".txt") }
  }

  /// The file of a pack in the folder printed into: its name begins with the room.
  func file(of pack: PackID, attempt: Int) throws -> URL {
    let end = "7F3A2C-\(pack.rawValue)-a\(attempt).pdf"
    let file = printed().first { $0.hasSuffix(" · " + end) }
    return out.appendingPathComponent(file ?? end)
  }
}
