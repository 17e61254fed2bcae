import CPoppler

/// A PDF opened from memory.
@safe public final class PDFDocument {
  /// How many pages it has; at least one.
  public let pageCount: Int
  private let document: OpaquePointer
  private let userUnit: (Int) -> Double

  /// Opens a PDF.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - password: The password, if it has one.
  ///   - userUnit: A page's unit in 1/72 inch, which poppler does not read.
  /// - Throws: `PopplerError`.
  public init(
    bytes: [UInt8], password: String?,
    userUnit: @escaping (Int) -> Double = { _ in 1 }
  ) throws {
    self.userUnit = userUnit
    let content = unsafe bytes.withUnsafeBytes {
      unsafe g_bytes_new($0.baseAddress, gsize($0.count))
    }
    defer { unsafe g_bytes_unref(content) }
    var error: UnsafeMutablePointer<GError>?
    guard
      let opened = unsafe tirazh_poppler_open(content, password, &error)
    else {
      defer { unsafe g_error_free(error) }
      guard let error = unsafe error else { throw PopplerError.damaged("") }
      if unsafe error.pointee.domain == tirazh_poppler_error_domain(),
        unsafe error.pointee.code == Int32(bitPattern: POPPLER_ERROR_ENCRYPTED.rawValue)
      {
        throw PopplerError.encrypted
      }
      throw PopplerError.damaged(unsafe String(cString: error.pointee.message))
    }
    unsafe document = opened
    pageCount = Int(unsafe poppler_document_get_n_pages(opened))
    if pageCount < 1 { throw PopplerError.noPages }
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Lends a page, counted from 1.
  public func withPage<R>(_ number: Int, _ body: (borrowing PDFPage) throws -> R) throws -> R {
    guard let page = unsafe poppler_document_get_page(document, Int32(number - 1)) else {
      throw PopplerError.noPage(number)
    }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
    return try body(unsafe PDFPage(page, unit: userUnit(number)))
  }

  /// For each page the names of fonts that are not embedded, of this page or one before it, sorted.
  ///
  /// Poppler names a font where it is first met, and not again.
  public func fontsNotEmbedded() -> [[String]] {
    guard let info = unsafe poppler_font_info_new(document) else {
      return Array(repeating: [], count: pageCount)
    }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(info)) }
    var names: Set<String> = []
    return (0..<pageCount).map { _ in
      var iterator: OpaquePointer?
      if unsafe poppler_font_info_scan(info, 1, &iterator) != 0, let fonts = unsafe iterator {
        names.formUnion(unsafe Self.namesNotEmbedded(fonts))
        unsafe poppler_fonts_iter_free(fonts)
      }
      return names.sorted()
    }
  }

  private static func namesNotEmbedded(_ fonts: OpaquePointer) -> [String] {
    var names: [String] = []
    repeat {
      if unsafe poppler_fonts_iter_is_embedded(fonts) == 0 {
        names.append(
          unsafe poppler_fonts_iter_get_name(fonts).map { unsafe String(cString: $0) } ?? "?")
      }
    } while unsafe poppler_fonts_iter_next(fonts) != 0
    return names
  }

  /// Lends the C document for the time of `body`.
  func withPointer<R>(_ body: (OpaquePointer) throws -> R) rethrows -> R {
    try unsafe body(document)
  }
}
