import CQPDF

/// One object of a PDF: its value and, of a stream, the bytes as they stand in the file, decrypted.
public struct PDFNode: Hashable, Sendable {
  /// The value, or the stream's dictionary without its length.
  public let text: PDFText
  /// A stream's bytes.
  public let data: [UInt8]?

  /// Makes an object.
  public init(text: PDFText, data: [UInt8]? = nil) {
    self.text = text
    self.data = data
  }
}

extension PDFStructure {
  /// What a stream's dictionary says beside what is drawn: where the stream belongs, and who made it.
  public static let sideKeys = [
    "/Metadata", "/PieceInfo", "/StructParent", "/StructParents", "/AF", "/LastModified", "/OPI",
    "/Alternates",
  ]

  /// An object; nil where its stream cannot be read.
  ///
  /// One that the file does not have is null; `keys` are left out of a stream's dictionary.
  public func node(_ reference: PDFReference, without keys: [String] = []) -> PDFNode? {
    object(reference).node(without: keys)
  }

  /// An object, its stream unpacked where libqpdf can undo all its filters without loss; nil where it
  /// cannot be read.
  ///
  /// A stream that was unpacked is not to be read in any other way afterwards.
  public func unpackedNode(_ reference: PDFReference) -> PDFNode? {
    let object = object(reference)
    guard object.isStream, let data = object.unpacked else { return object.node(without: []) }
    return PDFNode(
      text: object.node(without: ["/Filter", "/DecodeParms"])?.text ?? PDFText(), data: data)
  }

  /// The object that everything hangs on.
  public var rootReference: PDFReference { root.reference ?? PDFReference(number: 0) }

  /// One more than the highest number of an object (the trailer's `Size`).
  public var size: Int {
    let trailer = unsafe PDFObject(
      handle: withPointer { unsafe qpdf_get_trailer($0) }, of: self)
    return Int(trailer["/Size"]?.number64 ?? 0)
  }

  func object(_ reference: PDFReference) -> PDFObject {
    unsafe PDFObject(
      handle: withPointer {
        unsafe qpdf_get_object_by_id($0, Int32(reference.number), Int32(reference.generation))
      }, of: self)
  }
}

extension PDFObject {
  /// The object's number and generation; nil of one that stands inside another.
  var reference: PDFReference? {
    unsafe document.withPointer { pointer in
      let number = unsafe qpdf_oh_get_object_id(pointer, handle)
      guard number != 0 else { return nil }
      return PDFReference(
        number: Int(number), generation: Int(unsafe qpdf_oh_get_generation(pointer, handle)))
    }
  }

  /// The value as it stands where it is used: a reference of one that is an object of its own.
  var written: PDFText {
    unsafe document.withPointer { pointer in
      unsafe Self.read(qpdf_oh_unparse(pointer, handle), pointer)
    }
  }

  func node(without keys: [String]) -> PDFNode? {
    unsafe document.withPointer { pointer in
      guard unsafe qpdf_oh_is_stream(pointer, handle) != 0 else {
        return unsafe PDFNode(text: Self.read(qpdf_oh_unparse_resolved(pointer, handle), pointer))
      }
      guard let data = raw else { return nil }
      let dictionary = unsafe qpdf_oh_get_dict(pointer, handle)
      unsafe qpdf_oh_remove_key(pointer, dictionary, "/Length")
      for key in keys { unsafe qpdf_oh_remove_key(pointer, dictionary, key) }
      return unsafe PDFNode(
        text: Self.read(qpdf_oh_unparse_resolved(pointer, dictionary), pointer), data: data)
    }
  }

  private static func read(_ string: UnsafePointer<CChar>?, _ pointer: qpdf_data) -> PDFText {
    guard let string = unsafe string else { return PDFText("null") }
    let count = unsafe qpdf_get_last_string_length(pointer)
    return unsafe string.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe PDFText(written: UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
