import CPoppler

/// A line of a document's outline.
public struct PDFOutlineEntry: Hashable, Sendable {
  /// The line's text.
  public let title: String
  /// How deep it stands; 1 is the outermost.
  public let level: Int
  /// The page it points to, counted from 1.
  public let page: Int
}

extension PDFDocument {
  private static let deepest = 16
  private static let mostEntries = 10_000

  /// The lines of the outline that point to a page of the document, in order.
  public var outline: [PDFOutlineEntry] {
    unsafe withPointer { document in
      guard let iterator = unsafe poppler_index_iter_new(document) else { return [] }
      defer { unsafe poppler_index_iter_free(iterator) }
      var entries: [PDFOutlineEntry] = []
      unsafe collect(iterator, level: 1, of: document, into: &entries)
      return entries
    }
  }

  /// A damaged outline may lead in circles: depth and number are bounded.
  private func collect(
    _ iterator: OpaquePointer, level: Int, of document: OpaquePointer,
    into entries: inout [PDFOutlineEntry]
  ) {
    repeat {
      guard entries.count < Self.mostEntries else { return }
      if let entry = unsafe entry(iterator, level: level, of: document) { entries.append(entry) }
      if level < Self.deepest, let child = unsafe poppler_index_iter_get_child(iterator) {
        unsafe collect(child, level: level + 1, of: document, into: &entries)
        unsafe poppler_index_iter_free(child)
      }
    } while unsafe poppler_index_iter_next(iterator) != 0
  }

  private func entry(
    _ iterator: OpaquePointer, level: Int, of document: OpaquePointer
  ) -> PDFOutlineEntry? {
    guard let action = unsafe poppler_index_iter_get_action(iterator) else { return nil }
    defer { unsafe poppler_action_free(action) }
    guard unsafe action.pointee.type == POPPLER_ACTION_GOTO_DEST,
      let title = unsafe action.pointee.any.title,
      let destination = unsafe action.pointee.goto_dest.dest
    else { return nil }
    let page = unsafe number(of: destination, in: document)
    guard (1...pageCount).contains(page) else { return nil }
    return PDFOutlineEntry(title: unsafe String(cString: title), level: level, page: page)
  }

  /// The page a destination leads to; 0 for none.
  private func number(
    of destination: UnsafeMutablePointer<PopplerDest>, in document: OpaquePointer
  ) -> Int {
    guard unsafe destination.pointee.type == POPPLER_DEST_NAMED else {
      return Int(unsafe destination.pointee.page_num)
    }
    guard
      let found = unsafe poppler_document_find_dest(document, destination.pointee.named_dest)
    else { return 0 }
    defer { unsafe poppler_dest_free(found) }
    return Int(unsafe found.pointee.page_num)
  }
}
