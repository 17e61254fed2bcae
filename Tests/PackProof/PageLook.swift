import Exam
public import Foundation

/// One page of a printed file, as mupdf and zbar see it.
public enum PageLook {
  /// The texts of the marks on a page, counted from 1.
  public static func marks(of pdf: URL, page: Int) throws -> [String] {
    try Rasters.draw(pdf, pages: page...page) { pictures in
      try MarkReader.read(pictures).flatMap { $0 }.map(\.text)
    }
  }

  /// Whether a page is dark at a point, measured from its top left corner in 1/72 inch.
  public static func isDark(of pdf: URL, page: Int, x: Int, y: Int) throws -> Bool {
    try Rasters.draw(pdf, pages: page...page) { pictures in
      let raster = try Raster(pgm: Data(contentsOf: pictures[0]))
      let (column, row) = (x * Rasters.resolution / 72, y * Rasters.resolution / 72)
      let word = raster.dark.words[row * raster.dark.stride + column / 64]
      return word & (1 << UInt64(column % 64)) != 0
    }
  }
}
