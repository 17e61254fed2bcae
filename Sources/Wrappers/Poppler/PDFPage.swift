import CPoppler
public import Cairo

/// A character of a page, and where it stands; points from the upper left corner as shown.
public struct PDFGlyph: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// The left edge.
  public let left: Double
  /// The upper edge.
  public let top: Double
  /// The right edge.
  public let right: Double
  /// The lower edge.
  public let bottom: Double

  /// The middle from the left.
  public var x: Double { (left + right) / 2 }
  /// The middle from above.
  public var y: Double { (top + bottom) / 2 }
}

/// A page, valid only where it was lent.
@safe public struct PDFPage: ~Copyable {
  private let page: OpaquePointer
  private let unit: Double

  init(_ page: OpaquePointer, unit: Double) {
    unsafe self.page = page
    self.unit = unit
  }

  /// The size as shown, in points: crop box, rotation and the page's own unit applied.
  public var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    unsafe poppler_page_get_size(page, &width, &height)
    return (width * unit, height * unit)
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
        scalar: scalar, left: min(place.x1, place.x2) * unit,
        top: min(place.y1, place.y2) * unit, right: max(place.x1, place.x2) * unit,
        bottom: max(place.y1, place.y2) * unit)
    }
  }

  /// The names of the fonts that the text is set in.
  public var fontsOfText: Set<String> {
    guard let list = unsafe poppler_page_get_text_attributes(page) else { return [] }
    defer { unsafe poppler_page_free_text_attributes(list) }
    var names: Set<String> = []
    var node: UnsafeMutablePointer<GList>? = unsafe list
    while let current = unsafe node {
      if let data = unsafe current.pointee.data {
        let name = unsafe data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee.font_name
        if let name = unsafe name { names.insert(unsafe String(cString: name)) }
      }
      unsafe node = current.pointee.next
    }
    return names
  }

  /// Draws the page as it would be printed, at 100 %, its corner at the origin.
  ///
  /// Poppler tags pictures for cairo with their object number only, and a PDF surface keeps one picture
  /// for each tag: pages of different documents must not be drawn on one surface.
  public func draw(in context: DrawingContext) throws {
    context.saved {
      if unit != 1 { context.scale(x: unit, y: unit) }
      unsafe context.withCairoPointer { unsafe poppler_page_render_for_printing(page, $0) }
    }
    try context.checkStatus()
  }
}
