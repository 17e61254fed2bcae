public import Exam
import Layout
import QPDF

/// Compares a print file, which anybody may have had since, with the job that it claims to be.
///
/// Unlike `JobProof` it goes on after a difference and tells on which pages there are some. How another
/// program has numbered the objects, packed them or put them into one another does not matter.
struct JobComparison {
  private let graph: JobGraph
  private var job: UnpackedFile
  private var file: UnpackedFile
  /// For each form of the job and the object that stands in its place whether they are equal.
  private var known: [Pair: Bool] = [:]

  private struct Pair: Hashable {
    let expected: PDFReference
    let found: PDFReference
  }

  /// Everything in which a file differs from a job's graph, as it was written.
  ///
  /// - Throws: `ProofFault.unreadable` for a file that cannot be read.
  static func differences(
    _ bytes: [UInt8], _ job: [UInt8], _ graph: JobGraph
  ) throws -> [FileDifference] {
    guard let file = UnpackedFile(bytes), let job = UnpackedFile(job) else {
      throw ProofFault.unreadable
    }
    var comparison = JobComparison(graph: graph, job: job, file: file)
    let (found, expected) = (file.structure.pageCount, graph.sheets.count)
    let count = found == expected ? [] : [FileDifference.pages(found: found, expected: expected)]
    return try count
      + (0..<min(found, expected)).flatMap { try comparison.differences(ofSheet: $0) }
  }

  private init(graph: JobGraph, job: UnpackedFile, file: UnpackedFile) {
    self.graph = graph
    self.job = job
    self.file = file
  }

  private mutating func differences(ofSheet index: Int) throws -> [FileDifference] {
    let page = index + 1
    guard let expected = job.page(page), let found = file.page(page) else {
      throw ProofFault.unreadable
    }
    let content = graph.sheets[index].content
    let theirs = file.structure.operators(ofPage: page)
    let marks = (MarkReading.text(in: content), theirs.flatMap(MarkReading.text))
    var differences: [FileDifference] = []
    if marks.0 != marks.1 {
      differences.append(.mark(page: page, found: marks.1, expected: marks.0))
    } else if theirs != content {
      differences.append(.content(page: page))
    }
    guard expected.isLike(found) else { return differences + [.frame(page: page)] }
    let forms = try graph.object(.sheet(index)).gaps.map(\.target)
    for (form, pair) in zip(forms, zip(expected.text.gaps, found.text.gaps)) {
      guard let document = form.document else { continue }
      let isSame = isEqual(Pair(expected: pair.0.target, found: pair.1.target))
      if !isSame {
        let isOurs = document == DrawingBoard.document
        differences.append(isOurs ? .paper(page: page) : .material(page: page))
      }
    }
    return differences.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether an object, and all that it uses, is what stands in its place.
  private mutating func isEqual(_ first: Pair) -> Bool {
    if let known = known[first] { return known }
    var seen: Set<Pair> = [first]
    var waiting = [first]
    var isEqual = true
    while isEqual, let pair = waiting.popLast() {
      guard let expected = job.whole(pair.expected), let found = file.whole(pair.found),
        expected.isLike(found), expected.data == found.data
      else {
        isEqual = false
        break
      }
      for (one, other) in zip(expected.text.gaps, found.text.gaps) {
        let next = Pair(expected: one.target, found: other.target)
        if seen.insert(next).inserted { waiting.append(next) }
      }
    }
    known[first] = isEqual
    return isEqual
  }
}

/// A PDF whose streams are compared by what is in them; each object is read once.
private struct UnpackedFile {
  let structure: PDFStructure
  private var nodes: [PDFReference: PDFNode] = [:]

  init?(_ bytes: [UInt8]) {
    guard let structure = PDFStructure(bytes, password: nil) else { return nil }
    self.structure = structure
  }

  mutating func node(_ reference: PDFReference) -> PDFNode? {
    if let known = nodes[reference] { return known }
    let node = structure.unpackedNode(reference)
    nodes[reference] = node
    return node
  }

  /// Values that lie deeper, or are longer, are left where they are.
  private static let deepest = 6
  private static let longest = 1 << 20

  /// An object with the values that it refers to in their places; only streams are objects in any case.
  mutating func whole(_ reference: PDFReference) -> PDFNode? {
    node(reference).map { node in
      PDFNode(text: filled(node.text, within: [reference]), data: node.data)
    }
  }

  private mutating func filled(_ text: PDFText, within: [PDFReference]) -> PDFText {
    let filled = text.replacingReferences { target in
      guard within.count < Self.deepest, !within.contains(target), let node = node(target),
        node.data == nil
      else {
        return PDFText(to: target)
      }
      return self.filled(node.text, within: within + [target])
    }
    return filled.bytes.count > Self.longest ? text : filled
  }

  mutating func page(_ number: Int) -> PDFNode? {
    structure.reference(ofPage: number).flatMap { node($0) }
  }
}

extension PDFNode {
  /// Whether the values are the same, but for where their references lead.
  fileprivate func isLike(_ other: PDFNode) -> Bool {
    text.bytes == other.text.bytes && text.gaps.map(\.offset) == other.text.gaps.map(\.offset)
  }
}

extension ObjectKey {
  /// The document of what is drawn on a page; nil for what pages hang on.
  fileprivate var document: Int? {
    switch self {
    case .form(let document, _), .source(let document, _): document
    case .catalog, .pageTree, .sheet, .content: nil
    }
  }
}

/// Reads the mark of a page from its operators, as `Sheet` writes them.
enum MarkReading {
  /// The text of the mark; nil where there is none of ours.
  static func text(in content: [UInt8]) -> String? {
    guard let head = content.firstRange(of: Array("BI /W ".utf8)),
      let data = content[head.upperBound...].firstRange(of: Array("/F /AHx ID\n".utf8)),
      let end = content[data.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let width = content[head.upperBound..<data.lowerBound].prefix { $0 != UInt8(ascii: " ") }
    let digits = content[data.upperBound..<end].compactMap {
      Character(Unicode.Scalar($0)).hexDigitValue
    }
    let rows = stride(from: 0, to: digits.count - 1, by: 2).map {
      ~UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
    return Int(String(decoding: width, as: UTF8.self))
      .flatMap { MarkSymbol.text(rows: rows, side: $0) }
  }
}

extension Composer {
  /// The marks of a print file, page by page; nil where a page has none of ours.
  ///
  /// - Throws: `Trouble` for a file that cannot be read.
  public func marks(of file: [UInt8]) throws -> [String?] {
    guard let structure = PDFStructure(file, password: nil), structure.pageCount > 0 else {
      throw CompositionTrouble.noPrintFile
    }
    return (1...structure.pageCount).map { page in
      structure.operators(ofPage: page).flatMap(MarkReading.text)
    }
  }

  /// Compares a print file with a job.
  public func compare(
    _ file: [UInt8], with pack: PackID, _ job: JobContent
  ) throws -> FileComparison {
    let graph = try graph(pack, job)
    let written = try JobWriter.write(graph)
    guard written != file else { return FileComparison(isIdentical: true, differences: []) }
    do {
      return FileComparison(
        isIdentical: false, differences: try JobComparison.differences(file, written, graph))
    } catch is ProofFault {
      throw CompositionTrouble.noPrintFile
    }
  }
}
