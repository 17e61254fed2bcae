import Exam
import Intake
import Testing

/// Inputs that once ended the program or hung it.
@Suite struct FoundInputsTests {
  private func found(_ name: String) throws -> [UInt8] {
    try Fixture.bytes("Tests/Fixtures/found/\(name)")
  }

  @Test(arguments: [
    "name-not-utf8.xlsx", "row-number.xlsx", "instruction-without-data.xlsx",
    "rows-beyond-count.ods", "cells-beyond-count.ods",
  ])
  func aListIsRefused(_ name: String) throws {
    let bytes = try found(name)
    #expect(throws: Trouble.self) { try ListReader.read(bytes: bytes, fileName: name) }
  }

  @Test func anArchiveIsRefused() throws {
    let bytes = try found("size-below-zero.7z")
    let material = Material(id: MaterialID(rawValue: "m"), give: .participant, files: ["a.7z"])
    let trouble = #expect(throws: Trouble.self) {
      try MaterialFiles.expand(material: material) { _ in bytes }
    }
    #expect(trouble?.kind == "material.archive-damaged")
  }

  @Test(arguments: [
    String(repeating: " ", count: 20_000), String(repeating: " ", count: 20_000) + "3 x",
    "Вариант" + String(repeating: " ", count: 20_000),
    "Проверочная работа по" + String(repeating: "\n", count: 20_000),
    "ВПР" + String(repeating: " ", count: 20_000) + "5 класс",
    String(repeating: "проверочн", count: 4_000),
  ])
  func aPageIsReadInTime(_ text: String) {
    let facts = PageFacts(
      page: 1, width: 595, height: 842, text: text, top: text, bottom: text)
    let time = ContinuousClock().measure { #expect(PageIdentity(facts: facts).number == nil) }
    #expect(time < .seconds(5))
  }
}
