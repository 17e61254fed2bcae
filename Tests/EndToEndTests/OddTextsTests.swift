import Foundation
import Testing

/// Odd letters in a list, and files called otherwise than exam.yaml names them.
@Suite struct OddTextsTests {
  @Test(arguments: ["🏫 актовый зал", "教室 5", "\u{E000} зал", "ཨ-101"])
  func aRoomThatNoFontCanWriteStopsItselfOnly(room: String) throws {
    let sandbox = try Sandbox.ofPapers(["ordinal-1.pdf", "ordinal-2.pdf"])
    defer { sandbox.remove() }
    try Data("Код;Класс;Кабинет\n50001;5А;204\n50002;5А;\(room)\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    let check = try sandbox.tirazh("check")
    #expect(check.status == 4, "\(check.text)")
    #expect(check.output.contains("список.csv, строка 3, столбец C: знаков U+"), "\(check.text)")
    let print = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(print.status == 4, "\(print.text)")
    #expect(sandbox.printed().count { $0.hasSuffix(".pdf") } == 1)
  }

  @Test func aSubjectThatNoFontCanWriteStopsItsRoomsOnly() throws {
    let sandbox = try Sandbox.ofPapers(["ordinal-1.pdf", "ordinal-2.pdf"])
    defer { sandbox.remove() }
    try Data("Код;Класс;Кабинет\n50001;5А;204\n60001;6А;205\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    try sandbox.describe {
      $0.replacingOccurrences(
        of: "works:",
        with:
          "works:\n  - {subject: 数学, grade: 6, materials: [{give: participant, files: [x.pdf]}]}")
    }
    let check = try sandbox.tirazh("check")
    #expect(check.output.contains("знаков U+"), "\(check.text)")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 4)
    #expect(sandbox.printed().count { $0.hasSuffix(".pdf") } == 1)
  }

  @Test func aRoomInAnotherAlphabetIsPrintedWithoutCapitals() throws {
    let sandbox = try Sandbox.ofPapers(["ordinal-1.pdf", "ordinal-2.pdf"])
    defer { sandbox.remove() }
    try Data("Код;Класс;Кабинет\n50001;5А;ოთახი 5\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
  }

  @Test(arguments: [
    ("Русский язык, 1-й вариант.pdf".decomposedStringWithCanonicalMapping, true),
    ("РУССКИЙ ЯЗЫК, 1-й Вариант.PDF", true), ("Русский  язык,\u{A0}1-й вариант.pdf", true),
    ("Русский язык, 1й вариант.pdf", false),
  ])
  func filesAreFoundByWhatPeopleSee(name: String, isFound: Bool) throws {
    let sandbox = try Sandbox.ofPapers(["ordinal-1.pdf", "ordinal-2.pdf"])
    defer { sandbox.remove() }
    try FileManager.default.moveItem(
      at: sandbox.exam.appendingPathComponent("ordinal-1.pdf"),
      to: sandbox.exam.appendingPathComponent(name))
    let wanted = "Русский язык, 1-й вариант.pdf".precomposedStringWithCanonicalMapping
    try sandbox.describe { $0.replacingOccurrences(of: "ordinal-1.pdf", with: wanted) }
    let check = try sandbox.tirazh("check", "-v")
    #expect(check.output.contains("Есть похожий: «\(name)»") == !isFound, "\(check.text)")
    #expect(
      check.output.contains("в папке называется") == (isFound && name != wanted), "\(check.text)")
    let copies = try sandbox.planJSON().packs[0].copies
    #expect(copies.contains { $0.source.contains { $0.file.contains("1-й") } } == isFound)
  }

  @Test(arguments: ["все.zip.001", "все.z01", "все.part1.rar", "все.7z.002"])
  func aVolumeOfAnArchiveIsCalledSo(name: String) throws {
    let sandbox = try Sandbox.ofPapers(["ordinal-1.pdf", "ordinal-2.pdf"])
    defer { sandbox.remove() }
    try Data("PK".utf8).write(to: sandbox.exam.appendingPathComponent(name))
    try sandbox.describe { $0.replacingOccurrences(of: "ordinal-1.pdf", with: name) }
    let check = try sandbox.tirazh("check")
    #expect(check.status == 3, "\(check.text)")
    #expect(check.output.contains("один том архива"), "\(check.text)")
  }
}
