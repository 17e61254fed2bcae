import Exam
import Intake
import Testing

private typealias Samples = MaterialSamples

/// What is wrong with single pages.
@Suite struct MaterialsChecksTests {
  @Test(arguments: [
    (595.3, 841.9, 0, []),
    (598.0, 840.0, 0, []),
    (841.9, 595.3, 0, ["note material.landscape"]),
    (420.9, 595.3, 0, ["stop material.page-size"]),
    (612.0, 792.0, 0, ["stop material.page-size"]),
    (841.9, 1190.6, 0, ["stop material.page-size"]),
    (1190.6, 841.9, 0, ["stop material.spread"]),
    (595.3, 841.9, 180, ["warn material.turned"]),
    (595.3, 841.9, 270, ["warn material.turned"]),
  ])
  func sizeAndTurn(width: Double, height: Double, turn: Int, found: [String]) {
    var page = Samples.page(1)
    (page.width, page.height, page.turn) = (width, height, turn)
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", [page])])) == found)
  }

  @Test(arguments: [
    (841.9, 1190.6, nil, ["stop material.page-medium"]),
    (612.0, 792.0, nil, ["stop material.page-medium"]),
    (612.0, 1008.0, nil, ["stop material.page-medium"]), (595.3, 841.9, nil, []),
    (612.0, 792.0, "na_letter_8.5x11in", []), (841.9, 1190.6, "iso_a3_297x420mm", []),
    (595.3, 841.9, "na_letter_8.5x11in", ["stop material.page-medium"]),
  ])
  func aPageIsNeverSentAsAnotherSize(
    width: Double, height: Double, media: String?, found: [String]
  ) {
    var page = Samples.page(1)
    (page.width, page.height) = (width, height)
    let usual = [Variant(rawValue: "1")]
    let policy =
      media.map { Policy(media: $0, usualVariants: usual) } ?? Policy(usualVariants: usual)
    let result = Samples.resolve(
      [Samples.document("a.pdf", [page])], policy: policy, pageSizes: .any)
    #expect(Samples.found(result) == found)
  }

  @Test(arguments: [
    (1190.6, 841.9, ["A3", "на A4", "split: spreads", "в формате A4", "tirazh print --to ПАПКА"]),
    (841.9, 1190.6, ["A3", "на A4", "в формате A4", "tirazh print --to ПАПКА"]),
    (612.0, 792.0, ["Letter", "на A4", "tirazh print --to ПАПКА"]),
    (300.0, 400.0, ["106 × 141 мм"]),
  ])
  func whatToDoWithAnotherSizeIsSaid(width: Double, height: Double, words: [String]) throws {
    var page = Samples.page(1)
    (page.width, page.height) = (width, height)
    let result = Samples.resolve([Samples.document("a.pdf", [page])], pageSizes: .any)
    let finding = try #require(result.findings.first { $0.kind == .materialPageMedium })
    for word in words { #expect(finding.message.ru.contains(word), "\(finding.message.ru)") }
    #expect(finding.message.ru.contains("spreads") == words.contains("split: spreads"))
  }

  @Test func theSizeIsSaidInMillimetres() throws {
    var page = Samples.page(1)
    (page.width, page.height) = (420.9, 595.3)
    let finding = try #require(Samples.resolve([Samples.document("a.pdf", [page])]).findings.first)
    #expect(finding.message.ru.contains("148 × 210 мм"))
  }

  @Test(arguments: [
    ("ВПР. Физика. 8 класс.", "физика 8 класса"),
    (
      "ВПР. Математика (углублённый уровень). 5 класс.", "математика (углублённый уровень) 5 класса"
    ),
    ("ВПР. Математика. 5 класс. Углублённый уровень", "математика 5 класса, углублённый уровень"),
    ("Проверочная работа по физике\n8 класс", "работа по физике 8 класса"),
  ])
  func anotherWorkIsRefused(header: String, said: String) throws {
    let document = Samples.document("a.pdf", [Samples.page(1, header: header)])
    let finding = try #require(
      Samples.resolve([document], work: { $0.level = "базовый" }).findings.first)
    #expect(finding.kind == .materialWrongWork)
    #expect(finding.message.ru.contains(said))
    #expect(finding.message.ru.contains("математика (базовый) 5 класса"))
    #expect(finding.message.ru.contains("Скачайте «Математика 5 класс, базовый уровень»"))
  }

