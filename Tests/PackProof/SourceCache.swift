import Foundation

/// Keeps the pictures of source pages, which come again in every copy.
final class SourceCache {
  private struct Key: Hashable {
    let file: URL
    let page: Int
  }

  private var rasters: [Key: Raster] = [:]

  /// The picture of a page of a material.
  func raster(_ file: URL, page: Int) throws -> Raster {
    let key = Key(file: file, page: page)
    if let raster = rasters[key] { return raster }
    let raster = try Rasters.draw(file, pages: page...page) { pictures in
      try Raster(pgm: Data(contentsOf: pictures[0]))
    }
    rasters[key] = raster
    return raster
  }
}
