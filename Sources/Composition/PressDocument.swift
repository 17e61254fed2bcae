import QPDF
import Zlib

/// A PDF whose pages are put into jobs: its objects as they are, each read once.
final class PressDocument {
  /// The number by which jobs tell documents apart.
  let id: Int
  private let structure: PDFStructure
  private var objects: [PDFReference: Object] = [:]
  private var pages: [Int: PressPage] = [:]

  private struct Object {
    let node: PDFNode
    let makeup: PDFMakeup
  }

  init(_ structure: PDFStructure, id: Int) {
    self.structure = structure
    self.id = id
  }

  /// A page as it is embedded; nil where that cannot be done.
  func page(_ number: Int) -> PressPage? {
    if let known = pages[number] { return known }
    guard let parts = structure.parts(ofPage: number) else { return nil }
    let page = PressPage(parts, number: number, of: self)
    pages[number] = page
    return page
  }

  /// An object; nil where its stream cannot be read.
  func node(_ reference: PDFReference) -> PDFNode? { object(reference)?.node }

  private func object(_ reference: PDFReference) -> Object? {
    if let known = objects[reference] { return known }
    let makeup = structure.makeup(reference)
    guard let node = structure.node(reference, without: PDFStructure.sideKeys) else { return nil }
    let object = Object(node: node, makeup: makeup)
    objects[reference] = object
    return object
  }

  /// What can be reached from texts; nil if an object cannot be read.
  func closure(of texts: [PDFText]) -> PressClosure? {
    var closure = PressClosure()
    var seen: Set<PDFReference> = []
    var waiting = texts.flatMap { $0.gaps.map(\.target) }
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let object = object(next) else { return nil }
      closure.makeup.formUnion(object.makeup)
      // What belongs to other pages is not gone through: it would be the whole file.
      if closure.makeup.traits.contains(.pageTree) { break }
      waiting += object.node.text.gaps.map(\.target)
    }
    closure.objects = Set(seen.map(\.number))
    return closure
  }
}

/// All that a page uses.
struct PressClosure {
  var makeup = PDFMakeup()
  /// The numbers of the objects.
  var objects: Set<Int> = []
}

/// A page as a form that can be drawn on paper of its size.
struct PressPage {
  /// The document and the page.
  let document: Int
  let number: Int
  /// The size as shown, in points.
  let width: Double
  let height: Double
  /// Its form; in jobs it is one object.
  let form: PDFNode
  /// From the page's coordinates to those of the paper.
  let placement: [Double]
  /// What the page says of its transparency.
  let group: PDFText?
  /// The pictures of its annotations, above the page.
  let annotations: [Annotation]
  /// Whether an annotation is left to readers.
  let hasOpenAnnotation: Bool
  /// The page's own names, as far as forms and fonts use them without saying so.
  let names: [PageParts.Entry]
  let pictures: [PageParts.Entry]
  /// All it uses; nil if an object cannot be read.
  let closure: PressClosure?
  /// Fonts that its annotations name and the file does not have.
  let annotationFonts: Set<String>

  /// Whether all it uses can be read, and belongs to it.
  var isWhole: Bool { closure.map { !$0.makeup.traits.contains(.pageTree) } ?? false }

  /// Whether it uses blending, knockout or soft masks.
  var isBlended: Bool { closure?.makeup.traits.contains(.blending) ?? false }

  struct Annotation {
    let form: PDFReference
    let placement: [Double]
  }

  init(_ parts: PageParts, number: Int, of document: PressDocument) {
    self.document = document.id
    self.number = number
    let isLying = parts.turn % 180 != 0
    width = (isLying ? parts.box.height : parts.box.width) * parts.unit
    height = (isLying ? parts.box.width : parts.box.height) * parts.unit
    placement = parts.placement
    group = parts.group
    form = Self.form(parts)
    annotations = parts.annotations.compactMap { annotation in
      guard case .picture(let form, let scaleX, let scaleY, let x, let y) = annotation else {
        return nil
      }
      return Annotation(form: form, placement: [scaleX, 0, 0, scaleY, x, y])
    }
    hasOpenAnnotation = parts.annotations.contains(.leftToReaders)
    var appearances = PDFText()
    for annotation in annotations { appearances += PDFText(to: annotation.form) }
    var closure = document.closure(of: [form.text, parts.group ?? PDFText(), appearances])
    closure?.makeup.formUnion(parts.makeup)
    self.closure = closure
    annotationFonts = document.closure(of: [appearances])?.makeup.missingFonts ?? [""]
    let isBorrowed = closure?.makeup.traits.contains(.borrowedNames) ?? false
    names = isBorrowed ? parts.names : []
    pictures = isBorrowed ? parts.pictures : []
  }

  /// The page's form: its operators and names, cut off at its box.
  private static func form(_ parts: PageParts) -> PDFNode {
    let isPacked = !parts.content.isOneStream && !parts.content.bytes.isEmpty
    var text = PDFText("<< /BBox [ ")
    for edge in [parts.box.left, parts.box.bottom, parts.box.right, parts.box.top] {
      text += PDFNumber.text(edge) + " "
    }
    text += "]"
    if isPacked { text += " /Filter /FlateDecode" }
    for entry in parts.content.filter {
      text += " " + entry.key + " "
      text += entry.value
    }
    text += " /Resources "
    text += parts.resources
    text += " /Subtype /Form /Type /XObject >>"
    return PDFNode(
      text: text, data: isPacked ? deflated(parts.content.bytes) : parts.content.bytes)
  }
}

extension PageParts {
  /// Turned, moved and enlarged so that the box lies upright with its corner at the origin.
  fileprivate var placement: [Double] {
    let matrix: [Double] =
      switch turn {
      case 90: [0, -1, 1, 0, -box.bottom, box.right]
      case 180: [-1, 0, 0, -1, box.right, box.top]
      case 270: [0, 1, -1, 0, box.top, -box.left]
      default: [1, 0, 0, 1, -box.left, -box.bottom]
      }
    return matrix.map { $0 * unit }
  }
}
