import Exam
import Inspection
import Layout
import Poppler
import QPDF

/// Finds out what the pages of a material say of themselves.
struct MaterialFacts {
  let material: Material
  /// Where a mark may stand; nil where none is wanted.
  let places: [MarkPlace]?
  /// What stands beside the box for a code; nil where none is wanted.
  let field: CodeField?

  /// What poppler does not say.
  private static let cutPicture = "Structure error: image data ends before its last line"

  /// The facts of every page; `begin` hears of each before it is looked at.
  func all(_ begin: (Int) throws -> Void) throws -> [PageFacts] {
    let document = material.document
    let fonts = document.fontsNotEmbedded()
    let outline = Dictionary(grouping: document.outline, by: \.page)
    return try (1...document.pageCount).map { number in
      try begin(number)
      var facts = try page(number)
      facts.fontsNotEmbedded = fonts[number - 1].filter(facts.fontsNotEmbedded.contains)
      facts.outline = (outline[number] ?? []).map { OutlineEntry(title: $0.title, level: $0.level) }
      return try told(facts)
    }
  }

  /// What the page itself tells; `fontsNotEmbedded` are all fonts that it uses.
  private func page(_ number: Int) throws -> PageFacts {
    let look = try material.look(PageKey(page: number))
    let ((inspector, used), complaints) = try PopplerComplaints.during {
      try material.document.withPage(number) { page in
        (Inspector(of: page, number: number, glyphs: look.glyphs), page.fontsOfText)
      }
    }
    var facts = inspector.facts(ink: look.ink)
    if facts.isLandscape {
      facts.halves = try PageHalf.allCases.map { half in
        inspector.facts(
          of: half, ink: try material.look(PageKey(page: number, half: half)).ink)
      }
    }
    facts.fontsNotEmbedded = used.sorted()
    let structure = material.structure
    let cut = structure?.hasCutPicture(onPage: number) == true ? [Self.cutPicture] : []
    facts.complaints = (material.complaints + look.complaints + complaints + cut)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    facts.hasUndrawnField = structure?.hasUndrawnField(onPage: number) ?? false
    facts.isWrittenOver = structure?.isWrittenOver(onPage: number) ?? false
    facts.document = material.facts
    return facts
  }

  /// The facts with what is told of the mark and of the way onto paper, and of the halves what the
  /// page has.
  private func told(_ facts: PageFacts) throws -> PageFacts {
    var facts = facts
    let look = try material.look(PageKey(page: facts.page, half: facts.half))
    let box = try field.flatMap {
      try material.codeBox(PageKey(page: facts.page, half: facts.half), $0)
    }
    let place = places?.first {
      $0.isFree(of: look.ink, and: box, width: facts.width, height: facts.height)
    }
    facts.hasRoomForMark = places.map { _ in place != nil }
    facts.hasRoomForLine = place.map { $0.caption > 0 }
    facts.hasCodeBox = field.map { _ in box != nil }
    facts.way = look.way
    facts.halves = try facts.halves.map { half in
      var half = half
      half.fontsNotEmbedded = facts.fontsNotEmbedded
      half.complaints = facts.complaints
      half.hasUndrawnField = facts.hasUndrawnField
      half.isWrittenOver = facts.isWrittenOver
      half.document = facts.document
      return try told(half)
    }
    return facts
  }
}
