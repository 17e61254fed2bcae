import Exam
import Intake
import Testing

@Suite struct MaterialsResolverTests {
  private func page(_ number: Int, _ text: String, width: Double = 595.3) -> PageFacts {
    PageFacts(page: number, width: width, height: 841.9, text: text)
  }

  private func header(_ variant: Int, subject: String = "Математика", grade: Int = 5) -> String {
    "ВПР. \(subject). \(grade) класс.\nВариант \(variant)\nЗадание"
  }

  private func document(_ file: String, _ texts: [String], material: String = "work")
    -> MaterialDocument
  {
    MaterialDocument(
      work: WorkID(rawValue: "math5"), material: MaterialID(rawValue: material), file: file,
      sha256: file, facts: texts.enumerated().map { page($0 + 1, $1) })
  }

  private func material(_ id: String = "work", give: Give = .participant) -> Material {
    Material(id: MaterialID(rawValue: id), give: give, files: ["\(id).pdf"])
  }

  private func resolve(
    _ documents: [MaterialDocument], materials: [Material]? = nil, marks: MarkRule = .pages,
    pages: Int? = nil, usual: [String] = ["1"]
  ) throws -> (work: WorkPages, kinds: [Finding.Kind], findings: [Finding]) {
    let work = Work(
      id: WorkID(rawValue: "math5"), subject: "Математика", grade: 5, assumedPages: pages,
      materials: materials ?? [material()])
    let result = MaterialResolver.resolve(
      description: ExamDescription(works: [work], marks: marks),
      policy: Policy(usualVariants: usual.map { Variant(rawValue: $0) }),
      documents: documents)
    return (try #require(result.works.first), result.findings.map(\.kind), result.findings)
  }

  @Test func splitsVariantsByPage() throws {
    let result = try resolve([
      document("all.pdf", [header(2), header(2), header(1), header(1)])
    ])
    #expect(result.kinds == [])
    #expect(result.work.variants.map(\.variant?.rawValue) == ["1", "2"])
    #expect(result.work.variants.map { $0.pages.map(\.page) } == [[3, 4], [1, 2]])
    #expect(!result.work.assumed)
  }

  @Test func textWinsOverTheFileName() throws {
    let result = try resolve([document("Вариант-4.pdf", [header(2)])])
    #expect(result.kinds == [.materialFileName])
    #expect(result.work.variants.map(\.variant?.rawValue) == ["2"])
  }

  @Test func yamlMayNotContradictTheText() throws {
    var described = material()
    described.variant = Variant(rawValue: "1")
    let result = try resolve([document("a.pdf", [header(2)])], materials: [described])
    #expect(result.kinds == [.materialVariantContradiction])
    #expect(result.findings.first?.severity == .stop)
  }

  @Test(arguments: [("Физика", 5), ("Математика", 6)])
  func refusesAnotherWork(subject: String, grade: Int) throws {
    let result = try resolve([document("a.pdf", [header(1, subject: subject, grade: grade)])])
    #expect(result.kinds == [.materialWrongWork])
    #expect(result.findings.first?.scope == .work(WorkID(rawValue: "math5")))
    #expect(result.findings.first?.message.ru.contains("Скачайте «Математика 5 класс»") == true)
  }

  @Test func refusesCriteria() throws {
    let text = header(1) + "\nСистема  оценивания\nпроверочной работы"
    let result = try resolve([document("a.pdf", [header(1), text])])
    #expect(result.kinds == [.materialCriteria])
    #expect(result.findings.first?.place.ru == "a.pdf, стр. 2")
  }

  @Test func looksAtEachPage() throws {
    var odd = document("a.pdf", [header(1), header(1), "", header(1), header(1)])
    odd.facts[0].width = 420
    odd.facts[1].hasRoomForMark = false
    odd.facts[2].isBlank = true
    odd.facts[3].fontsNotEmbedded = ["Arial"]
    let kinds = try resolve([odd]).kinds
    #expect(
      kinds == [
        .materialPageSize, .materialNoRoomForMark, .materialFont, .materialUnverified,
      ])
    #expect(try !resolve([odd], marks: .first).kinds.contains(.materialNoRoomForMark))
  }

  @Test func scansNeedAPerson() throws {
    let scan = document("scan.pdf", ["", ""])
    #expect(
      try resolve([scan]).kinds == [.materialVariantNeeded, .materialUnverified])
    var verified = material()
    verified.verified = true
    #expect(
      try resolve([scan], materials: [verified]).kinds == [
        .materialVariantNeeded, .materialUnverified,
      ])
    verified.variant = Variant(rawValue: "1")
    let result = try resolve([scan], materials: [verified])
    #expect(result.kinds == [.materialUnverified])
    #expect(result.findings.first?.severity == .note)
    #expect(
      result.work.variants == [
        VariantPages(
          variant: Variant(rawValue: "1"),
          pages: [1, 2].map {
            SourcePage(material: MaterialID(rawValue: "work"), file: "scan.pdf", page: $0)
          })
      ])
  }

  @Test func everyVariantGetsTheDraft() throws {
    let result = try resolve(
      [
        document("draft.pdf", ["Черновик"], material: "draft"),
        document("b.pdf", [header(2)]), document("a.pdf", [header(1)]),
        document("rules.pdf", ["Инструкция", "Конец"], material: "rules"),
      ], materials: [material(), material("draft"), material("rules", give: .room)])
    #expect(result.kinds == [.materialUnverified])
    #expect(result.findings.first?.place.ru == "draft.pdf, стр. 1")
    #expect(
      result.work.variants.map { $0.pages.map(\.file) } == [
        ["a.pdf", "draft.pdf"], ["b.pdf", "draft.pdf"],
      ])
    #expect(result.work.papers.map(\.pages.count) == [2])
  }

  @Test func variantsDifferInPages() throws {
    let result = try resolve([document("a.pdf", [header(1), header(2), header(2)])])
    #expect(result.kinds == [.materialPageCounts])
  }

  @Test func selectionStaysInsideTheFile() throws {
    var described = material()
    described.pages = PageSelection("1-3")
    let result = try resolve([document("a.pdf", [header(1)])], materials: [described])
    #expect(result.kinds == [.materialPagesBeyond])
    described.pages = PageSelection("2")
    let second = try resolve(
      [document("a.pdf", [header(1), header(1)])], materials: [described])
    #expect(second.kinds == [])
    #expect(second.work.variants.first?.pages.map(\.page) == [2])
  }

  @Test func assumesWhatIsNotThere() throws {
    let result = try resolve([], pages: 11, usual: ["1", "2"])
    #expect(result.kinds == [.materialMissing])
    #expect(result.work.assumed)
    #expect(result.work.variants.map(\.count) == [11, 11])
    let partly = try resolve(
      [document("a.pdf", [header(1)])], materials: [material(), material("draft")])
    #expect(partly.kinds == [.materialIncomplete])
  }

  @Test func findsDoubles() throws {
    let original = document("a.pdf", [header(1)])
    var copy = original
    copy.file = "a (1).pdf"
    let result = try resolve([original, copy])
    #expect(result.kinds == [.materialFileDoubled])
    #expect(result.work.variants.map(\.count) == [1])
    var namesake = document("a.pdf", [header(2)])
    namesake.sha256 = "other"
    #expect(try resolve([original, namesake]).kinds == [.materialNameDoubled])
  }
}
