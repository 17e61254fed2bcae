import CCairo

/// A square of one-bit pixels, to be used as a mask.
@safe public final class BitImage {
  /// Pixels along each side.
  public let side: Int
  let surface: OpaquePointer

  /// Makes an image of the pixels that are set.
  public init(side: Int, isSet: (_ x: Int, _ y: Int) -> Bool) throws {
    self.side = side
    guard
      let created = unsafe cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(side), Int32(side))
    else {
      throw CairoError(call: "cairo_image_surface_create", code: -1, message: "no surface")
    }
    unsafe surface = created
    try CairoError.check(unsafe cairo_surface_status(created), "cairo_image_surface_create")
    unsafe cairo_surface_flush(created)
    let stride = Int(unsafe cairo_image_surface_get_stride(created))
    guard let data = unsafe cairo_image_surface_get_data(created) else { return }
    // Cairo packs bits into 32-bit words; on little-endian machines the first pixel is the lowest bit.
    for y in 0..<side {
      for x in 0..<side where isSet(x, y) {
        unsafe data[y * stride + x / 8] |= UInt8(1) << UInt8(x % 8)
      }
    }
    unsafe cairo_surface_mark_dirty(created)
  }

  deinit { unsafe cairo_surface_destroy(surface) }
}
