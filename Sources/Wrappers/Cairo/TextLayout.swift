import CCairo

/// How a text is set.
public struct TextStyle: Hashable, Sendable {
  /// Which side the lines keep to.
  public enum Align: Sendable {
    case left
    case center
    case right
  }

  /// The font family: `PT Sans`.
  public var family: String
  /// The size in points.
  public var size: Double
  /// Whether the text is bold.
  public var bold: Bool
  /// Which side the lines keep to.
  public var align: Align

  /// Makes a style.
  public init(family: String, size: Double, bold: Bool = false, align: Align = .left) {
    self.family = family
    self.size = size
    self.bold = bold
    self.align = align
  }
}

/// A glyph that no font at hand has.
public struct MissingGlyph: Error, Hashable, Sendable {
  /// How many characters have none.
  public let count: Int
  /// Those characters as `U+041F`, each once.
  public let characters: [String]
}

/// Text laid out by pango: wrapped, shaped, measured; drawn at a point.
@safe public final class TextLayout {
  /// The height in points.
  public let height: Double
  /// The width of the longest line in points.
  public let naturalWidth: Double
  /// The number of lines.
  public let lineCount: Int
  private let layout: OpaquePointer

  /// Lays a text out.
  ///
  /// - Parameters:
  ///   - text: The text; line breaks are kept.
  ///   - style: The font and alignment.
  ///   - width: Where lines are wrapped, in points; nil for no wrapping.
  /// - Throws: `MissingGlyph` when a character would be drawn as an empty box.
  public init(text: String, style: TextStyle, width: Double? = nil) throws {
    let shared = TextContext.current
    guard let created = unsafe pango_layout_new(shared.context) else {
      throw CairoError(call: "pango_layout_new", code: -1, message: "no layout")
    }
    unsafe layout = created
    unsafe pango_layout_set_font_description(created, shared.description(of: style))
    unsafe pango_layout_set_text(created, text, -1)
    if let width {
      unsafe pango_layout_set_width(created, Int32(width * Double(PANGO_SCALE)))
      unsafe pango_layout_set_wrap(created, PANGO_WRAP_WORD_CHAR)
    }
    let alignment =
      switch style.align {
      case .left: PANGO_ALIGN_LEFT
      case .center: PANGO_ALIGN_CENTER
      case .right: PANGO_ALIGN_RIGHT
      }
    unsafe pango_layout_set_alignment(created, alignment)
    var pixelWidth: Int32 = 0
    var pixelHeight: Int32 = 0
    unsafe pango_layout_get_size(created, &pixelWidth, &pixelHeight)
    naturalWidth = Double(pixelWidth) / Double(PANGO_SCALE)
    height = Double(pixelHeight) / Double(PANGO_SCALE)
    lineCount = Int(unsafe pango_layout_get_line_count(created))
    let unknown = Int(unsafe pango_layout_get_unknown_glyphs_count(created))
    if unknown > 0 {
      throw MissingGlyph(count: unknown, characters: try Self.unknown(in: text, style: style))
    }
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Draws the text, its top left corner at a point, in the context's source.
  public func draw(in context: DrawingContext, x: Double, y: Double) {
    context.moveTo(x: x, y: y)
    unsafe context.withCairoPointer { unsafe pango_cairo_show_layout($0, layout) }
  }

  /// Which characters of a text no font has.
  private static func unknown(in text: String, style: TextStyle) throws -> [String] {
    var seen: Set<Unicode.Scalar> = []
    return text.unicodeScalars.filter { seen.insert($0).inserted }.compactMap { scalar in
      guard let probe = unsafe pango_layout_new(TextContext.current.context) else { return nil }
      defer { unsafe g_object_unref(UnsafeMutableRawPointer(probe)) }
      unsafe pango_layout_set_font_description(probe, TextContext.current.description(of: style))
      unsafe pango_layout_set_text(probe, String(scalar), -1)
      guard unsafe pango_layout_get_unknown_glyphs_count(probe) > 0 else { return nil }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
