import Exam
import Intake
import Testing

private typealias Samples = MaterialSamples

/// Missing and doubled pages.
@Suite struct MaterialsSequenceTests {
  @Test(arguments: [
    ([1, 2, 3], []),
    ([1, 2, 4], ["stop material.page-missing"]),
    ([1, 2, 0, 4], ["stop material.unverified", "stop material.page-missing"]),
    ([2, 3, 4], ["stop material.page-missing"]),
    ([1, 2, 2, 3], ["stop material.page-doubled"]),
    ([1, 3, 2, 4], ["stop material.page-order"]),
    ([1, 2, 3, 1, 2], ["stop material.variant-doubled"]),
    ([40, 7, 93], []),
    ([7], []),
  ])
  func numbersTell(numbers: [Int], found: [String]) {
    #expect(
      Samples.found(Samples.resolve([Samples.document("a.pdf", Samples.numbered(numbers))]))
        == found)
  }

  @Test(arguments: [
    ([1, 2, 3], []), ([1, 2, 4], ["stop material.page-missing"]),
    ([1, 3, 4], ["stop material.page-missing"]), ([1, 1, 2], []),
  ])
  func theTitlePageNeedsNoNumber(numbers: [Int], found: [String]) {
    var facts = Samples.numbered(numbers)
    facts[0].bottom = ""
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", facts)])) == found)
  }

  @Test func aPageWithoutANumberAmongNumberedOnesIsLookedAt() {
    var facts = Samples.numbered([1, 2, 4])
    facts[1].bottom = ""
    let finding = Samples.resolve([Samples.document("a.pdf", facts)]).findings.first
    #expect(finding?.kind == .materialUnverified)
    #expect(finding?.place.ru == "a.pdf, стр. 2")
  }

  @Test func theLastPageMayBeMissing() {
    let facts = Samples.numbered([1, 2], of: 3)
    #expect(
      Samples.found(Samples.resolve([Samples.document("a.pdf", facts)]))
        == ["stop material.page-missing"])
  }

  @Test func whatIsMissingIsSaidWithItsRemedy() throws {
    let policy = Policy(materialsFrom: "в ФИС ОКО, раздел «Ход ВПР»")
    let result = Samples.resolve(
      [Samples.document("a.pdf", Samples.numbered([1, 2, 5]))], policy: policy)
    let finding = try #require(result.findings.first)
    #expect(finding.place.ru == "a.pdf, стр. 3")
    #expect(finding.message.ru.contains("3–4 (вариант 1)"))
    #expect(
      finding.message.ru.contains(
        "Скачайте «Математика 5 класс» в ФИС ОКО, раздел «Ход ВПР», положите в эту папку и "
          + "повторите: tirazh check"))
  }

  @Test func theSamePageTwiceIsAStopThatAPersonMayVouchFor() {
    var facts = Samples.numbered([1, 2, 3])
    facts[2].text = facts[1].text
    let document = Samples.document("a.pdf", facts)
    #expect(Samples.found(Samples.resolve([document])) == ["stop material.page-doubled"])
    let vouched = Samples.resolve([document], material: { $0.verified = true })
    #expect(Samples.found(vouched) == ["note material.page-doubled"])
  }

  @Test(arguments: [
    ("1,3", []), ("1-2", []), ("1,1", []), ("1,2,4", []), ("1-4", ["stop material.page-missing"]),
  ])
  func pagesCutByHandAreNotMissing(pages: String, found: [String]) {
    let result = Samples.resolve(
      [Samples.document("a.pdf", Samples.numbered([1, 2, 4, 5]))],
      material: { $0.pages = PageSelection(pages) })
    #expect(Samples.found(result) == found)
  }

  @Test func variantsMayShareOneNumbering() {
    let facts = Samples.numbered([1, 2, 3, 4])
    let second = (5...8).map {
      Samples.page($0, variant: 2, printed: "\($0)")
    }
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", facts + second)])) == [])
  }

  @Test func aVariantMayGoOnInTheNextFile() {
    let first = Samples.document("a.pdf", Samples.numbered([1, 2]))
    let second = Samples.document("b.pdf", Samples.numbered([3, 4]))
    #expect(Samples.found(Samples.resolve([first, second])) == ["note material.variant-goes-on"])
  }

  @Test func aPageOfAnotherVariantHasSlippedIn() {
    var facts = Samples.numbered([1, 2, 3, 4])
    facts[2] = Samples.page(3, variant: 2, printed: "3")
    #expect(
      Samples.found(Samples.resolve([Samples.document("a.pdf", facts)])) == [
        "warn material.variants-mixed", "stop material.page-missing", "warn material.page-counts",
      ])
  }
}
