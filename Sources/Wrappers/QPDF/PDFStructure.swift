import CQPDF
import Glibc

/// A PDF's own structure, as far as it decides what a printer would get: layers, forms, embedded files.
@safe public final class PDFStructure {
  private let pointer: qpdf_data
  /// The file; libqpdf reads from it as long as the structure lives.
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private var arePushed = false

  /// Reads a PDF; nil where libqpdf cannot, whatever other readers make of it.
  ///
  /// - Parameters:
  ///   - content: The whole file.
  ///   - password: The password, if it has one.
  public init?(_ content: [UInt8], password: String?) {
    guard let made = unsafe qpdf_init() else { return nil }
    unsafe pointer = made
    unsafe bytes = .allocate(capacity: max(1, content.count))
    unsafe content.withUnsafeBytes {
      unsafe UnsafeMutableRawBufferPointer(bytes).copyMemory(from: $0)
    }
    unsafe qpdf_set_suppress_warnings(made, QPDF_TRUE)
    unsafe qpdf_silence_errors(made)
    let result = unsafe qpdf_read_memory(
      made, "", bytes.baseAddress, UInt64(content.count), password)
    // Errors and warnings are bits; a file with warnings was read.
    if result & 2 != 0 { return nil }
  }

  deinit {
    var pointer: qpdf_data? = unsafe self.pointer
    unsafe qpdf_cleanup(&pointer)
    unsafe bytes.deallocate()
  }

  /// The document's catalogue.
  var root: PDFObject { unsafe PDFObject(handle: qpdf_get_root(pointer), of: self) }

  /// How many pages it has.
  public var pageCount: Int {
    let count = unsafe qpdf_get_num_pages(pointer)
    return count < 0 ? 0 : Int(count)
  }

  /// Gives every page what it has from the pages above it; false where that cannot be done.
  func pushAttributes() -> Bool {
    if !arePushed {
      arePushed = unsafe qpdf_push_inherited_attributes_to_page(pointer) & 2 == 0
    }
    return arePushed
  }

  /// A page's dictionary, counted from 1.
  func page(_ number: Int) -> PDFObject {
    unsafe PDFObject(handle: qpdf_get_page_n(pointer, number - 1), of: self)
  }

  /// Whether libqpdf had to guess, or to mend, what it has read so far.
  public var isDoubtful: Bool { unsafe qpdf_more_warnings(pointer) != 0 }

  /// Whether the file speaks of encryption and libqpdf, which had to mend it, knows of none.
  public var mayHaveLostEncryption: Bool {
    guard isDoubtful, unsafe qpdf_is_encrypted(pointer) == 0 else { return false }
    let word = Array("/Encrypt".utf8)
    guard let start = unsafe bytes.baseAddress, unsafe bytes.count >= word.count else {
      return false
    }
    return unsafe (0...bytes.count - word.count).contains {
      unsafe memcmp(start + $0, word, word.count) == 0
    }
  }

  /// Lends the C document for the time of `body`.
  func withPointer<R>(_ body: (qpdf_data) -> R) -> R { unsafe body(pointer) }

  /// The file as it is now, without encryption; nil where it cannot be written.
  func written() -> [UInt8]? {
    guard unsafe qpdf_init_write_memory(pointer) & 2 == 0 else { return nil }
    unsafe qpdf_set_preserve_encryption(pointer, QPDF_FALSE)
    unsafe qpdf_set_static_ID(pointer, QPDF_TRUE)
    guard unsafe qpdf_write(pointer) & 2 == 0, let buffer = unsafe qpdf_get_buffer(pointer) else {
      return nil
    }
    let length = unsafe qpdf_get_buffer_length(pointer)
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}

/// A value of a PDF; references are followed.
struct PDFObject {
  let handle: qpdf_oh
  let document: PDFStructure

  init(handle: qpdf_oh, of document: PDFStructure) {
    self.handle = handle
    self.document = document
  }

  /// The object's number; 0 for one that stands inside another.
  var number: Int {
    unsafe Int(document.withPointer { unsafe qpdf_oh_get_object_id($0, handle) })
  }

  var isDictionary: Bool {
    unsafe document.withPointer {
      unsafe qpdf_oh_is_dictionary($0, handle) != 0 || qpdf_oh_is_stream($0, handle) != 0
    }
  }

  var isStream: Bool {
    unsafe document.withPointer { unsafe qpdf_oh_is_stream($0, handle) != 0 }
  }

  /// Whether it is a value with values in it.
  var isContainer: Bool {
    unsafe document.withPointer {
      unsafe qpdf_oh_is_dictionary($0, handle) != 0 || qpdf_oh_is_array($0, handle) != 0
    }
  }