  @Test(arguments: [
    "ВПР. Математика (базовый уровень). 5 класс.", "Проверочная работа по математике. 5 класс",
    "ВПР 2026. МАТЕМАТИКА. 5 КЛАСС",
  ])
  func theSameWorkIsTaken(header: String) {
    let document = Samples.document("a.pdf", [Samples.page(1, header: header)])
    #expect(Samples.found(Samples.resolve([document])) == [])
  }

  @Test func aFileOfAnotherWorkOfThePlanIsSaidToBe() throws {
    let material = Material(id: Samples.id, give: .participant, files: ["a.pdf"])
    let works = [("math5", "Математика", 5), ("phys8", "Физика", 8)].map {
      Work(id: WorkID(rawValue: $0), subject: $1, grade: $2, materials: [material])
    }
    let document = Samples.document("a.pdf", [Samples.page(1, header: "ВПР. Физика. 8 класс.")])
    let result = MaterialResolver.resolve(
      description: ExamDescription(works: works), policy: Policy(), documents: [document])
    let finding = try #require(result.findings.first { $0.kind == .materialWrongWork })
    #expect(finding.message.ru.contains("Это файл другой работы, «Физика 8 класс»"))
    #expect(finding.message.ru.contains("Скачайте «Математика 5 класс»"))
  }

  @Test func eachWrongWorkIsNamedWithItsPages() {
    let headers = ["ВПР. Физика. 8 класс.", "ВПР. Химия. 8 класс.", "ВПР. Физика. 8 класс."]
    let facts = zip(1..., headers).map { Samples.page($0, header: $1) }
    let result = Samples.resolve([Samples.document("a.pdf", facts)])
    #expect(result.findings.map(\.place.ru) == ["a.pdf, стр. 1, 3", "a.pdf, стр. 2"])
  }

  @Test func levelsAreNotMixed() {
    let facts = zip(1..., ["базовый", "углублённый"]).map {
      Samples.page($0, header: "ВПР. Математика (\($1) уровень). 5 класс.")
    }
    let document = Samples.document("a.pdf", facts)
    #expect(Samples.found(Samples.resolve([document])) == ["stop material.levels-mixed"])
  }

  @Test(arguments: [
    (Give.participant, "stop material.criteria"), (.room, "warn material.criteria-in-pack"),
    (.organiser, "warn material.criteria-in-pack"), (.exam, "warn material.criteria-in-pack"),
  ])
  func criteriaAreFoundWhoeverGetsThem(give: Give, found: String) {
    let facts = [Samples.page(1, header: "ВПР. Математика. 5 класс.\nСистема оценивания")]
    let result = Samples.resolve([Samples.document("a.pdf", facts)], give: give)
    #expect(Samples.found(result).contains(found))
  }

  @Test func criteriaCannotBeVouchedForButCutOff() {
    let facts = [
      Samples.page(1), Samples.page(2, header: "ВПР. Математика. 5 класс.\nОтветы к заданиям"),
    ]
    let document = Samples.document("a.pdf", facts)
    let vouched = Samples.resolve([document], material: { $0.verified = true })
    #expect(Samples.found(vouched).contains("stop material.criteria"))
    #expect(vouched.findings.first?.place.ru == "a.pdf, стр. 2")
    let cut = Samples.resolve([document], material: { $0.pages = PageSelection("1") })
    #expect(Samples.found(cut) == [])
  }

  @Test func aPageWithoutTheCodeFieldStandsOut() {
    var facts = [Samples.page(1), Samples.page(2)]
    facts[1].text = facts[1].text.replacing("КОД", with: "")
    #expect(
      Samples.found(Samples.resolve([Samples.document("a.pdf", facts)]))
        == ["stop material.unverified"])
  }

  @Test(arguments: [
    (false, nil, ["stop material.variant-needed", "stop material.unverified"]),
    (true, nil, ["stop material.variant-needed", "note material.unverified"]),
    (true, "2", ["note material.unverified"]),
  ])
  func scansNeedAPerson(verified: Bool, variant: String?, found: [String]) {
    let scan = PageFacts(page: 1, width: 595.3, height: 841.9, text: "\n")
    let result = Samples.resolve(
      [Samples.document("a.pdf", [scan])],
      material: {
        $0.verified = verified
        $0.variant = variant.map { Variant(rawValue: $0) }
      })
    #expect(Samples.found(result) == found)
  }

  @Test func textThatNamesNoWorkIsNoEvidence() {
    let document = Samples.document("a.pdf", [Samples.page(1, header: "Проверочная")])
    #expect(Samples.found(Samples.resolve([document])) == ["stop material.unverified"])
    let vouched = Samples.resolve([document], material: { $0.verified = true })
    #expect(Samples.found(vouched) == ["note material.unverified"])
  }
}
