public import Exam
public import Poppler

/// Finds out what a page says of itself.
public enum Inspector {
  /// Facts of a page, of its ink and of its document's fonts; `hasRoomForMark` is nil where no mark
  /// is wanted.
  public static func facts(
    of page: borrowing PDFPage, number: Int, ink: Ink, hasRoomForMark: Bool?,
    fontsNotEmbedded: [String]
  ) -> PageFacts {
    let size = page.size
    return PageFacts(
      page: number, width: size.width, height: size.height, text: page.text, isBlank: ink.isBlank,
      hasRoomForMark: hasRoomForMark, fontsNotEmbedded: fontsNotEmbedded)
  }
}
