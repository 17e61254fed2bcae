import Exam
import Intake
import Testing

private typealias Samples = MaterialSamples

/// Which pages of a file are taken.
@Suite struct MaterialsChoiceTests {
  private static let spreads = Samples.document(
    "a.pdf", [Samples.sheet(1, 1, 2), Samples.sheet(2, 3, 4)])

  @Test func aSpreadIsAStopThatNamesTheKey() throws {
    let result = Samples.resolve([Self.spreads])
    #expect(Samples.found(result) == ["stop material.spread"])
    #expect(try #require(result.findings.first).message.ru.contains("split: spreads"))
    #expect(
      Samples.found(Samples.resolve([Self.spreads], pageSizes: .any)) == [
        "stop material.page-medium"
      ])
  }

  @Test func spreadsAreCutInReadingOrder() {
    let result = Samples.resolve([Self.spreads], material: { $0.split = .spreads })
    #expect(Samples.found(result) == ["note material.split"])
    #expect(Samples.pages(result) == ["1 left", "1 right", "2 left", "2 right"])
  }

  @Test func aHalfIsNamedWithItsPage() throws {
    var facts = Self.spreads.facts
    facts[1].halves[1].isBlank = true
    facts[1].halves[1].text = ""
    let result = Samples.resolve(
      [Samples.document("a.pdf", facts)], material: { $0.split = .spreads })
    let blank = try #require(result.findings.first { $0.kind == .materialUnverified })
    #expect(blank.place.ru == "a.pdf, стр. 2 справа")
  }

  @Test func sheetsOfTwoPagesAreCutOnlyWhenAskedFor() {
    let sheet = Samples.document("a.pdf", [Samples.sheet(1, a3: false, 1, 2)])
    #expect(Samples.found(Samples.resolve([sheet])) == ["warn material.landscape"])
    let cut = Samples.resolve([sheet], material: { $0.split = .twoUp })
    #expect(Samples.found(cut) == ["note material.split"])
    #expect(Samples.pages(cut) == ["1 left", "1 right"])
  }

  @Test func pagesThatAreNoSheetsStayWhole() {
    let mixed = Samples.document(
      "a.pdf", [Samples.page(1, printed: "1"), Samples.sheet(2, 2, 3)])
    let result = Samples.resolve([mixed], material: { $0.split = .spreads })
    #expect(Samples.pages(result) == ["1", "2 left", "2 right"])
    let wrong = Samples.resolve(
      [Samples.document("a.pdf", [Samples.page(1)])],
      material: { $0.split = .spreads })
    #expect(Samples.found(wrong) == ["warn material.split-nothing"])
  }

  @Test(arguments: [
    ("1, 2 слева", ["1 left", "1 right", "2 left"]),
    ("2right,1", ["2 right", "1 left", "1 right"]),
    ("1 left,2", ["1 left", "2 left", "2 right"]),
  ])
  func halvesAreChosenByHand(pages: String, taken: [String]) {
    let result = Samples.resolve([Self.spreads]) {
      $0.split = .spreads
      $0.pages = PageSelection(pages, allowsHalves: true)
    }
    #expect(Samples.pages(result) == taken)
    #expect(Samples.found(result) == ["note material.split"])
  }

  @Test func aHalfOfAWholePageIsRefused() {
    let document = Samples.document("a.pdf", [Samples.page(1)])
    let result = Samples.resolve([document]) {
      $0.pages = PageSelection("1 left", allowsHalves: true)
    }
    #expect(Samples.found(result) == ["stop material.half-of-whole"])
  }

  private static let outlined: MaterialDocument = {
    var facts = Samples.numbered([1, 2, 3, 4, 5])
    facts[0].outline = [.init(title: "Варианты", level: 1), .init(title: "Вариант 1", level: 2)]
    facts[1].outline = [.init(title: "Задание", level: 3)]
    facts[2].outline = [.init(title: "Вариант  2", level: 2)]
    facts[3].outline = [.init(title: "Приложение", level: 1), .init(title: "Задание", level: 2)]
    return Samples.document("a.pdf", facts)
  }()

  @Test(arguments: [
    ("вариант 1", ["1", "2"]), ("Вариант 2", ["3"]), ("Варианты", ["1", "2", "3"]),
    ("Приложение", ["4", "5"]),
  ])
  func anOutlineEntryChoosesItsPages(title: String, pages: [String]) {
    let result = Samples.resolve([Self.outlined], material: { $0.outline = title })
    #expect(Samples.pages(result) == pages)
    #expect(Samples.found(result) == [])
  }

  @Test(arguments: ["Вариант 3", "Задание"])
  func anEntryThatIsNotOneIsRefused(title: String) throws {
    let result = Samples.resolve([Self.outlined], material: { $0.outline = title })
    let finding = try #require(result.findings.first)
    #expect(finding.kind == .materialOutlineUnknown)
    #expect(finding.severity == .stop)
  }

  private static func parts(_ headers: [String]) -> MaterialDocument {
    Samples.document(
      "a.pdf", zip(1..., headers).map { Samples.page($0, variant: nil, header: $1) })
  }

  private static let first = "ВПР. Математика. 5 класс.\nВариант 1. Часть 1"
  private static let second = "ВПР. Математика. 5 класс.\nВариант 1. Часть 2"
  private static let silent = "ВПР. Математика. 5 класс.\nВариант 1"

  @Test(arguments: [
    ([first, second, second], true, 2, ["note material.part-left-out"], ["2", "3"]),
    ([first, second], true, 1, ["note material.part-left-out"], ["1"]),
    ([first, second], false, 1, ["warn material.parts-together"], ["1", "2"]),
    ([second, silent], true, 2, ["stop material.part-unverified"], ["1", "2"]),
    ([silent, silent], true, 2, ["stop material.part-unverified"], ["1", "2"]),
    ([silent, silent], false, 1, [], ["1", "2"]),
  ])
  func theWorksPartIsChosen(
    headers: [String], chooses: Bool, part: Int, found: [String], pages: [String]
  ) {
    let result = Samples.resolve(
      [Self.parts(headers)],
      work: {
        ($0.choosesPart, $0.part) = (chooses, part)
      })
    #expect(Samples.found(result) == found)
    #expect(Samples.pages(result) == pages)
  }

  @Test func aPartThatIsNotThereIsAStop() {
    let result = Samples.resolve(
      [Self.parts([Self.first])],
      work: {
        ($0.choosesPart, $0.part) = (true, 2)
      })
    #expect(Samples.found(result) == ["stop material.part-missing"])
  }
}
