import QPDF

/// An object of a job.
enum ObjectKey: Hashable {
  case catalog
  case pageTree
  /// A side of paper, counted from 0.
  case sheet(Int)
  /// What is drawn on it.
  case content(Int)
  /// A page of a document as a form.
  case form(document: Int, page: Int)
  /// An object of a document.
  case source(document: Int, PDFReference)
}

/// An object's value, with a gap for every reference in it, and a stream's bytes.
struct JobObject {
  var text: [UInt8] = []
  var gaps: [(offset: Int, target: ObjectKey)] = []
  var data: [UInt8]?

  init(_ text: String) { self.text = Array(text.utf8) }

  init(_ node: PDFNode, of document: Int) {
    append(node.text, of: document)
    data = node.data
  }

  mutating func append(_ text: String) { self.text += Array(text.utf8) }

  mutating func append(_ target: ObjectKey) { gaps.append((text.count, target)) }

  mutating func append(_ text: PDFText, of document: Int) {
    for gap in text.gaps {
      gaps.append((self.text.count + gap.offset, .source(document: document, gap.target)))
    }
    self.text += text.bytes
  }
}

/// All objects of a job: what `JobWriter` writes, and what `JobProof` looks for in the finished file.
///
/// Values are written as libqpdf writes them, keys in order, so that equal values are equal texts.
struct JobGraph {
  let sheets: [Sheet]
  let documents: [Int: PressDocument]

  /// An object.
  ///
  /// - Throws: `ProofFault.unreadable` for an object that its document cannot give.
  func object(_ key: ObjectKey) throws -> JobObject {
    switch key {
    case .catalog:
      var object = JobObject("<< /Pages ")
      object.append(.pageTree)
      object.append(" /Type /Catalog >>")
      return object
    case .pageTree: return pageTree
    case .sheet(let index): return page(index)
    case .content(let index):
      var object = JobObject("<< >>")
      object.data = sheets[index].content
      return object
    case .form(let document, let page):
      guard let form = documents[document]?.page(page)?.form else { throw ProofFault.unreadable }
      return JobObject(form, of: document)
    case .source(let document, let reference):
      guard let node = documents[document]?.node(reference) else { throw ProofFault.unreadable }
      return JobObject(node, of: document)
    }
  }

  private var pageTree: JobObject {
    var object = JobObject("<< /Count \(sheets.count) /Kids [ ")
    for index in sheets.indices {
      object.append(.sheet(index))
      object.append(" ")
    }
    object.append("] /Type /Pages >>")
    return object
  }

  private func page(_ index: Int) -> JobObject {
    let sheet = sheets[index]
    var object = JobObject("<< /Contents ")
    object.append(.content(index))
    if let base = sheet.base, let group = base.group {
      object.append(" /Group ")
      object.append(group, of: base.document)
    }
    let (width, height) = (PDFNumber.text(sheet.width), PDFNumber.text(sheet.height))
    object.append(" /MediaBox [ 0 0 \(width) \(height) ] /Parent ")
    object.append(.pageTree)
    object.append(" /Resources << ")
    appendNames(of: sheet, to: &object)
    object.append(">> /Type /Page >>")
    return object
  }

  /// The forms of a side of paper, and the names that forms of the page itself use without having them.
  private func appendNames(of sheet: Sheet, to object: inout JobObject) {
    let ours = sheet.forms.map { ($0.name, Array($0.name.utf8), $0.key) }
    guard !ours.isEmpty || sheet.base?.names.isEmpty == false else { return }
    let pictures = Array("/XObject".utf8)
    let document = sheet.base?.document ?? DrawingBoard.document
    let names = sheet.base?.names ?? []
    let split =
      names.firstIndex { pictures.lexicographicallyPrecedes($0.name) } ?? names.endIndex
    for entry in names[..<split] { append(entry, of: document, to: &object) }
    object.append("/XObject << ")
    var rest = (sheet.base?.pictures ?? [])[...]
    for (name, bytes, key) in ours.sorted(by: { $0.1.lexicographicallyPrecedes($1.1) }) {
      while let entry = rest.first, entry.name.lexicographicallyPrecedes(bytes) {
        append(entry, of: document, to: &object)
        rest.removeFirst()
      }
      object.append("\(name) ")
      object.append(key)
      object.append(" ")
    }
    for entry in rest { append(entry, of: document, to: &object) }
    object.append(">> ")
    for entry in names[split...] { append(entry, of: document, to: &object) }
  }

  private func append(_ entry: PageParts.Entry, of document: Int, to object: inout JobObject) {
    object.append(entry.key + " ")
    object.append(entry.value, of: document)
    object.append(" ")
  }
}
