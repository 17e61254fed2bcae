import CCairo

/// A raster in memory.
@safe public final class ImageSurface {
  /// The kinds of pixels.
  public enum Format: Sendable {
    /// 32 bits: alpha, red, green, blue, premultiplied, in the machine's byte order.
    case argb32
    /// 8 bits of alpha.
    case gray
    /// 1 bit of alpha.
    case a1
  }

  /// What the picture is drawn with.
  public let context: DrawingContext
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  let surface: OpaquePointer

  /// Makes an empty, transparent raster.
  public init(width: Int, height: Int, format: Format) throws {
    self.width = width
    self.height = height
    let kind =
      switch format {
      case .argb32: CAIRO_FORMAT_ARGB32
      case .gray: CAIRO_FORMAT_A8
      case .a1: CAIRO_FORMAT_A1
      }
    guard let created = unsafe cairo_image_surface_create(kind, Int32(width), Int32(height)) else {
      throw CairoError(call: "cairo_image_surface_create", code: -1, message: "no surface")
    }
    unsafe surface = created
    try CairoError.check(unsafe cairo_surface_status(created), "cairo_image_surface_create")
    context = try unsafe DrawingContext(surface: created)
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  /// Lends the pixels, rows from the top, and the bytes from one row to the next.
  public func withPixels<R>(
    _ body: (UnsafeRawBufferPointer, _ stride: Int) throws -> R
  ) rethrows -> R {
    unsafe cairo_surface_flush(surface)
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let data = unsafe cairo_image_surface_get_data(surface)
    return try unsafe body(UnsafeRawBufferPointer(start: data, count: stride * height), stride)
  }

  /// Lends the pixels to be written, rows from the top, and the bytes from one row to the next.
  public func withMutablePixels(_ body: (UnsafeMutableRawBufferPointer, _ stride: Int) -> Void) {
    unsafe cairo_surface_flush(surface)
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let data = unsafe cairo_image_surface_get_data(surface)
    unsafe body(UnsafeMutableRawBufferPointer(start: data, count: stride * height), stride)
    unsafe cairo_surface_mark_dirty(surface)
  }

  /// The picture as PNG.
  public func png() throws -> [UInt8] {
    let box = Box()
    let closure = unsafe Unmanaged.passUnretained(box).toOpaque()
    let status = unsafe cairo_surface_write_to_png_stream(
      surface,
      { closure, bytes, count in
        guard let closure = unsafe closure, let bytes = unsafe bytes else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        let box = unsafe Unmanaged<Box>.fromOpaque(closure).takeUnretainedValue()
        unsafe box.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, closure)
    try CairoError.check(status, "cairo_surface_write_to_png_stream")
    return box.bytes
  }

  private final class Box { var bytes: [UInt8] = [] }
}
