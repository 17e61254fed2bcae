import CCairo

/// A PDF being written; its bytes are handed over as they come.
@safe public final class PDFSurface {
  /// What the pages are drawn with.
  public let context: DrawingContext
  private let surface: OpaquePointer
  private let sink: Sink

  /// Starts a PDF with pages of a size in points.
  ///
  /// - Parameters:
  ///   - width: The width of the first page.
  ///   - height: The height of the first page.
  ///   - creationDate: An ISO 8601 date; the same date and drawing give the same bytes.
  ///   - write: Receives the bytes, on the drawing thread, until `finish` returns.
  /// - Throws: `CairoError` when cairo cannot make the surface.
  public init(
    width: Double, height: Double, creationDate: String?,
    write: @escaping (UnsafeRawBufferPointer) -> Void
  ) throws {
    unsafe sink = Sink(write: write)
    let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let created = unsafe cairo_pdf_surface_create_for_stream(
      { closure, bytes, count in
        guard let closure = unsafe closure, let bytes = unsafe bytes else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, closure, width, height)
    guard let created = unsafe created else {
      throw CairoError(call: "cairo_pdf_surface_create_for_stream", code: -1, message: "no surface")
    }
    unsafe surface = created
    try CairoError.check(
      unsafe cairo_surface_status(created), "cairo_pdf_surface_create_for_stream")
    unsafe cairo_surface_set_fallback_resolution(created, 600, 600)
    if let creationDate {
      unsafe cairo_pdf_surface_set_metadata(created, CAIRO_PDF_METADATA_CREATE_DATE, creationDate)
    }
    context = try unsafe DrawingContext(surface: created)
  }

  deinit {
    unsafe cairo_surface_finish(surface)
    unsafe cairo_surface_destroy(surface)
  }

  /// Sets the size of the pages that follow, in points; before anything is drawn on the page.
  public func setSize(width: Double, height: Double) {
    unsafe cairo_pdf_surface_set_size(surface, width, height)
  }

  /// Ends the page.
  public func showPage() throws {
    unsafe context.withCairoPointer { unsafe cairo_show_page($0) }
    try context.checkStatus()
  }

  /// Ends the PDF; every byte has been handed over when this returns.
  public func finish() throws {
    unsafe cairo_surface_finish(surface)
    try CairoError.check(unsafe cairo_surface_status(surface), "cairo_surface_finish")
  }

  /// Keeps the closure that cairo's stream function reaches through its `void *`.
  @safe private final class Sink {
    let write: (UnsafeRawBufferPointer) -> Void
    init(write: @escaping (UnsafeRawBufferPointer) -> Void) { unsafe self.write = write }
  }
}
