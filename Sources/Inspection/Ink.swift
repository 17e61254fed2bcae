public import Cairo

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
      func tone() -> PaperTone {
        var histogram = [Int](repeating: 0, count: 256)
        for y in 0..<height {
          for x in 0..<width { histogram[Int(darkest(y * stride + x * 4))] += 1 }
        }
        return PaperTone(histogram: histogram)
      }
      let paper = known ?? tone()
      var words = [UInt64](repeating: 0, count: wordsPerRow * height)
      for y in 0..<height {
        for x in 0..<width where darkest(y * stride + x * 4) < paper.lightestInk {
          words[y * wordsPerRow + x / 64] |= 1 << UInt64(x % 64)
        }
      }
      return (words, paper)
    }
  }

  /// Whether nothing at all is drawn, but the paper's own tone.
  public var isBlank: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a rectangle (points from the top left corner) lies on the page and is free of ink.
  public func isFree(x: Double, y: Double, width: Double, height: Double) -> Bool {
    let right = Int((x + width).rounded(.up))
    let bottom = Int((y + height).rounded(.up))
    guard x >= 0, y >= 0, right <= self.width, bottom <= self.height else { return false }
    let specks = (Int(y)..<bottom).reduce(0) { sum, row in
      sum
        + (Int(x)..<right).count { column in
          words[row * wordsPerRow + column / 64] & (1 << UInt64(column % 64)) != 0
        }
    }
    let area = Double((right - Int(x)) * (bottom - Int(y)))
    return Double(specks) <= area * paper.speckShare
  }
}

extension Ink {
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

  /// Darker grounds are no paper.
  private static let darkestPaper = 150
  /// How far a scanner's noise goes below the tone.
  private static let noise = 28
  /// A ground is what most of the page is.
  private static let groundShare = 0.4

  /// Finds the tone of a page.
  ///
  /// - Parameter histogram: How many pixels have each value, 256 of them.
  init(histogram: [Int]) {
    let all = histogram.reduce(0, +)
    let window = 9
    func share(around value: Int) -> Int {
      histogram[max(0, value - window)...min(255, value + window)].reduce(0, +)
    }
    let white = histogram[250...].reduce(0, +)
    let best = (Self.darkestPaper...249).max { share(around: $0) < share(around: $1) } ?? 255
    guard Double(white) < Double(all) * Self.groundShare,
      Double(share(around: best)) >= Double(all) * Self.groundShare
    else {
      self = .white
      return
    }
    self.init(lightestInk: UInt8(best - Self.noise), speckShare: 0.004)
  }
}
