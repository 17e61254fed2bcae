import Cairo
import Exam
import Inspection
import Poppler
import QPDF

/// An opened PDF: as poppler draws it, as libqpdf reads it, and as it gets into jobs.
final class Material {
  /// The file as poppler draws it.
  let document: PDFDocument
  /// The file as libqpdf reads it; nil where it cannot.
  let structure: PDFStructure?
  /// What is told of the whole file.
  let facts: DocumentFacts
  /// What went wrong while it was opened.
  let complaints: [String]

  private let press: PressDocument?
  private let hiddenLayers: Set<Int>
  private let number: Int
  private var looks: [PageKey: Look] = [:]
  private var codeBoxes: [PageKey: CodeBox?] = [:]
  private var wanted: Set<PageKey> = []
  private var trial: PDFDocument?
  private var drawn: [PageStyle: Drawn] = [:]

  /// Pages that are drawn anew, together, and which page of the drawing each is.
  private struct Drawn {
    let document: PressDocument
    let pages: [PageKey: Int]
  }

  /// What drawing a page told.
  struct Look {
    let ink: Ink
    let glyphs: GlyphCount
    let complaints: [String]
    /// The way onto paper, where the printer does not ask for another.
    let way: PrintWay
    /// Whether it blends, so that it is a picture if it is drawn anew.
    let isBlended: Bool

    func way(_ style: PageStyle) -> PrintWay {
      switch (style, way) {
      case (.asIs, _), (.drawn, .drawn), (_, .raster): way
      case (.drawn, .asIs): isBlended ? .raster(.asked) : .drawn(.asked)
      case (.raster, _): .raster(way.reason ?? .asked)
      }
    }
  }

  /// The longest side of a page that is looked at, in points: a raster of it must fit into memory.
  private static let largest = 1500.0 / 25.4 * 72

  /// Opens a PDF, the so-and-so-many-th.
  init(_ bytes: [UInt8], password: String?, number: Int) throws {
    let structure = PDFStructure(bytes, password: password)
    let layers = structure?.printLayers() ?? PrintLayers()
    let resolved = layers.isOther ? structure?.resolvedForPrint() : nil
    (document, complaints) = try PopplerComplaints.during {
      try PDFDocument(
        bytes: resolved ?? bytes, password: resolved == nil ? password : nil,
        userUnit: { structure?.userUnit(ofPage: $0) ?? 1 })
    }
    self.structure = structure
    self.number = number
    hiddenLayers = layers.hiddenObjects
    facts = DocumentFacts(
      hiddenLayers: layers.hidden,
      doubtfulLayers: layers.doubtful + (layers.isOther && resolved == nil ? layers.hidden : []),
      isDynamicForm: structure?.isDynamicForm ?? false,
      portfolio: structure?.isPortfolio == true ? structure?.embeddedFiles.map(\.name) ?? [] : [])
    // Where the two readers see different files, only one of them is asked.
    press = structure.flatMap { [document] structure in
      structure.pageCount == document.pageCount && !structure.mayHaveLostEncryption
        ? PressDocument(structure, id: 4 * number + 1) : nil
    }
  }

  /// Tells which pages will be printed: those that are drawn anew are drawn together.
  func use(_ pages: Set<PageKey>) {
    if pages != wanted { drawn = [:] }
    wanted = pages
  }

  /// The documents that jobs may take objects from.
  var pressDocuments: [PressDocument] { [press].compactMap(\.self) + drawn.values.map(\.document) }

  /// A page, or a half of it, as it is put into jobs.
  func page(_ key: PageKey, _ style: PageStyle) throws -> PressPage {
    if try look(key).way(style) == .asIs, let page = press?.page(key.page) { return page }
    let drawn = try self.drawn[style] ?? draw(style, with: key)
    self.drawn[style] = drawn
    guard let number = drawn.pages[key], let page = drawn.document.page(number) else {
      throw CompositionTrouble.cannotDraw(key.page)
    }
    return page
  }

  private func draw(_ style: PageStyle, with key: PageKey) throws -> Drawn {
    let keys = try wanted.union([key]).filter { try look($0).way(style) != .asIs }
      .sorted { ($0.page, $0.half == .right ? 1 : 0) < ($1.page, $1.half == .right ? 1 : 0) }
    let drawings = try keys.map { try drawing($0, look($0).way(style)) }
    let place = PageStyle.allCases.firstIndex(of: style) ?? 0
    let document = try Self.read(
      PageDrawing.pdf(of: drawings, in: document), id: 4 * number + 2 + place)
    return Drawn(document: document, pages: Dictionary(uniqueKeysWithValues: zip(keys, 1...)))
  }

