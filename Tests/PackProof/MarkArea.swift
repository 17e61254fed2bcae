/// Where a mark stands on a page: one of the corners that layouts use.
struct MarkArea: Hashable, Sendable {
  /// The symbol and its quiet zone.
  let symbol: PixelBox
  /// The line beside it, towards the middle of the page.
  let line: PixelBox

  private static let side = 13.2
  private static let caption = 45.0
  private static let fromSide = 8.0
  private static let fromEdge = 6.0

  /// The four corners of a page.
  static func corners(width: Int, height: Int) -> [MarkArea] {
    [true, false].flatMap { isBottom in
      [true, false].map { isRight in
        let near = pixels(fromSide)
        let far = pixels(fromSide + side)
        let end = pixels(fromSide + side + caption)
        let top = isBottom ? height - pixels(fromEdge + side) : pixels(fromEdge)
        let bottom = top + pixels(side)
        func box(_ from: Int, _ to: Int) -> PixelBox {
          isRight
            ? PixelBox(left: width - to, top: top, right: width - from, bottom: bottom)
            : PixelBox(left: from, top: top, right: to, bottom: bottom)
        }
        return MarkArea(symbol: box(near, far), line: box(far, end))
      }
    }
  }

  /// The corner where a page has a symbol that its source does not have.
  static func of(_ page: Raster, over source: Raster) -> MarkArea? {
    corners(width: page.width, height: page.height)
      .map { (area: $0, ink: page.ink(in: $0.symbol) - source.ink(in: $0.symbol)) }
      .filter { $0.ink > pixels(side) * pixels(side) / 10 }
      .max { $0.ink < $1.ink }?.area
  }

  private static func pixels(_ millimetres: Double) -> Int {
    Int((millimetres / 25.4 * Double(Rasters.resolution)).rounded())
  }
}

/// A rectangle of pixels, its last ones included.
struct PixelBox: Hashable, Sendable {
  let left: Int
  let top: Int
  let right: Int
  let bottom: Int
}
