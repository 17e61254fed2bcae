import Exam
import Foundation

/// Keeps the pictures of source pages, which come again in every copy.
final class SourceCache {
  private struct Key: Hashable {
    let file: URL
    let page: Int
    let half: PageHalf?
  }

  private var rasters: [Key: Raster] = [:]

  /// The picture of a page of a material, or of a half of it.
  func raster(_ file: URL, page: SourcePage) throws -> Raster {
    let key = Key(file: file, page: page.page, half: page.half)
    if let raster = rasters[key] { return raster }
    let raster =
      if let half = page.half {
        try Rasters.cutInHalves(file) { try draw($0, 2 * page.page - (half == .left ? 1 : 0)) }
      } else {
        try draw(file, page.page)
      }
    rasters[key] = raster
    return raster
  }

  private func draw(_ file: URL, _ page: Int) throws -> Raster {
    try Rasters.draw(file, pages: page...page) { pictures in
      try Raster(pgm: Data(contentsOf: pictures[0]))
    }
  }
}
