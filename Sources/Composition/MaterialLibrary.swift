import Cairo
import Exam
import Inspection
import Layout
import Poppler
import QPDF

/// Opened materials; each page is looked at once, recorded once, and painted as often as needed.
final class MaterialLibrary {
  /// A page ready to be painted.
  final class Page {
    let recording: Recording
    /// The first place free of ink; nil if there is none.
    let place: MarkPlace?
    /// Whether the paper has a ground of its own, so that the mark needs a white field.
    let isTinted: Bool

    init(recording: Recording, place: MarkPlace?, isTinted: Bool) {
      self.recording = recording
      self.place = place
      self.isTinted = isTinted
    }
  }

  /// An opened PDF, and what its structure tells.
  private struct Opened {
    let document: PDFDocument
    let structure: PDFStructure?
    let facts: DocumentFacts
    let complaints: [String]
  }

  /// What drawing a page told.
  private struct Look {
    let ink: Ink
    let glyphs: GlyphCount
    let complaints: [String]
  }

  private struct Key: Hashable {
    let sha256: String
    let page: Int
    var half: PageHalf?
  }

  /// The longest side of a page that is looked at, in points: a raster of it must fit into memory.
  private static let largest = 1500.0 / 25.4 * 72

  /// What poppler does not say.
  private static let cutPicture = "Structure error: image data ends before its last line"

  private var documents: [String: Opened] = [:]
  private var pages: [Key: Page] = [:]
  private var looks: [Key: Look] = [:]

  /// Opens a PDF under its digest, its layers as they are printed.
  func open(_ bytes: [UInt8], sha256: String, password: String?) throws -> PDFDocument {
    if let known = documents[sha256] { return known.document }
    let structure = PDFStructure(bytes, password: password)
    let layers = structure?.printLayers() ?? PrintLayers()
    let resolved = layers.isOther ? structure?.resolvedForPrint() : nil
    let (document, complaints) = try PopplerComplaints.during {
      try PDFDocument(
        bytes: resolved ?? bytes, password: resolved == nil ? password : nil,
        identity: UInt64(documents.count + 1), userUnit: { structure?.userUnit(ofPage: $0) ?? 1 })
    }
    documents[sha256] = Opened(
      document: document, structure: structure,
      facts: DocumentFacts(
        hiddenLayers: layers.hidden,
        doubtfulLayers: layers.doubtful + (layers.isOther && resolved == nil ? layers.hidden : []),
        isDynamicForm: structure?.isDynamicForm ?? false,
        portfolio: structure?.isPortfolio == true
          ? structure?.embeddedFiles.map(\.name) ?? [] : []),
      complaints: complaints)
    return document
  }

  /// The files inside an opened portfolio, in the order of their names; nil of any other document.
  func portfolio(_ sha256: String) -> [(name: String, content: [UInt8]?)]? {
    guard let structure = documents[sha256]?.structure, structure.isPortfolio else { return nil }
    return structure.embeddedFiles.sorted { $0.name < $1.name }.map { ($0.name, $0.content) }
  }

  /// A page of an opened document, or a half of it, recorded at the first call.
  func page(
    _ number: Int, half: PageHalf?, of sha256: String, places: [MarkPlace]
  ) throws -> Page? {
    let key = Key(sha256: sha256, page: number, half: half)
    if let known = pages[key] { return known }
    guard let document = documents[sha256]?.document else { return nil }
    let ink = try look(key, in: document).ink
    let page = try document.withPage(number) { page in
      let recording = try Self.record(page, half: half)
      let size = (recording.width, recording.height)
      return Page(
        recording: recording,
        place: places.first { $0.isFree(of: ink, width: size.0, height: size.1) },
        isTinted: ink.paper.isTinted)
    }
    pages[key] = page
    return page
  }

