import CCairo
import Foundation

/// Pango's context and font descriptions of one thread, made once: a look-up of fonts is slow.
///
/// The context has no hinting and no resolution of its own, so that a text has the same lines on
/// every surface: one point is 1/72 inch.
@safe final class TextContext {
  let context: OpaquePointer
  private var descriptions: [TextStyle: OpaquePointer] = unsafe [:]

  private init() {
    let map = unsafe pango_cairo_font_map_new()
    unsafe pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    guard let created = unsafe pango_font_map_create_context(map) else {
      preconditionFailure("pango has no memory for a context")
    }
    unsafe context = created
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(created, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_context_set_round_glyph_positions(created, 0)
  }

  /// The context of the calling thread.
  static var current: TextContext {
    let key = "tirazh.text-context"
    if let known = Thread.current.threadDictionary[key] as? TextContext { return known }
    let fresh = TextContext()
    Thread.current.threadDictionary[key] = fresh
    return fresh
  }

  /// The font description of a style.
  func description(of style: TextStyle) -> OpaquePointer? {
    if let known = unsafe descriptions[style] { return unsafe known }
    let created = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(created, style.family)
    unsafe pango_font_description_set_absolute_size(created, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(
      created, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe descriptions[style] = created
    return unsafe created
  }
}
