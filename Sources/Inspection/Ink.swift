public import Cairo
import Poppler

/// Where a page has ink: a raster with one bit a square point.
public struct Ink: Sendable {
  private let width: Int
  private let height: Int
  private let wordsPerRow: Int
  private let words: [UInt64]
  /// The paper's own tone.
  public let paper: PaperTone

  /// Looks where anything on a page's picture, a dot a point, is darker than its paper.
  ///
  /// The picture tells the paper's tone, where it is not known from a larger one.
  public init(of image: ImageSurface, paper known: PaperTone? = nil) {
    let (width, height) = (image.width, image.height)
    let wordsPerRow = (width + 63) / 64
    (self.width, self.height, self.wordsPerRow) = (width, height, wordsPerRow)
    (words, paper) = unsafe image.withPixels { bytes, stride in
      /// The darkest channel of a dot; most dots are white, and told at a glance.
      func darkest(_ offset: Int) -> UInt8 {
        let dot = unsafe bytes.load(fromByteOffset: offset, as: UInt32.self)
        if dot == .max { return 255 }
        return UInt8(min(dot & 255, dot >> 8 & 255, dot >> 16 & 255))
      }
      func histogram(_ rows: Range<Int>, _ columns: Range<Int>) -> [Int] {
        var histogram = [Int](repeating: 0, count: 256)
        for y in rows {
          for x in columns { histogram[Int(darkest(y * stride + x * 4))] += 1 }
        }
        return histogram
      }
      let whole = known.map { PaperGround.even($0) } ?? .of(histogram(0..<height, 0..<width))
      var words = [UInt64](repeating: 0, count: wordsPerRow * height)
      for tile in whole.tiles(width, height) {
        let tone = whole.tone ?? PaperGround.of(histogram(tile.rows, tile.columns)).tone ?? .white
        for y in tile.rows {
          for x in tile.columns where darkest(y * stride + x * 4) < tone.lightestInk {
            words[y * wordsPerRow + x / 64] |= 1 << UInt64(x % 64)
          }
        }
      }
      return (words, whole.tone ?? .uneven)
    }
  }

  /// Whether nothing at all is drawn, but the paper's own tone.
  public var isBlank: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a rectangle (points from the top left corner) lies on the page and is free of ink.
  public func isFree(x: Double, y: Double, width: Double, height: Double) -> Bool {
    let right = Int((x + width).rounded(.up))
    let bottom = Int((y + height).rounded(.up))
    guard x >= 0, y >= 0, right <= self.width, bottom <= self.height else { return false }
    let columns = (Int(x)..<right).clamped(to: paperColumns)
    let rows = (Int(y)..<bottom).clamped(to: paperRows)
    let dots = paper.isTinted ? blots(columns, rows) : inkedDots(columns, rows).count
    return Double(dots) <= Double(columns.count * rows.count) * paper.speckShare
  }

  /// So many dots beside each other are a speck of dust, or of a scanner's noise.
  private static let largestSpeck = 4

  /// A dot of the raster.
  private struct Dot: Hashable {
    let x: Int
    let y: Int
  }

  private func inkedDots(_ columns: Range<Int>, _ rows: Range<Int>) -> Set<Dot> {
    Set(
      rows.flatMap { y in
        columns.lazy.filter { isInk(x: $0, y: y) }.map { Dot(x: $0, y: y) }
      })
  }

  /// How many dots of a rectangle belong to something larger than a speck.
  private func blots(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
    var left = inkedDots(columns, rows)
    var count = 0
    while let first = left.popFirst() {
      var (blot, waiting) = (1, [first])
      while let dot = waiting.popLast() {
        for (x, y) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
          let other = Dot(x: dot.x + x, y: dot.y + y)
          if left.remove(other) != nil {
            blot += 1
            waiting.append(other)
          }
        }
      }
      if blot > Self.largestSpeck { count += blot }
    }
    return count
  }
}

extension Ink {
  /// A photocopier's dark edges reach so far into a page, in points.
  private static let widestEdge = 22

  /// Whether the page has a ground of its own, or dark edges: the mark stands on a white field.
  public var isScan: Bool {
    paper.isTinted || paperColumns.count < width || paperRows.count < height
  }

  /// The columns between dark edges.
  private var paperColumns: Range<Int> {
    between(width) { count(column: $0, 0..<height) * 10 >= height * 8 }
  }

  /// The rows between dark edges.
  private var paperRows: Range<Int> {
    between(height) { count(row: $0, 0..<width) * 10 >= width * 8 }
  }

  private func between(_ all: Int, _ isDark: (Int) -> Bool) -> Range<Int> {
    let edge = min(Self.widestEdge, all / 2)
    let first = (0..<edge).first { !isDark($0) } ?? edge
    let last = (0..<edge).first { !isDark(all - 1 - $0) } ?? edge
    return first..<all - last
  }

