extension PDFStructure {
  /// Whether something is printed over a page that is none of its content: a note, a stamp, a stroke of a
  /// pen, or the value of a form field.
  ///
  /// Links, empty fields and what is not printed do not count.
  public func isWrittenOver(onPage number: Int) -> Bool {
    guard (1...max(1, pageCount)).contains(number) else { return false }
    return (page(number)["/Annots"]?.items ?? []).contains { annotation in
      guard annotation.isPrinted, annotation.hasExtent else { return false }
      switch annotation["/Subtype"]?.name {
      case "/Link", "/PrinterMark", "/TrapNet", nil: return false
      case "/Widget": return annotation.isFilled
      default: return annotation.isDrawn
      }
    }
  }
}

extension PDFObject {
  private static let deepestField = 8

  fileprivate var hasExtent: Bool {
    guard let box = self["/Rect"]?.box else { return false }
    return box.width != 0 || box.height != 0
  }

  /// The looks of an annotation, where the file has them.
  private var looks: PDFObject? {
    guard let normal = self["/AP"]?["/N"] else { return nil }
    return normal.isStream ? normal : self["/AS"]?.name.flatMap { normal[$0] }
  }

  /// Looks without an operator draw nothing; without looks readers make some.
  fileprivate var isDrawn: Bool {
    guard self["/AP"]?["/N"] != nil else { return true }
    guard let content = looks?.content else { return looks != nil }
    return content.contains { !Self.isBlank($0) }
  }

  /// Whether a form field has a value, or its looks have text.
  fileprivate var isFilled: Bool { hasValue || looks?.content.map(Self.showsText) ?? false }

  private var hasValue: Bool {
    var field: PDFObject? = self
    for _ in 0..<Self.deepestField {
      if let value = field?["/V"] {
        if let name = value.name { return name != "/Off" && self["/AS"]?.name != "/Off" }
        return !(value.text?.isEmpty ?? false)
      }
      field = field?["/Parent"]
    }
    return false
  }

  /// Whether one of the operators `Tj` and `TJ` has more than an empty string.
  private static func showsText(_ content: [UInt8]) -> Bool {
    let (t, j) = (UInt8(ascii: "T"), [UInt8(ascii: "j"), UInt8(ascii: "J")])
    return zip(content.indices, zip(content, content.dropFirst())).contains { place, pair in
      guard pair.0 == t, j.contains(pair.1) else { return false }
      let before = content[..<place].reversed().drop(while: isBlank).prefix(2)
      return !["()", "[]", "<>"].contains(String(decoding: before.reversed(), as: UTF8.self))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 }
}