  /// A dictionary's value; nil where there is none.
  subscript(key: String) -> PDFObject? {
    guard isDictionary else { return nil }
    return unsafe document.withPointer { pointer in
      let owner =
        unsafe qpdf_oh_is_stream(pointer, handle) != 0 ? qpdf_oh_get_dict(pointer, handle) : handle
      guard unsafe qpdf_oh_has_key(pointer, owner, key) != 0 else { return nil }
      let value = unsafe qpdf_oh_get_key(pointer, owner, key)
      return unsafe qpdf_oh_is_null(pointer, value) != 0
        ? nil : PDFObject(handle: value, of: document)
    }
  }

  /// An array's values; none of anything else.
  var items: [PDFObject] {
    unsafe document.withPointer { pointer in
      guard unsafe qpdf_oh_is_array(pointer, handle) != 0 else { return [] }
      return (0..<(unsafe qpdf_oh_get_array_n_items(pointer, handle))).map {
        PDFObject(handle: unsafe qpdf_oh_get_array_item(pointer, handle, $0), of: document)
      }
    }
  }

  /// A dictionary's values.
  var values: [PDFObject] { members.map(\.value) }

  /// A dictionary's keys, as they are written and as bytes, and its values.
  var members: [(key: String, name: [UInt8], value: PDFObject)] {
    guard isDictionary else { return [] }
    return unsafe document.withPointer { pointer in
      let owner =
        unsafe qpdf_oh_is_stream(pointer, handle) != 0 ? qpdf_oh_get_dict(pointer, handle) : handle
      // Names are bytes, and need not be text until they are written.
      var keys: [[CChar]] = []
      unsafe qpdf_oh_begin_dict_key_iter(pointer, owner)
      while unsafe qpdf_oh_dict_more_keys(pointer) != 0 {
        if let key = unsafe qpdf_oh_dict_next_key(pointer) {
          unsafe keys.append(Array(UnsafeBufferPointer(start: key, count: strlen(key) + 1)))
        }
      }
      return keys.map { key in
        let written = unsafe qpdf_oh_unparse(pointer, qpdf_oh_new_name(pointer, key))
        return unsafe (
          written.map { unsafe String(cString: $0) } ?? "",
          key.dropLast().map { UInt8(bitPattern: $0) },
          PDFObject(handle: qpdf_oh_get_key(pointer, owner, key), of: document)
        )
      }
    }
  }

  /// A name with its slash, as `/OFF`.
  var name: String? {
    unsafe document.withPointer { pointer in
      guard unsafe qpdf_oh_is_name(pointer, handle) != 0,
        let text = unsafe qpdf_oh_get_name(pointer, handle)
      else { return nil }
      return unsafe String(cString: text)
    }
  }

  /// A string as text.
  var text: String? {
    unsafe document.withPointer { pointer in
      guard unsafe qpdf_oh_is_string(pointer, handle) != 0,
        let text = unsafe qpdf_oh_get_utf8_value(pointer, handle)
      else { return nil }
      return unsafe String(cString: text)
    }
  }

  var number64: Double? {
    unsafe document.withPointer { pointer in
      unsafe qpdf_oh_is_number(pointer, handle) != 0
        ? qpdf_oh_get_numeric_value(pointer, handle) : nil
    }
  }

  var isTrue: Bool {
    unsafe document.withPointer { pointer in
      unsafe qpdf_oh_is_bool(pointer, handle) != 0 && qpdf_oh_get_bool_value(pointer, handle) != 0
    }
  }

  /// A stream's content, its filters undone; nil of anything else.
  var content: [UInt8]? { data(qpdf_dl_all) }

  /// A stream's content as it stands in the file; nil of anything else.
  var raw: [UInt8]? { data(qpdf_dl_none) }

  /// A stream's content, its filters undone but for pictures'; nil where there are such, and of anything
  /// else.
  var unpacked: [UInt8]? { data(qpdf_dl_generalized, isWhole: true) }

  private func data(_ level: qpdf_stream_decode_level_e, isWhole: Bool = false) -> [UInt8]? {
    unsafe document.withPointer { pointer in
      guard unsafe qpdf_oh_is_stream(pointer, handle) != 0 else { return nil }
      var decoded: QPDF_BOOL = 0
      var buffer: UnsafeMutablePointer<UInt8>?
      var length = 0
      let result = unsafe qpdf_oh_get_stream_data(
        pointer, handle, level, &decoded, &buffer, &length)
      guard result & 2 == 0, !isWhole || decoded != 0 else {
        unsafe free(buffer)
        return nil
      }
      guard let start = unsafe buffer else { return length == 0 ? [] : nil }
      defer { unsafe free(buffer) }
      return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
  }

  /// Puts values into a dictionary, and takes keys out of it.
  func replace(_ key: String, with references: [PDFObject], removing others: [String]) {
    unsafe document.withPointer { pointer in
      let array = unsafe qpdf_oh_new_array(pointer)
      for reference in references {
        unsafe qpdf_oh_append_item(pointer, array, reference.handle)
      }
      unsafe qpdf_oh_replace_key(pointer, handle, key, array)
      for other in others { unsafe qpdf_oh_remove_key(pointer, handle, other) }
    }
  }
}