  /// The dots of a row.
  var columns: Int { width }
  /// The rows.
  var rows: Int { height }
  /// So many dots of a free line may be specks; none on white paper.
  var specks: Int { paper.isTinted ? 2 : 0 }

  /// Whether a dot is darker than the paper.
  func isInk(x: Int, y: Int) -> Bool {
    words[y * wordsPerRow + x / 64] & (1 << UInt64(x % 64)) != 0
  }

  /// How many dots of a part of a row are ink.
  func count(row: Int, _ columns: Range<Int>) -> Int {
    columns.count { isInk(x: $0, y: row) }
  }

  /// How many dots of a part of a column are ink.
  func count(column: Int, _ rows: Range<Int>) -> Int {
    rows.count { isInk(x: column, y: $0) }
  }
}

extension Ink {
  /// Whether there is ink where a character stands; `left` is the edge that the ink begins at.
  func isInked(_ glyph: PDFGlyph, from left: Double) -> Bool {
    let columns = Self.dots(glyph.left - left, glyph.right - left).clamped(to: 0..<width)
    let rows = Self.dots(glyph.top, glyph.bottom).clamped(to: 0..<height)
    return rows.contains { row in columns.contains { isInk(x: $0, y: row) } }
  }

  private static func dots(_ first: Double, _ last: Double) -> Range<Int> {
    let start = Int(first.rounded(.down))
    return start..<max(start, Int(last.rounded(.up)))
  }
}

/// The tone of a page's paper: white, or the even light ground of a scan.
public struct PaperTone: Hashable, Sendable {
  /// Anything darker is ink; 0…255, the darkest of a pixel's channels.
  public let lightestInk: UInt8
  /// How much of a free place may be specks; nothing on white paper.
  public let speckShare: Double

  /// Whether the page has a ground of its own.
  public var isTinted: Bool { speckShare > 0 }

  /// White paper: any channel visibly below white counts as ink.
  public static let white = PaperTone(lightestInk: 250, speckShare: 0)

  private init(lightestInk: UInt8, speckShare: Double) {
    self.lightestInk = lightestInk
    self.speckShare = speckShare
  }

  /// The paper of a page whose ground has many tones, as a photograph's has in uneven light.
  static let uneven = PaperTone(lightestInk: 250, speckShare: share)

  /// How much of a free place on a ground of its own may be specks.
  private static let share = 0.004

  /// A ground around a value, with so much noise below it.
  fileprivate init(around value: Int, noise: Int) {
    self.init(lightestInk: UInt8(max(1, value - noise)), speckShare: Self.share)
  }
}

/// What a picture of a page has behind its ink.
private enum PaperGround {
  /// One tone.
  case even(PaperTone)
  /// None that most of it has.
  case uneven

  var tone: PaperTone? {
    switch self {
    case .even(let tone): tone
    case .uneven: nil
    }
  }

  /// Darker grounds are no paper.
  private static let darkestPaper = 150
  /// How far a scanner's noise goes below the tone, at least and at most.
  private static let noise = (least: 28, most: 56)
  /// A ground is what most of the page is.
  private static let groundShare = 0.4
  /// The side of a part that has a tone of its own where the whole has none, in dots.
  private static let side = 64

  /// Finds the ground of pixels of which it is known how many have each of 256 values.
  static func of(_ histogram: [Int]) -> PaperGround {
    let all = Double(histogram.reduce(0, +))
    let window = 9
    func share(around value: Int, _ window: Int) -> Double {
      Double(histogram[max(0, value - window)...min(255, value + window)].reduce(0, +)) / all
    }
    if share(around: 255, 5) >= groundShare { return .even(.white) }
    let best =
      (darkestPaper...249).max { share(around: $0, window) < share(around: $1, window) } ?? 255
    guard share(around: best, window) >= groundShare else { return .uneven }
    // Half as many dots lie so far below the tone; noise goes about four times as far.
    let half = share(around: best, 1) / 2
    let far = (1..<noise.most / 4).first { share(around: best - $0, 1) < half } ?? noise.most / 4
    return .even(PaperTone(around: best, noise: min(noise.most, max(noise.least, 4 * far))))
  }

  /// The parts of a picture that have each their tone.
  func tiles(_ width: Int, _ height: Int) -> [(rows: Range<Int>, columns: Range<Int>)] {
    if tone != nil { return [(0..<height, 0..<width)] }
    return stride(from: 0, to: height, by: Self.side).flatMap { y in
      stride(from: 0, to: width, by: Self.side).map { x in
        (y..<min(height, y + Self.side), x..<min(width, x + Self.side))
      }
    }
  }
}
