import CArchive
import Glibc

/// One reading of one archive; owns libarchive's handle and the thread's UTF-8 locale.
@safe final class ArchiveStream {
  struct Header {
    /// The path as it stands in the archive.
    var name: [UInt8]
    var isFolder: Bool
    var isFile: Bool
    var isEncrypted: Bool
    /// The unpacked size that the archive tells.
    var size: Int?
  }

  private let handle: OpaquePointer
  private var locale: locale_t?
  private var localeBefore: locale_t?

  /// Starts reading; `buffer` must outlive the reading.
  init(_ buffer: UnsafeBufferPointer<UInt8>, password: [UInt8]?) throws(ArchiveError) {
    guard let handle = unsafe archive_read_new() else { throw .damaged("out of memory") }
    unsafe self.handle = handle
    unsafe archive_read_support_format_zip_seekable(handle)
    unsafe archive_read_support_format_7zip(handle)
    unsafe archive_read_support_format_rar(handle)
    unsafe archive_read_support_format_rar5(handle)
    unsafe localeBefore = carchive_enter_utf8(&locale)
    if let password { try use(password) }
    let status = unsafe archive_read_open_memory(handle, buffer.baseAddress, buffer.count)
    guard status == ARCHIVE_OK else { throw failure }
  }

  deinit {
    unsafe archive_read_free(handle)
    unsafe carchive_leave_utf8(locale, localeBefore)
  }

  private func use(_ password: [UInt8]) throws(ArchiveError) {
    guard !password.isEmpty, !password.contains(0) else { throw .wrongPassword }
    let status = unsafe (password + [0]).withUnsafeBytes {
      unsafe archive_read_add_passphrase(
        handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    guard status == ARCHIVE_OK else { throw .wrongPassword }
  }

  /// The next entry; nil after the last.
  func next() throws(ArchiveError) -> Header? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry = unsafe entry else {
      guard unsafe archive_read_has_encrypted_entries(handle) <= 0 else { throw .cannotDecrypt }
      throw failure
    }
    guard let path = unsafe archive_entry_pathname(entry) else { throw .damaged("no name") }
    let length = unsafe strnlen(path, 1 << 16)
    let raw = unsafe UnsafeRawBufferPointer(start: path, count: length)
    let name = unsafe Array(raw)
    let type = unsafe archive_entry_filetype(entry)
    let size =
      unsafe archive_entry_size_is_set(entry) != 0 ? Int(unsafe archive_entry_size(entry)) : nil
    if let size, size < 0 { throw .damaged("a size below zero") }
    return Header(
      name: name, isFolder: name.last == UInt8(ascii: "/") || type == S_IFDIR,
      isFile: type == S_IFREG, isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0,
      size: size)
  }

  /// The bytes of the entry last returned, all checks passed.
  func data(atMost limit: Int) throws(ArchiveError) -> [UInt8] {
    var data: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe archive_read_data(handle, $0.baseAddress, $0.count)
      }
      if count == 0 { return data }
      guard count > 0 else { throw failure }
      guard data.count + count <= limit else { throw .tooLarge }
      data.append(contentsOf: chunk[..<count])
    }
  }

  /// libarchive tells its failures apart by words only.
  private var failure: ArchiveError {
    let words = unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "unknown"
    let small = words.lowercased()
    if small.contains("passphrase") { return .wrongPassword }
    if small.contains("encrypted") || small.contains("encryption") { return .cannotDecrypt }
    if small.contains("unsupported") || small.contains("not supported") {
      return .unsupported(words)
    }
    return .damaged(words)
  }
}
