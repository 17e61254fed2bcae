import Cairo
import QPDF

/// Something that this program draws itself and a job shows as often as it likes.
struct Drawing {
  /// Its page in the job's drawings, counted from 1.
  let number: Int
  /// The height in points.
  let height: Double
}

/// The drawings of one job: papers, lines beside marks, and whatever else is ours.
///
/// Cairo draws them as the pages of one PDF, so that they share their fonts.
final class DrawingBoard {
  /// The number of the drawings among a job's documents.
  static let document = 0

  private var pages: [(width: Double, height: Double, draw: (DrawingContext) throws -> Void)] = []
  private var known: [String: Drawing] = [:]

  /// A drawing; drawn once for each key.
  func drawing(
    _ key: String, width: Double, height: Double,
    _ draw: @escaping (DrawingContext) throws -> Void
  ) -> Drawing {
    if let drawing = known[key] { return drawing }
    pages.append((width, height, draw))
    let drawing = Drawing(number: pages.count, height: height)
    known[key] = drawing
    return drawing
  }

  /// All of them as a document; nil if there are none.
  func finished() throws -> PressDocument? {
    guard let first = pages.first else { return nil }
    var bytes: [UInt8] = []
    let surface = try unsafe PDFSurface(
      width: first.width, height: first.height, creationDate: nil,
      write: { unsafe bytes.append(contentsOf: $0) })
    for page in pages {
      surface.setSize(width: page.width, height: page.height)
      try page.draw(surface.context)
      try surface.showPage()
    }
    try surface.finish()
    guard let structure = PDFStructure(bytes, password: nil) else {
      throw CompositionTrouble.notProved(.unreadable)
    }
    return PressDocument(structure, id: Self.document)
  }
}
