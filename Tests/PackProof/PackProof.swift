public import Exam
public import Foundation
public import Planning

/// Proves that a received print file is what the plan says, independently of what composed it.
public struct PackProof {
  private let plan: Plan
  private let sourceFile: (PlanDocument) -> URL
  private let cache = SourceCache()

  static let pagesAtOnce = 32
  private static let allowedPixels = 4

  /// Makes a proof for a plan; `sourceFile` tells where a document's PDF lies.
  public init(plan: Plan, sourceFile: @escaping (PlanDocument) -> URL) {
    self.plan = plan
    self.sourceFile = sourceFile
  }

  /// Everything that is wrong with a print file.
  ///
  /// `items`: What a reprint repeats after its slip; nil for the whole pack.
  public func problems(
    pdf: URL, pack: PackID, attempt: Int, revision: Int, items: [ItemID]?
  ) throws -> [ProofProblem] {
    guard let planned = plan.pack(pack) else { throw Failure.noPack(pack) }
    let expected = ExpectedPage.all(
      of: plan, pack: planned, attempt: attempt, revision: revision, items: items)
    let byMark = Dictionary(
      expected.compactMap { page in page.mark.map { ($0, page) } }, uniquingKeysWith: { $1 })
    let count = try Rasters.pageCount(pdf)
    var found: [[Mark]] = []
    var contents: [ProofProblem] = []
    for first in stride(from: 1, through: count, by: Self.pagesAtOnce) {
      let pages = first...min(count, first + Self.pagesAtOnce - 1)
      let words = try Words.boxes(of: pdf, pages: pages)
      try Rasters.draw(pdf, pages: pages) { pictures in
        let marks = try MarkReader.read(pictures)
        for (index, picture) in pictures.enumerated() {
          let mark = marks[index].first
          let number = first + index
          let planned = mark.flatMap { byMark[$0] } ?? unmarked(number, of: expected)
          guard let planned else { continue }
          contents += try compare(picture, number, with: planned, words[index])
        }
        found += marks
      }
    }
    return Self.several(found)
      + MarkOrder.compare(expected: expected.map(\.mark), found: found.map(\.first))
      + contents
  }

  /// A problem of the question, not of the file.
  public enum Failure: Error {
    /// The plan has no such pack.
    case noPack(PackID)
  }

  private func unmarked(_ number: Int, of expected: [ExpectedPage]) -> ExpectedPage? {
    guard expected.indices.contains(number - 1), expected[number - 1].mark == nil else {
      return nil
    }
    return expected[number - 1]
  }

  private static func several(_ found: [[Mark]]) -> [ProofProblem] {
    found.enumerated().filter { $1.count > 1 }
      .map { .severalMarks(page: $0 + 1, marks: $1) }
  }

  private func compare(
    _ picture: URL, _ number: Int, with expected: ExpectedPage, _ words: [String: [PixelBox]]
  ) throws -> [ProofProblem] {
    guard expected.isBlank || expected.source != nil else { return [] }
    var page = try Raster(pgm: Data(contentsOf: picture))
    guard let source = expected.source else {
      return page.isBlank ? [] : [.notBlank(page: number)]
    }
    let original = try cache.raster(sourceFile(source.document), page: source.page)
    guard page.width == original.width, page.height == original.height else {
      return [.size(page: number)]
    }
    if let code = expected.code {
      // A code that the page has itself stays.
      let set = (words[code] ?? []).filter { page.ink(in: $0) > original.ink(in: $0) }
      guard !set.isEmpty else { return [.noCode(page: number)] }
      guard set.allSatisfy({ original.ink(in: $0) == 0 }) else {
        return [.codeOnInk(page: number, source: source.page)]
      }
      page = set.reduce(page) { $0.cleared($1) }
    }
    guard expected.mark != nil else { return content(page, original, number, source.page) }
    guard let area = MarkArea.of(page, over: original), original.ink(in: area.symbol) == 0 else {
      return [.markOnInk(page: number, source: source.page)]
    }
    var bare = page.cleared(area.symbol)
    if original.ink(in: area.line) == 0 { bare = bare.cleared(area.line) }
    return content(bare, original, number, source.page)
  }

  private func content(
    _ page: Raster, _ original: Raster, _ number: Int, _ source: SourcePage
  ) -> [ProofProblem] {
    let pixels = Difference.pixels(page, original)
    return pixels > Self.allowedPixels
      ? [.content(page: number, source: source, pixels: pixels)] : []
  }
}