  /// Of a half nothing is kept that lies beyond the cut.
  private static func record(_ page: borrowing PDFPage, half: PageHalf?) throws -> Recording {
    let size = page.size
    let x = half?.edges(of: size.width) ?? 0...size.width
    let width = x.upperBound - x.lowerBound
    let recording = try Recording(width: width, height: size.height)
    let context = recording.context
    // Paper first: cairo analyses a recording at each painting, and adds up the areas of its
    // operations, which is slow unless one of them covers all the others.
    context.setSource(gray: 1)
    context.paint()
    if half != nil {
      context.clipRectangle(x: 0, y: 0, width: width, height: size.height)
      context.translate(x: -x.lowerBound, y: 0)
    }
    try page.draw(in: context)
    return recording
  }

  /// Facts of every page of an opened document, nil if it is not opened; `places` are nil where no
  /// mark is wanted.
  func facts(of sha256: String, places: [MarkPlace]?) throws -> [PageFacts]? {
    guard let opened = documents[sha256] else { return nil }
    let document = opened.document
    let fonts = document.fontsNotEmbedded()
    let outline = Dictionary(grouping: document.outline, by: \.page)
    return try (1...document.pageCount).map { number in
      let look = try look(Key(sha256: sha256, page: number), in: document)
      let ((inspector, used), complaints) = try PopplerComplaints.during {
        try document.withPage(number) { page in
          (Inspector(of: page, number: number, glyphs: look.glyphs), page.fontsOfText)
        }
      }
      var facts = inspector.facts(ink: look.ink)
      if facts.isLandscape {
        facts.halves = try PageHalf.allCases.map { half in
          let key = Key(sha256: sha256, page: number, half: half)
          return inspector.facts(of: half, ink: try self.look(key, in: document).ink)
        }
      }
      facts.fontsNotEmbedded = fonts[number - 1].filter(used.contains)
      let cut = opened.structure?.hasCutPicture(onPage: number) == true ? [Self.cutPicture] : []
      facts.complaints = (opened.complaints + look.complaints + complaints + cut).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
      facts.hasUndrawnField = opened.structure?.hasUndrawnField(onPage: number) ?? false
      facts.document = opened.facts
      facts.outline = (outline[number] ?? []).map { OutlineEntry(title: $0.title, level: $0.level) }
      return try told(facts, of: sha256, in: document, places)
    }
  }

  /// The facts with what is told of room for the mark, and of the halves what the page has.
  private func told(
    _ facts: PageFacts, of sha256: String, in document: PDFDocument, _ places: [MarkPlace]?
  ) throws -> PageFacts {
    var facts = facts
    let key = Key(sha256: sha256, page: facts.page, half: facts.half)
    let ink = try look(key, in: document).ink
    let place = places?.first { $0.isFree(of: ink, width: facts.width, height: facts.height) }
    facts.hasRoomForMark = places.map { _ in place != nil }
    facts.hasRoomForLine = place.map { $0.caption > 0 }
    facts.halves = try facts.halves.map { half in
      var half = half
      half.fontsNotEmbedded = facts.fontsNotEmbedded
      half.complaints = facts.complaints
      half.hasUndrawnField = facts.hasUndrawnField
      half.document = facts.document
      return try told(half, of: sha256, in: document, places)
    }
    return facts
  }

  private func look(_ key: Key, in document: PDFDocument) throws -> Look {
    if let known = looks[key] { return known }
    let ((ink, glyphs), complaints) = try PopplerComplaints.during {
      try GlyphCount.during {
        try document.withPage(key.page) { page in
          guard max(page.size.width, page.size.height) <= Self.largest else {
            throw CompositionTrouble.tooLarge(key.page)
          }
          do {
            return try Ink(of: page, half: key.half)
          } catch is CairoError {
            throw CompositionTrouble.cannotDraw(key.page)
          }
        }
      }
    }
    let look = Look(ink: ink, glyphs: glyphs, complaints: complaints)
    looks[key] = look
    return look
  }
}

extension MarkPlace {
  /// Whether the mark would stand on clean paper.
  func isFree(of ink: Ink, width: Double, height: Double) -> Bool {
    let area = rectangle(pageWidth: width, pageHeight: height)
    return ink.isFree(x: area.x, y: area.y, width: area.width, height: area.height)
  }
}
