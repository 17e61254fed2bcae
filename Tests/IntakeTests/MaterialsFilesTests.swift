import Exam
import Intake
import Testing

@Suite struct MaterialsFilesTests {
  private let material = Material(
    id: MaterialID(rawValue: "work"), give: .participant, files: ["a.pdf", "b.pdf"])

  @Test func aPDFIsItself() throws {
    let found = try MaterialFiles.expand(material: material) { Array("%PDF \($0)".utf8) }
    #expect(found.map(\.file) == ["a.pdf", "b.pdf"])
    #expect(found.allSatisfy { $0.container == nil })
  }

  @Test(arguments: [("PK\u{3}\u{4}broken", "material.archive-damaged"), ("", "material.not-pdf")])
  func refusesWhatIsNoMaterial(content: String, kind: String) {
    var other = material
    other.files = ["materials.zip"]
    let trouble = #expect(throws: Trouble.self) {
      try MaterialFiles.expand(material: other) { _ in Array(content.utf8) }
    }
    #expect(trouble?.kind == kind)
    #expect(trouble?.place.ru == "materials.zip")
  }
}
