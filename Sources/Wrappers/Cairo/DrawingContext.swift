import CCairo

/// A cairo context: draws on the surface that lent it.
///
/// Lengths are points, y grows downwards.
@safe public final class DrawingContext {
  let pointer: OpaquePointer

  /// Takes a context for a surface, which it keeps alive.
  init(surface: OpaquePointer) throws {
    guard let created = unsafe cairo_create(surface) else {
      throw CairoError(call: "cairo_create", code: -1, message: "no context")
    }
    unsafe pointer = created
    try checkStatus()
  }

  deinit { unsafe cairo_destroy(pointer) }

  /// Throws the first error of anything drawn so far (`cairo_status`).
  public func checkStatus() throws {
    try CairoError.check(unsafe cairo_status(pointer), "cairo_status")
  }

  /// Lends the C context, a `cairo_t *`, for the time of `body`.
  public func withCairoPointer<R>(_ body: (OpaquePointer) throws -> R) rethrows -> R {
    try unsafe body(pointer)
  }

  /// Runs `body` between `cairo_save` and `cairo_restore`.
  public func saved<R>(_ body: () throws -> R) rethrows -> R {
    unsafe cairo_save(pointer)
    defer { unsafe cairo_restore(pointer) }
    return try body()
  }

  /// Moves the origin.
  public func translate(x: Double, y: Double) { unsafe cairo_translate(pointer, x, y) }

  /// Scales the axes.
  public func scale(x: Double, y: Double) { unsafe cairo_scale(pointer, x, y) }

  /// Turns the axes, in radians.
  public func rotate(_ angle: Double) { unsafe cairo_rotate(pointer, angle) }

  /// Sets a grey (0 is black) with an opacity.
  public func setSource(gray: Double, alpha: Double = 1) {
    unsafe cairo_set_source_rgba(pointer, gray, gray, gray, alpha)
  }

  /// Sets the width of lines.
  public func setLineWidth(_ width: Double) { unsafe cairo_set_line_width(pointer, width) }

  /// Sets a dash pattern; an empty one draws solid lines.
  public func setDash(_ lengths: [Double]) {
    unsafe lengths.withUnsafeBufferPointer { buffer in
      unsafe cairo_set_dash(pointer, buffer.baseAddress, Int32(buffer.count), 0)
    }
  }

  /// Adds a rectangle to the path.
  public func rectangle(x: Double, y: Double, width: Double, height: Double) {
    unsafe cairo_rectangle(pointer, x, y, width, height)
  }

  /// Begins a new line.
  public func moveTo(x: Double, y: Double) { unsafe cairo_move_to(pointer, x, y) }

  /// Goes on with the line.
  public func lineTo(x: Double, y: Double) { unsafe cairo_line_to(pointer, x, y) }

  /// Fills the path.
  public func fill() { unsafe cairo_fill(pointer) }

  /// Strokes the path.
  public func stroke() { unsafe cairo_stroke(pointer) }

  /// Paints the whole surface with the source.
  public func paint() { unsafe cairo_paint(pointer) }

  /// Restricts all that follows to a rectangle.
  public func clipRectangle(x: Double, y: Double, width: Double, height: Double) {
    unsafe cairo_rectangle(pointer, x, y, width, height)
    unsafe cairo_clip(pointer)
  }

  /// Paints an image, one pixel a point, its corner at the origin; what is larger stays as it is.
  public func paint(_ image: ImageSurface) {
    unsafe cairo_set_source_surface(pointer, image.surface, 0, 0)
    unsafe cairo_pattern_set_filter(cairo_get_source(pointer), CAIRO_FILTER_NEAREST)
    unsafe cairo_paint(pointer)
  }
}
