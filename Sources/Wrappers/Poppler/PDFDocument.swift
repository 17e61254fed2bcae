import CImageTags
import CPoppler
public import Cairo

/// A PDF opened from memory.
@safe public final class PDFDocument {
  /// How many pages it has; at least one.
  public let pageCount: Int
  private let document: OpaquePointer
  private let identity: UInt64

  /// Opens a PDF.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - password: The password, if it has one.
  ///   - identity: A number that no other document drawn on the same surface has; not 0.
  /// - Throws: `PopplerError`.
  public init(bytes: [UInt8], password: String?, identity: UInt64) throws {
    self.identity = identity
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
    return try body(unsafe PDFPage(page, identity: identity))
  }

  /// Names of fonts that are not embedded, sorted, each once.
  public func fontsNotEmbedded() -> [String] {
    guard let info = unsafe poppler_font_info_new(document) else { return [] }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(info)) }
    var names: Set<String> = []
    var iterator: OpaquePointer?
    while unsafe poppler_font_info_scan(info, 50, &iterator) != 0 {
      guard let fonts = unsafe iterator else { continue }
      repeat {
        if unsafe poppler_fonts_iter_is_embedded(fonts) == 0 {
          names.insert(
            unsafe poppler_fonts_iter_get_name(fonts).map { unsafe String(cString: $0) } ?? "?")
        }
      } while unsafe poppler_fonts_iter_next(fonts) != 0
      unsafe poppler_fonts_iter_free(fonts)
      unsafe iterator = nil
    }
    return names.sorted()
  }
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

  /// Draws the page as it would be printed, at 100 %, its corner at the origin.
  public func draw(in context: DrawingContext) throws {
    tirazh_set_document_identity(identity)
    defer { tirazh_set_document_identity(0) }
    unsafe context.withCairoPointer { unsafe poppler_page_render_for_printing(page, $0) }
    try context.checkStatus()
  }
}
