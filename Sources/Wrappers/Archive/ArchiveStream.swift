import CArchive
import Glibc

/// One reading of one archive; owns libarchive's handle and the thread's UTF-8 locale.
@safe final class ArchiveStream {
  struct Header {
    var name: String
    var isFolder: Bool
    var isEncrypted: Bool
  }

  private let handle: OpaquePointer
  private var locale: locale_t?
  private var localeBefore: locale_t?

  init() throws(ArchiveError) {
    guard let handle = unsafe archive_read_new() else { throw .damaged("out of memory") }
    unsafe self.handle = handle
    unsafe archive_read_support_format_zip_seekable(handle)
    unsafe localeBefore = carchive_enter_utf8(&locale)
  }

  deinit {
    unsafe archive_read_free(handle)
    unsafe carchive_leave_utf8(locale, localeBefore)
  }

  /// Starts reading; `buffer` must outlive the reading.
  func open(_ buffer: UnsafeBufferPointer<UInt8>) throws(ArchiveError) {
    let status = unsafe archive_read_open_memory(handle, buffer.baseAddress, buffer.count)
    guard status == ARCHIVE_OK else { throw .damaged(words) }
  }

  /// The next entry; nil after the last.
  func next() throws(ArchiveError) -> Header? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry = unsafe entry else { throw .damaged(words) }
    guard let path = unsafe archive_entry_pathname(entry) else { throw .damaged("no name") }
    let length = unsafe strnlen(path, 1 << 16)
    let raw = unsafe UnsafeRawBufferPointer(start: path, count: length)
    let name = EntryName.decode(unsafe Array(raw))
    return Header(
      name: name, isFolder: name.hasSuffix("/"),
      isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0)
  }

  /// The bytes of the entry last returned.
  func data(atMost limit: Int) throws(ArchiveError) -> [UInt8] {
    var data: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe archive_read_data(handle, $0.baseAddress, $0.count)
      }
      if count == 0 { return data }
      guard count > 0 else { throw .damaged(words) }
      guard data.count + count <= limit else { throw .tooLarge }
      data.append(contentsOf: chunk[..<count])
    }
  }

  private var words: String {
    unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "unknown"
  }
}