  private func drawing(_ key: PageKey, _ way: PrintWay) -> PageDrawing {
    var isRaster = false
    if case .raster = way { isRaster = true }
    return PageDrawing(page: key.page, half: key.half, isRaster: isRaster)
  }

  private static func read(_ bytes: [UInt8], id: Int) throws -> PressDocument {
    guard let structure = PDFStructure(bytes, password: nil) else {
      throw CompositionTrouble.notProved(.unreadable)
    }
    return PressDocument(structure, id: id)
  }
}

extension Material {
  /// What drawing a page, or a half of it, tells; each is drawn once.
  func look(_ key: PageKey) throws -> Look {
    if let known = looks[key] { return known }
    let ((picture, glyphs), complaints) = try PopplerComplaints.during {
      try GlyphCount.during { try self.picture(key) }
    }
    let look = Look(
      ink: Ink(of: picture), glyphs: glyphs, complaints: complaints,
      way: try way(key, shownAs: picture, isText: glyphs.drawn > 0),
      isBlended: press?.page(key.page)?.isBlended ?? false)
    looks[key] = look
    return look
  }

  /// The box for a participant's code on a page, or on a half of it; looked for once.
  func codeBox(_ key: PageKey, _ field: CodeField) throws -> CodeBox? {
    if let known = codeBoxes[key] { return known }
    let paper = try look(key).ink.paper
    let box = try document.withPage(key.page) { page in
      try field.box(on: page, page.area(key.half), paper)
    }
    codeBoxes[key] = .some(box)
    return box
  }

  /// Lets go of what was only made to be looked at.
  func forgetTrial() { trial = nil }

  private func picture(_ key: PageKey) throws -> ImageSurface {
    try document.withPage(key.page) { page in
      guard max(page.size.width, page.size.height) <= Self.largest else {
        throw CompositionTrouble.tooLarge(key.page)
      }
      do {
        return try page.picture(of: page.area(key.half))
      } catch is CairoError {
        throw CompositionTrouble.cannotDraw(key.page)
      }
    }
  }

  /// The way onto paper on which the page stays what it is, as a second reader sees it.
  private func way(
    _ key: PageKey, shownAs picture: ImageSurface, isText: Bool
  ) throws -> PrintWay {
    let page = press?.page(key.page)
    let isFontMissing = page?.closure?.makeup.missingFonts.isEmpty == false
    let way = try document.withPage(key.page) { shown in
      PrintEvidence(
        page: page, isHalf: key.half != nil, size: shown.size, hiddenLayers: hiddenLayers,
        fonts: isText && isFontMissing ? shown.fontsOfText : []
      ).way
    }
    switch way {
    case .raster: return way
    case .asIs:
      return try isEqual(picture, asIs: key.page) ? way : try drawnAnew(key, .differs, picture)
    case .drawn(let reason): return try drawnAnew(key, reason, picture)
    }
  }

  private func drawnAnew(
    _ key: PageKey, _ reason: NotAsIs, _ picture: ImageSurface
  ) throws -> PrintWay {
    do {
      let bytes = try PageDrawing.pdf(of: [drawing(key, .drawn(reason))], in: document)
      let shown = try PDFDocument(bytes: bytes, password: nil).withPage(1) { page in
        try page.picture(of: page.area(nil))
      }
      return Witness.areAlike(picture, shown) ? .drawn(reason) : .raster(reason)
    } catch is CairoError {
      return .raster(reason)
    }
  }

  private func isEqual(_ picture: ImageSurface, asIs number: Int) throws -> Bool {
    let trial = try self.trial ?? makeTrial()
    self.trial = trial
    let shown = try trial.withPage(number) { page in try page.picture(of: page.area(nil)) }
    return Witness.areEqual(picture, shown)
  }

  /// All pages as they would be embedded, and nothing else.
  private func makeTrial() throws -> PDFDocument {
    let sheets = (1...document.pageCount).map { number in
      guard let page = press?.page(number), page.isWhole else { return Sheet(width: 1, height: 1) }
      var sheet = Sheet(width: page.width, height: page.height)
      sheet.put(page)
      return sheet
    }
    let documents = press.map { [$0.id: $0] } ?? [:]
    let bytes = try JobWriter.write(JobGraph(sheets: sheets, documents: documents))
    return try PDFDocument(bytes: bytes, password: nil)
  }
}
