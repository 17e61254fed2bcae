import Cairo
import Exam
import Inspection
import Layout
import Poppler

/// Opened materials; each page is recorded once and then painted as often as it is needed.
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

  /// Opens a PDF under its digest.
  func open(_ bytes: [UInt8], sha256: String, password: String?) throws -> PDFDocument {
    if let known = documents[sha256] { return known }
    let document = try PDFDocument(
      bytes: bytes, password: password, identity: UInt64(documents.count + 1))
    documents[sha256] = document
    return document
  }

  func document(_ sha256: String) -> PDFDocument? { documents[sha256] }

  /// A page of an opened document, recorded at the first call.
  func page(_ number: Int, of sha256: String, places: [MarkPlace]) throws -> Page? {
    let key = Key(sha256: sha256, page: number)
    if let known = pages[key] { return known }
    guard let document = documents[sha256] else { return nil }
    let page = try document.withPage(number) { page in
      let size = page.size
      let recording = try Recording(width: size.width, height: size.height)
      try page.draw(in: recording.context)
      let ink = try Ink(of: page)
      return Page(
        recording: recording,
        place: places.first { $0.isFree(of: ink, width: size.width, height: size.height) })
    }
    pages[key] = page
    return page
  }
}

extension MarkPlace {
  /// Whether the mark would stand on clean paper.
  func isFree(of ink: Ink, width: Double, height: Double) -> Bool {
    let area = rectangle(pageWidth: width, pageHeight: height)
    return ink.isFree(x: area.x, y: area.y, width: area.width, height: area.height)
  }
}
