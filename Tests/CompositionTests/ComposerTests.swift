import Composition
import Exam
import Foundation
import Planning
import Testing

@Test func everyPageOfEveryCopyIsComposed() throws {
  let (composer, pages) = try Samples.composer()
  let job = try composer.compose(Samples.pack, Samples.content())
  #expect(job.pages == pages[0] + pages[1])
  #expect(job.sheets == job.pages)
}

@Test func twoCompositionsHaveEqualBytes() throws {
  let first = try Samples.composer().composer.compose(Samples.pack, Samples.content()).pdf
  let second = try Samples.composer().composer.compose(Samples.pack, Samples.content()).pdf
  #expect(first == second)
}

@Test func aReprintStartsWithItsSlip() throws {
  let (composer, _) = try Samples.composer()
  let items: [(item: ItemID, pages: [Int]?)] = [(.copy(1), [3])]
  let job = try composer.compose(
    Samples.pack, Samples.content(items, slip: .reprint(reason: "замяло лист")))
  #expect(job.pages == 2)
  let text = try Tool.run("pdftotext", ["-l", "1"], job.pdf)
  #expect(String(decoding: text, as: UTF8.self).contains("замяло лист"))
}

/// A layout that was frozen before there were rests says it on its reprint slip.
@Test(arguments: [nil, "vpr-rest-slip.yaml"])
func aRestSaysWhereItBelongs(missing: String?) throws {
  let (composer, pages) = try Samples.composer(without: missing)
  let job = try composer.compose(Samples.pack, Samples.content([(.copy(2), nil)], slip: .rest))
  #expect(job.pages == pages[1] + 1)
  let text = String(
    decoding: try Tool.run("pdftotext", ["-l", "1"], job.pdf), as: UTF8.self)
  #expect(text.contains("положите под 204-1"))
  #expect(text.contains("ПРОДОЛЖЕНИЕ") == (missing == nil))
}

@Test func anItemNeverStartsOnTheBackOfAnother() throws {
  let (composer, _) = try Samples.composer(sides: .two)
  let items: [(item: ItemID, pages: [Int]?)] = [(.copy(1), [1]), (.copy(2), [1, 2, 3])]
  let job = try composer.compose(Samples.pack, Samples.content(items))
  #expect(job.pages == 6)
  #expect(job.sheets == 3)
}

@Test func picturesOfBothVariantsAreKeptApart() throws {
  let (composer, _) = try Samples.composer(marks: .none)
  let items: [(item: ItemID, pages: [Int]?)] = [(.copy(1), [3]), (.copy(2), [3])]
  let job = try composer.compose(Samples.pack, Samples.content(items))
  let printed = try [1, 2].map { try Tool.raster(job.pdf, page: $0) }
  let sources = try [1, 2].map {
    try Tool.raster(Array(try Data(contentsOf: Samples.file($0))), page: 3)
  }
  #expect(Tool.difference(sources[0], sources[1]) > 0.002)
  #expect(Tool.difference(printed[0], sources[0]) < 0.001)
  #expect(Tool.difference(printed[1], sources[1]) < 0.001)
}

@Test func anEnlargedPackIsDrawnOnA3() throws {
  let (composer, pages) = try Samples.composer(media: "iso_a3_297x420mm")
  let job = try composer.compose(Samples.pack, Samples.content())
  #expect(job.pages == pages.reduce(0, +))
  let info = String(decoding: try Tool.run("pdfinfo", [], job.pdf), as: UTF8.self)
  #expect(info.contains("(A3)"), "\(info)")
}
