import Cairo
import Exam
import Inspection
import Poppler

/// A page, or a half of it, that poppler draws anew.
struct PageDrawing {
  let page: Int
  let half: PageHalf?
  let isRaster: Bool

  /// Dots an inch of a picture, with softened edges; fewer where the page is larger than A3.
  private static let resolution = 300.0
  private static let mostDots = 18e6

  /// The drawings of one document as one PDF, a page each, in which they share pictures and fonts.
  static func pdf(of drawings: [PageDrawing], in document: PDFDocument) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let surface = try unsafe PDFSurface(
      width: 1, height: 1, creationDate: nil, write: { unsafe bytes.append(contentsOf: $0) })
    for drawing in drawings {
      try document.withPage(drawing.page) { page in
        let area = page.area(drawing.half)
        surface.setSize(width: area.width, height: area.height)
        try drawing.draw(page, area, in: surface.context)
      }
      try surface.showPage()
    }
    try surface.finish()
    return bytes
  }

  private func draw(
    _ page: borrowing PDFPage, _ area: PageArea, in context: DrawingContext
  ) throws {
    guard isRaster else {
      try context.saved {
        context.clipRectangle(x: 0, y: 0, width: area.width, height: area.height)
        context.translate(x: -area.x, y: 0)
        try page.draw(in: context)
      }
      return
    }
    let inches = area.width * area.height / 72 / 72
    let scale = min(Self.resolution, (Self.mostDots / inches).squareRoot()) / 72
    let image = try page.picture(of: area, scale: scale)
    context.saved {
      context.scale(x: 1 / scale, y: 1 / scale)
      context.paint(image)
    }
  }
}
