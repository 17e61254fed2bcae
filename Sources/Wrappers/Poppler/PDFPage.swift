import CImageTags
import CPoppler
public import Cairo

/// A character of a page, and the middle of where it stands.
public struct PDFGlyph: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// Points from the left edge as shown.
  public let x: Double
  /// Points from the upper edge as shown.
  public let y: Double
}

/// A page, valid only where it was lent.
@safe public struct PDFPage: ~Copyable {
  private let page: OpaquePointer
  private let identity: UInt64

  init(_ page: OpaquePointer, identity: UInt64) {
    unsafe self.page = page
    self.identity = identity
  }

  /// The size as shown, in points: crop box, rotation applied.
  public var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    unsafe poppler_page_get_size(page, &width, &height)
    return (width, height)
  }

  /// The text in reading order.
  public var text: String {
    guard let text = unsafe poppler_page_get_text(page) else { return "" }
    defer { unsafe g_free(text) }
    return unsafe String(cString: text)
  }

  /// The characters of `text` with the places where they stand; empty where poppler cannot tell.
  public var glyphs: [PDFGlyph] {
    let scalars = text.unicodeScalars
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: UInt32 = 0
    guard unsafe poppler_page_get_text_layout(page, &rectangles, &count) != 0,
      let places = unsafe rectangles
    else { return [] }
    defer { unsafe g_free(places) }
    guard scalars.count == Int(count) else { return [] }
    return scalars.enumerated().map { index, scalar in
      let place = unsafe places[index]
      return PDFGlyph(
        scalar: scalar, x: (place.x1 + place.x2) / 2, y: (place.y1 + place.y2) / 2)
    }
  }

  /// Draws the page as it would be printed, at 100 %, its corner at the origin.
  public func draw(in context: DrawingContext) throws {
    tirazh_set_document_identity(identity)
    defer { tirazh_set_document_identity(0) }
    unsafe context.withCairoPointer { unsafe poppler_page_render_for_printing(page, $0) }
    try context.checkStatus()
  }
}
