public import Exam
public import Poppler

/// A place to test for ink, by the size of the page.
public typealias InkProbe = (_ ink: Ink, _ width: Double, _ height: Double) -> Bool

/// Finds out what the pages of a document say of themselves.
public enum Inspector {
  /// Facts of every page.
  ///
  /// - Parameters:
  ///   - document: The PDF.
  ///   - hasRoomForMark: Whether a page's ink leaves a place for the mark; nil to leave it unasked.
  /// - Returns: The facts in order of the pages.
  /// - Throws: `PopplerError` or `CairoError` where a page cannot be read.
  public static func facts(
    of document: PDFDocument, hasRoomForMark: InkProbe?
  ) throws -> [PageFacts] {
    let fonts = document.fontsNotEmbedded()
    return try (1...document.pageCount).map { number in
      try document.withPage(number) { page in
        let size = page.size
        let ink = try Ink(of: page)
        return PageFacts(
          page: number, width: size.width, height: size.height, text: page.text,
          isBlank: ink.isBlank, hasRoomForMark: hasRoomForMark?(ink, size.width, size.height),
          fontsNotEmbedded: fonts)
      }
    }
  }
}
