import CQPDF
import Glibc

/// A rectangle of a PDF, its corners in order.
public struct PDFBox: Hashable, Sendable {
  /// The left edge.
  public let left: Double
  /// The lower edge.
  public let bottom: Double
  /// The right edge.
  public let right: Double
  /// The upper edge.
  public let top: Double

  /// Makes a rectangle of two opposite corners.
  public init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    (left, right) = (min(x1, x2), max(x1, x2))
    (bottom, top) = (min(y1, y2), max(y1, y2))
  }

  /// The width.
  public var width: Double { right - left }
  /// The height.
  public var height: Double { top - bottom }

  /// What lies in both; nil if nothing does.
  public func intersection(_ other: PDFBox) -> PDFBox? {
    let (left, right) = (max(left, other.left), min(right, other.right))
    let (bottom, top) = (max(bottom, other.bottom), min(top, other.top))
    return left < right && bottom < top ? PDFBox(left, bottom, right, top) : nil
  }
}

/// What a page is made of, as far as it is printed.
public struct PageParts: Sendable {
  /// What is shown of it: the crop box, as far as it lies on the medium.
  public let box: PDFBox
  /// How far it is turned clockwise: 0, 90, 180 or 270 degrees.
  public let turn: Int
  /// Its unit in 1/72 inch; 1 as a rule.
  public let unit: Double
  /// The operators, with the filter that they are written in.
  public let content: Content
  /// The names that the operators use.
  public let resources: PDFText
  /// What `resources` says, entry by entry, without the pictures and forms.
  public let names: [Entry]
  /// The pictures and forms among them.
  public let pictures: [Entry]
  /// What the page says of its transparency.
  public let group: PDFText?
  /// The annotations that are printed, in order.
  public let annotations: [PrintedAnnotation]
  /// What the resources themselves are made of, down to references.
  public let makeup: PDFMakeup

  /// A page's operators.
  public struct Content: Sendable {
    /// Entries of the stream's dictionary, in order of their keys.
    public let filter: [Entry]
    /// The bytes as they stand in the file; of several streams the operators themselves, joined.
    public let bytes: [UInt8]
    /// Whether `bytes` is one stream of the file, unchanged.
    public let isOneStream: Bool
  }

  /// An entry of a dictionary, its key written as in a file.
  public struct Entry: Hashable, Sendable {
    /// The key as it is written.
    public let key: String
    /// The key's bytes, by which entries are ordered.
    public let name: [UInt8]
    /// The value.
    public let value: PDFText
  }
}

/// An annotation as it is printed.
public enum PrintedAnnotation: Hashable, Sendable {
  /// Its picture, and where it is put (ISO 32000-1, 12.5.5).
  case picture(PDFReference, scaleX: Double, scaleY: Double, x: Double, y: Double)
  /// Readers make its picture each in their own way.
  case leftToReaders
}

extension PDFStructure {
  /// What a page is made of; nil where it cannot be told.
  public func parts(ofPage number: Int) -> PageParts? {
    guard (1...max(1, pageCount)).contains(number), pushAttributes() else { return nil }
    let page = page(number)
    guard let media = page["/MediaBox"]?.box, let content = content(of: page),
      let box = (page["/CropBox"]?.box ?? media).intersection(media)
    else { return nil }
    let turn = Int(page["/Rotate"]?.number64 ?? 0)
    guard turn % 90 == 0 else { return nil }
    let resources = page["/Resources"]
    var makeup = PDFMakeup()
    if let resources, resources.reference == nil { resources.collect(into: &makeup, level: 1) }
    return PageParts(
      box: box, turn: (turn % 360 + 360) % 360, unit: userUnit(ofPage: number), content: content,
      resources: resources?.written ?? PDFText("<< >>"),
      names: resources?.entries.filter { $0.key != "/XObject" } ?? [],
      pictures: resources?["/XObject"]?.entries ?? [], group: page["/Group"]?.written,
      annotations: annotations(of: page, isTurned: turn % 360 != 0),
      makeup: makeup)
  }

  private func content(of page: PDFObject) -> PageParts.Content? {
    guard let contents = page["/Contents"] else {
      return PageParts.Content(filter: [], bytes: [], isOneStream: false)
    }
    if contents.isStream {
      guard let raw = contents.raw, contents["/F"] == nil else { return nil }
      let filter = ["/DecodeParms", "/Filter"].compactMap { key in
        contents[key].map { PageParts.Entry(key: key, name: Array(key.utf8), value: $0.written) }
      }
      return PageParts.Content(filter: filter, bytes: raw, isOneStream: true)
    }
    guard contents.items.allSatisfy(\.isStream), contents.items.allSatisfy(\.isDecodable),
      let bytes = joined(page)
    else { return nil }
    return PageParts.Content(filter: [], bytes: bytes, isOneStream: false)
  }

