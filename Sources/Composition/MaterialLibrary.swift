import Cairo
import Exam
import Inspection
import Layout
import Poppler

/// Opened materials; each page is looked at once, recorded once, and painted as often as needed.
final class MaterialLibrary {
  /// A page ready to be painted.
  final class Page {
    let recording: Recording
    /// The first place free of ink; nil if there is none.
    let place: MarkPlace?

    init(recording: Recording, place: MarkPlace?) {
      self.recording = recording
      self.place = place
    }
  }

  private struct Key: Hashable {
    let sha256: String
    let page: Int
  }

  private var documents: [String: PDFDocument] = [:]
  private var pages: [Key: Page] = [:]
  private var inks: [Key: Ink] = [:]

  /// Opens a PDF under its digest.
  func open(_ bytes: [UInt8], sha256: String, password: String?) throws -> PDFDocument {
    if let known = documents[sha256] { return known }
    let document = try PDFDocument(
      bytes: bytes, password: password, identity: UInt64(documents.count + 1))
    documents[sha256] = document
    return document
  }

  /// A page of an opened document, recorded at the first call.
  func page(_ number: Int, of sha256: String, places: [MarkPlace]) throws -> Page? {
    let key = Key(sha256: sha256, page: number)
    if let known = pages[key] { return known }
    guard let document = documents[sha256] else { return nil }
    let ink = try ink(number, of: sha256, in: document)
    let page = try document.withPage(number) { page in
      let size = page.size
      let recording = try Recording(width: size.width, height: size.height)
      // Paper first: cairo analyses a recording at each painting, and adds up the areas of its
      // operations, which is slow unless one of them covers all the others.
      recording.context.setSource(gray: 1)
      recording.context.paint()
      try page.draw(in: recording.context)
      return Page(
        recording: recording,
        place: places.first { $0.isFree(of: ink, width: size.width, height: size.height) })
    }
    pages[key] = page
    return page
  }

  /// Facts of every page of an opened document, nil if it is not opened; `places` are nil where no
  /// mark is wanted.
  func facts(of sha256: String, places: [MarkPlace]?) throws -> [PageFacts]? {
    guard let document = documents[sha256] else { return nil }
    let fonts = document.fontsNotEmbedded()
    return try (1...document.pageCount).map { number in
      let ink = try ink(number, of: sha256, in: document)
      return try document.withPage(number) { page in
        let size = page.size
        let hasRoom = places.map {
          $0.contains { $0.isFree(of: ink, width: size.width, height: size.height) }
        }
        return Inspector.facts(
          of: page, number: number, ink: ink, hasRoomForMark: hasRoom, fontsNotEmbedded: fonts)
      }
    }
  }

  private func ink(_ number: Int, of sha256: String, in document: PDFDocument) throws -> Ink {
    let key = Key(sha256: sha256, page: number)
    if let known = inks[key] { return known }
    let ink = try document.withPage(number) { try Ink(of: $0) }
    inks[key] = ink
    return ink
  }
}

extension MarkPlace {
  /// Whether the mark would stand on clean paper.
  func isFree(of ink: Ink, width: Double, height: Double) -> Bool {
    let area = rectangle(pageWidth: width, pageHeight: height)
    return ink.isFree(x: area.x, y: area.y, width: area.width, height: area.height)
  }
}
