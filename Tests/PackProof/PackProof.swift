public import Exam
public import Foundation
public import Planning

/// Proves that a received print file is what the plan says, independently of what composed it.
public struct PackProof {
  private let plan: Plan
  private let sourceFile: (PlanDocument) -> URL
  private let cache = SourceCache()

  private static let pagesAtOnce = 32
  private static let allowedPixels = 4

  /// Makes a proof for a plan; `sourceFile` tells where a document's PDF lies.
  public init(plan: Plan, sourceFile: @escaping (PlanDocument) -> URL) {
    self.plan = plan
    self.sourceFile = sourceFile
  }

  /// Everything that is wrong with a print file.
  ///
  /// - Parameter items: What a reprint repeats after its slip; nil for the whole pack.
  public func problems(
    pdf: URL, pack: PackID, attempt: Int, revision: Int, items: [ItemID]?
  ) throws -> [ProofProblem] {
    guard let planned = plan.pack(pack) else { throw Failure.noPack(pack) }
    let expected = ExpectedPage.all(
      of: plan, pack: planned, attempt: attempt, revision: revision, items: items)
    let byMark = Dictionary(
      expected.compactMap { page in page.mark.map { ($0, page) } }, uniquingKeysWith: { $1 })
    let count = try Rasters.pageCount(pdf)
    var found: [[FoundMark]] = []
    var contents: [ProofProblem] = []
    for first in stride(from: 1, through: count, by: Self.pagesAtOnce) {
      let pages = first...min(count, first + Self.pagesAtOnce - 1)
      try Rasters.draw(pdf, pages: pages) { pictures in
        let marks = try MarkReader.read(pictures)
        for (index, picture) in pictures.enumerated() {
          let mark = marks[index].first
          let number = first + index
          let planned = mark.flatMap { byMark[$0.mark] } ?? unmarked(number, of: expected)
          guard let planned else { continue }
          contents += try compare(picture, number, mark, with: planned)
        }
        found += marks
      }
    }
    return Self.several(found)
      + MarkOrder.compare(expected: expected.map(\.mark), found: found.map { $0.first?.mark })
      + contents
  }

  /// A problem of the question, not of the file.
  public enum Failure: Error {
    /// The plan has no such pack.
    case noPack(PackID)
  }

  private func unmarked(_ number: Int, of expected: [ExpectedPage]) -> ExpectedPage? {
    guard expected.indices.contains(number - 1), expected[number - 1].mark == nil else { return nil }
    return expected[number - 1]
  }

  private static func several(_ found: [[FoundMark]]) -> [ProofProblem] {
    found.enumerated().filter { $1.count > 1 }
      .map { .severalMarks(page: $0 + 1, marks: $1.map(\.mark)) }
  }

  private func compare(
    _ picture: URL, _ number: Int, _ mark: FoundMark?, with expected: ExpectedPage
  ) throws -> [ProofProblem] {
    guard expected.isBlank || expected.source != nil else { return [] }
    let page = try Raster(pgm: Data(contentsOf: picture))
    guard let source = expected.source else {
      return page.isBlank ? [] : [.notBlank(page: number)]
    }
    let original = try cache.raster(sourceFile(source.document), page: source.page.page)
    guard page.width == original.width, page.height == original.height else {
      return [.size(page: number)]
    }
    var problems: [ProofProblem] = []
    let box = mark?.box
    if let box, Difference.hasInk(original, in: MarkArea.quiet(box)) {
      problems.append(.markOnInk(page: number, source: source.page))
    }
    let pixels = Difference.pixels(
      page, original, outside: box.map { MarkArea.whole($0, pageWidth: page.width) })
    if pixels > Self.allowedPixels {
      problems.append(.content(page: number, source: source.page, pixels: pixels))
    }
    return problems
  }
}

/// Where a mark's symbol and its line stand.
enum MarkArea {
  /// The symbol and four modules of quiet zone.
  static func quiet(_ box: PixelBox) -> PixelBox { grown(box, by: 1.5) }

  /// The symbol and the line beside it, towards the middle of the page.
  static func whole(_ box: PixelBox, pageWidth: Int) -> PixelBox {
    let isRight = box.left + box.right > pageWidth
    let line = pixels(48)
    return grown(box, by: 2).grown(
      left: isRight ? line : 0, top: 0, right: isRight ? 0 : line, bottom: 0)
  }

  private static func grown(_ box: PixelBox, by millimetres: Double) -> PixelBox {
    let side = pixels(millimetres)
    return box.grown(left: side, top: side, right: side, bottom: side)
  }

  private static func pixels(_ millimetres: Double) -> Int {
    Int((millimetres / 25.4 * Double(Rasters.resolution)).rounded())
  }
}