  /// A page's operators, their filters undone; nil where that cannot be done.
  public func operators(ofPage number: Int) -> [UInt8]? { joined(page(number)) }

  /// A page as an object of the file.
  public func reference(ofPage number: Int) -> PDFReference? { page(number).reference }

  private func joined(_ page: PDFObject) -> [UInt8]? {
    unsafe withPointer { pointer in
      var buffer: UnsafeMutablePointer<UInt8>?
      var length = 0
      let result = unsafe qpdf_oh_get_page_content_data(pointer, page.handle, &buffer, &length)
      guard result & 2 == 0 else { return nil }
      guard let start = unsafe buffer else { return length == 0 ? [] : nil }
      defer { unsafe free(buffer) }
      return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
  }
}

extension PDFStructure {
  private func annotations(of page: PDFObject, isTurned: Bool) -> [PrintedAnnotation] {
    let isLeftToReaders = root["/AcroForm"]?["/NeedAppearances"]?.isTrue == true
    return (page["/Annots"]?.items ?? []).compactMap { annotation in
      guard annotation.isPrinted else { return nil }
      let kind = annotation["/Subtype"]?.name
      if annotation["/OC"] != nil || (kind == "/Widget" && isLeftToReaders) {
        return .leftToReaders
      }
      return picture(of: annotation, kind, isTurned: isTurned)
    }
  }

  /// Flag 5: the picture is not turned with the page.
  private static let noRotate = 16

  private func picture(
    of annotation: PDFObject, _ kind: String?, isTurned: Bool
  ) -> PrintedAnnotation? {
    guard let rectangle = annotation["/Rect"]?.box else { return .leftToReaders }
    guard let normal = annotation["/AP"]?["/N"] else {
      // A link is not drawn, a field without extent neither.
      let isNothing = kind == "/Link" || rectangle.width == 0 || rectangle.height == 0
      return isNothing ? nil : .leftToReaders
    }
    let flags = Int(annotation["/F"]?.number64 ?? 0)
    if isTurned, flags & Self.noRotate != 0 { return .leftToReaders }
    guard let form = normal.isStream ? normal : annotation["/AS"]?.name.flatMap({ normal[$0] })
    else { return nil }
    guard let reference = form.reference, form.isStream, form["/Subtype"]?.name == "/Form",
      form["/Resources"] != nil, let box = form["/BBox"]?.box
    else { return .leftToReaders }
    guard let covered = box.moved(by: form["/Matrix"]?.numbers ?? [1, 0, 0, 1, 0, 0]),
      covered.width > 0, covered.height > 0
    else { return .leftToReaders }
    let (scaleX, scaleY) = (rectangle.width / covered.width, rectangle.height / covered.height)
    return .picture(
      reference, scaleX: scaleX, scaleY: scaleY, x: rectangle.left - covered.left * scaleX,
      y: rectangle.bottom - covered.bottom * scaleY)
  }
}

extension PDFBox {
  /// The upright rectangle around this one after a change of coordinates.
  fileprivate func moved(by matrix: [Double]) -> PDFBox? {
    guard matrix.count == 6 else { return nil }
    let corners = [(left, bottom), (left, top), (right, bottom), (right, top)].map { x, y in
      (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
    }
    let (x, y) = (corners.map(\.0), corners.map(\.1))
    guard let left = x.min(), let right = x.max(), let bottom = y.min(), let top = y.max() else {
      return nil
    }
    return PDFBox(left, bottom, right, top)
  }
}

extension PDFObject {
  /// Whether an annotation is printed: its flag 3 is set and flag 2 is not (ISO 32000-1, 12.5.3).
  var isPrinted: Bool {
    let flags = Int(self["/F"]?.number64 ?? 0)
    return flags & 0b110 == 0b100 && self["/Subtype"]?.name != "/Popup"
  }

  var numbers: [Double]? {
    let numbers = items.compactMap(\.number64)
    return numbers.count == items.count ? numbers : nil
  }

  var box: PDFBox? {
    guard let numbers, numbers.count == 4 else { return nil }
    return PDFBox(numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// Whether a stream's filters can be undone.
  var isDecodable: Bool { content != nil }

  /// A dictionary's entries in order of their keys.
  var entries: [PageParts.Entry] {
    members.map { PageParts.Entry(key: $0.key, name: $0.name, value: $0.value.written) }
  }
}
