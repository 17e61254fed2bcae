public import Exam
public import Foundation

extension PackProof {
  /// The mark of each page of a print file; nil where a page has none.
  public static func marks(of pdf: URL) throws -> [Mark?] {
    let count = try Rasters.pageCount(pdf)
    return try stride(from: 1, through: count, by: pagesAtOnce).flatMap { first in
      let pages = first...min(count, first + pagesAtOnce - 1)
      return try Rasters.draw(pdf, pages: pages) { try MarkReader.read($0).map(\.first) }
    }
  }
}
