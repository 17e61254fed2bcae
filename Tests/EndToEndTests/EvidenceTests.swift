import Foundation
import Testing

/// What is not known to be right is not printed: real papers, the real program.
@Suite struct EvidenceTests {
  @Test(arguments: [
    ("ordinal", ["1", "2"]), ("roman", ["1", "2"]), ("letter", ["А", "Б"]),
    ("coded", ["МА2290101", "МА2290102"]),
  ])
  func variantsAreNeverGlued(name: String, variants: [String]) throws {
    let sandbox = try Sandbox.ofPapers(["\(name)-1.pdf", "\(name)-2.pdf"])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 0, "\(check.text)")
    let copies = try sandbox.planJSON().packs[0].copies
    #expect(copies.map(\.pages) == copies.map { _ in 2 })
    #expect(copies.prefix(4).map(\.variant) == (variants + variants).map(Optional.init))
  }

  @Test func twoPapersWithoutAVariantStop() throws {
    let sandbox = try Sandbox.ofPapers(["unsaid-1.pdf", "unsaid-2.pdf"], layout: "plain")
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 3, "\(check.text)")
    #expect(check.output.contains("вариант сказан не в каждом"), "\(check.text)")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 3)
  }

  @Test func aKeyIsNeverAccepted() throws {
    let sandbox = try Sandbox.ofPapers(["key-named.pdf"])
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("check").status == 3)
    #expect(try sandbox.tirazh("accept", "1", "--reason", "так надо").status == 3)
  }

  @Test func aPageThatIsNotKnownIsPrintedAfterSomebodyLooked() throws {
    let sandbox = try Sandbox.ofPapers(["key-unnamed.pdf"])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 3, "\(check.text)")
    #expect(check.output.contains("key-unnamed.pdf, стр. 2"), "\(check.text)")
    #expect(check.output.contains("tirazh preview 204 --out"), "\(check.text)")
    #expect(try sandbox.tirazh("preview", "204", "--out", sandbox.out.path).status == 0)
    let preview = try #require(
      try FileManager.default.contentsOfDirectory(
        at: sandbox.out, includingPropertiesForKeys: nil
      ).first)
    let mode = try FileManager.default.attributesOfItem(atPath: preview.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try sandbox.tirazh("accept", "1", "--reason", "это не ключ").status == 0)
    #expect(try sandbox.tirazh("check").status == 0)
    // The word was given for that page of that file.
    try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent("key-unnamed.pdf"))
    try FileManager.default.copyItem(
      at: Sandbox.fixture("papers/key-named.pdf"),
      to: sandbox.exam.appendingPathComponent("key-unnamed.pdf"))
    #expect(try sandbox.tirazh("check").status == 3)
  }

  @Test(arguments: [("phrase-in-task.pdf", "vpr"), ("plain.pdf", "plain")])
  func goodPapersAreNotStopped(paper: String, layout: String) throws {
    let sandbox = try Sandbox.ofPapers([paper], layout: layout)
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 0, "\(check.text)")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
  }

  @Test func whatLiesBesideInAnArchiveGetsItsPlace() throws {
    let sandbox = try Sandbox.ofPapers(["criteria-beside.zip"])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check", "-v")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.output.contains("Критерии.pdf: критерии или ответы"), "\(check.text)")
    let pack = try sandbox.planJSON().packs[0]
    #expect(pack.papers.map(\.paper).contains("инструкция"))
    #expect(pack.copies.allSatisfy { $0.pages == 2 })
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
  }

  @Test func whatLooksLikeAnswersIsLeftOutOnlyByAPersonsWord() throws {
    let sandbox = try Sandbox.ofPapers(["answers-beside.zip"])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 3, "\(check.text)")
    #expect(check.output.contains("Лист.pdf: похоже на таблицу ответов"), "\(check.text)")
    #expect(check.output.contains("tirazh accept 1 --reason"), "\(check.text)")
    #expect(try sandbox.tirazh("accept", "1", "--reason", "ответы").status == 0)
    let again = try sandbox.tirazh("check")
    #expect(again.status == 0, "\(again.text)")
    #expect(try sandbox.planJSON().packs[0].copies.allSatisfy { $0.pages == 2 })
  }

  /// A variant nobody made a PDF of, a piece of a cut archive: named, with the step that helps.
  @Test(arguments: [
    ("Вариант 2.docx", "сохраните его как PDF"), ("вариант 2.rtf", "сохраните его как PDF"),
    ("материалы.zip.001", "один том архива"), ("материалы.z01", "один том архива"),
    ("материалы.part2.rar", "один том архива"),
  ])
  func whatIsLeftAsideIsNamed(name: String, words: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try Data("PK".utf8).write(to: sandbox.exam.appendingPathComponent(name))
    let check = try sandbox.tirazh("check")
    #expect(check.text.contains("\(name): ") && check.status == 0, "\(check.text)")
    let text = check.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(words), "\(check.text)")
    try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent("exam.yaml"))
    #expect(try sandbox.tirazh("init").text.contains(name))
  }

  @Test(arguments: [("список.xls", "старый формат Excel"), ("список.txt", "6 участников")])
  func initSeesListsOfEveryKind(name: String, words: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let list = sandbox.exam.appendingPathComponent(name)
    if name.hasSuffix("xls") {
      try Data(
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      )
      .write(to: list)
    } else {
      try FileManager.default.copyItem(
        at: sandbox.exam.appendingPathComponent("список.csv"), to: list)
    }
    for other in ["список.csv", "список.xlsx", "exam.yaml"] {
      try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent(other))
    }
    let run = try sandbox.tirazh("init")
    #expect(run.output.contains("\(name) — ") && run.output.contains(words), "\(run.text)")
  }

  @Test func unusedFilesBeyondTheFirstAreCounted() throws {
    let sandbox = try Sandbox.ofPapers(["criteria-beside.zip"])
    defer { sandbox.remove() }
    for number in 11...23 {
      try Data("ФИО;Кабинет\n".utf8).write(
        to: sandbox.exam.appendingPathComponent("старый-\(number).csv"))
    }
    let check = try sandbox.tirazh("check", "-v")
    #expect(check.output.contains("таких файлов ещё 4"), "\(check.text)")
  }

  @Test func oneVariantOfTwoIsSaid() throws {
    let sandbox = try Sandbox.ofPapers(["second-is-word.zip"])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.output.contains("«Вариант 2.docx»"), "\(check.text)")
  }
}

extension Sandbox {
  /// An exam of four participants whose material is these papers.
  static func ofPapers(
    _ papers: [String], layout: String = "vpr", material: String = ""
  ) throws -> Sandbox {
    let sandbox = try Sandbox()
    for paper in papers { try sandbox.replace(paper, with: "papers/\(paper)") }
    let rows = (1...4).map { "5000\($0);5А;204;\($0)А" }
    try Data((["Код;Класс;Кабинет;Место"] + rows).joined(separator: "\n").utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    let files = papers.map { "\"\($0)\"" }.joined(separator: ", ")
    try sandbox.describe { _ in
      """
      id: 7F3A2C
      title: Работа
      layout: \(layout)
      list: список.csv
      works:
        - id: math5
          subject: Математика
          grade: 5
          materials:
            - {id: work, give: participant, files: [\(files)]\(material)}
      """
    }
    return sandbox
  }
}
