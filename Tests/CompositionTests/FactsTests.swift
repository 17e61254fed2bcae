import Composition
import Exam
import Foundation
import Testing

/// What pages made by real programs tell.
@Suite struct FactsTests {
  private func facts(_ name: String) throws -> [PageFacts] {
    let composer = Composer()
    let file = Samples.fixtures.appendingPathComponent(name)
    _ = try composer.open(Array(try Data(contentsOf: file)), sha256: name, password: nil)
    return try composer.facts(sha256: name, marks: .none)
  }

  @Test(arguments: [("spread.pdf", 595.3, 841.9), ("two-up.pdf", 420.9, 595.3)])
  func halvesHaveTheirOwnTextAndSize(name: String, width: Double, height: Double) throws {
    let pages = try facts(name)
    #expect(pages.map(\.page) == [1, 2])
    for page in pages {
      #expect(page.halves.map(\.half) == [.left, .right])
      for (number, half) in zip(1..., page.halves) {
        #expect(abs(half.width - width) < 0.1 && abs(half.height - height) < 0.1)
        #expect(half.page == page.page)
        #expect(half.text.contains("Задание \(number)"))
        #expect(!half.text.contains("Задание \(3 - number)"))
        #expect(half.text.contains("Вариант \(page.page)"))
      }
    }
  }

  @Test func aPageThatStandsHasNoHalves() throws {
    #expect(try facts("missing-page.pdf").allSatisfy { $0.halves.isEmpty && $0.turn == 0 })
  }

  @Test func theMarginsHoldHeaderAndFooter() throws {
    let pages = try facts("missing-page.pdf")
    #expect(pages.allSatisfy { $0.top.hasPrefix("ВПР. Математика. 5 класс.\nВариант 1") })
    #expect(pages.map(\.bottom) == ["1", "2", "3", "5"])
  }

  @Test func theOutlineStandsWithItsPages() throws {
    let outline = try facts("outline.pdf").map { $0.outline.map(\.title) }
    #expect(outline == [["Вариант 1"], [], ["Вариант 2"], [], ["Приложение"]])
  }

  @Test func aFontIsMissedWhereTextIsSetInIt() throws {
    #expect(try facts("font.pdf").map(\.fontsNotEmbedded) == [[], ["Helvetica"], []])
  }

  @Test func aPageUpsideDownIsSeen() throws {
    #expect(try facts("turned.pdf").map(\.turn) == [0, 180])
  }

  @Test func inkAndBlanknessAreThoseOfTheHalf() throws {
    let composer = Composer()
    let sheet = try Tool.halfEmptySheet()
    _ = try composer.open(sheet, sha256: "sheet", password: nil)
    let page = try #require(try composer.facts(sha256: "sheet", marks: .none).first)
    #expect(!page.isBlank)
    #expect(page.halves.map(\.isBlank) == [true, false])
  }
}
