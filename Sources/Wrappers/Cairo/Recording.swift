import CCairo

/// Drawing that is kept and can be painted many times; a PDF holds it once.
@safe public final class Recording {
  /// What is recorded is drawn with this.
  public let context: DrawingContext
  /// The width in points.
  public let width: Double
  /// The height in points.
  public let height: Double
  let surface: OpaquePointer

  /// Starts a recording of a page's size in points.
  public init(width: Double, height: Double) throws {
    self.width = width
    self.height = height
    var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
    guard
      let created = unsafe cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
    else {
      throw CairoError(call: "cairo_recording_surface_create", code: -1, message: "no surface")
    }
    unsafe surface = created
    context = try unsafe DrawingContext(surface: created)
  }

  deinit { unsafe cairo_surface_destroy(surface) }
}
