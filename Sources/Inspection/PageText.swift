public import Poppler

/// The characters of a page where they stand.
public struct PageText: Sendable {
  private let glyphs: [PDFGlyph]

  /// Reads a page.
  public init(of page: borrowing PDFPage) { glyphs = page.glyphs }

  private init(_ glyphs: [PDFGlyph]) { self.glyphs = glyphs }

  /// All of it, in reading order.
  var whole: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: glyphs.lazy.map(\.scalar))
    return String(text)
  }

  /// The characters between two edges and two heights that are no blanks.
  func marks(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [PDFGlyph] {
    glyphs.filter { !$0.isBlank && x.contains($0.x) && y.contains($0.y) }
  }

  /// Whether it is known where the characters stand.
  public var isPlaced: Bool { !glyphs.isEmpty }

  /// The text inside a rectangle (points from the upper left corner), in reading order.
  ///
  /// What stands on one line beside the rectangle is left out, and so are lines without anything in
  /// it.
  public func text(x: ClosedRange<Double>, y: ClosedRange<Double>) -> String {
    var lines: [String.UnicodeScalarView] = [.init()]
    for glyph in glyphs {
      if glyph.scalar == "\n" {
        lines.append(.init())
      } else if x.contains(glyph.x), y.contains(glyph.y) {
        lines[lines.count - 1].append(glyph.scalar)
      }
    }
    return lines.filter { !$0.allSatisfy(\.properties.isWhitespace) }.map { String($0) }
      .joined(separator: "\n")
  }

  /// How far most of the text between two edges is turned clockwise: 0, 90, 180 or 270 degrees.
  public func turn(x: ClosedRange<Double>) -> Int {
    var steps = [0, 0, 0, 0]
    for (last, next) in zip(glyphs, glyphs.dropFirst()) where x.contains(last.x) {
      guard last.scalar != "\n", next.scalar != "\n" else { continue }
      let (right, down) = (next.x - last.x, next.y - last.y)
      if abs(right) > 2 * abs(down) {
        steps[right > 0 ? 0 : 2] += 1
      } else if abs(down) > 2 * abs(right) {
        steps[down > 0 ? 1 : 3] += 1
      }
    }
    let most = steps.max() ?? 0
    guard most >= Self.fewest, most * 2 > steps.reduce(0, +) else { return 0 }
    return (steps.firstIndex(of: most) ?? 0) * 90
  }

  /// Fewer steps than these say nothing of a page.
  private static let fewest = 20
}

extension PageText {
  /// The words that somebody can see on the paper: the others are white, covered, or smaller than a speck.
  ///
  /// `ink` is that of the page from an edge on.
  func seen(on ink: Ink, from left: Double) -> PageText {
    let words = glyphs.split(omittingEmptySubsequences: false) { $0.isBlank }
    var seen: [PDFGlyph] = []
    for word in words {
      if word.contains(where: { $0.isLarge && ink.isInked($0, from: left) }) { seen += word }
      if word.endIndex < glyphs.endIndex { seen.append(glyphs[word.endIndex]) }
    }
    return PageText(seen)
  }
}

extension PDFGlyph {
  /// Nobody reads letters that are smaller, in points.
  private static let smallest = 2.0

  fileprivate var isBlank: Bool { scalar.properties.isWhitespace }

  fileprivate var isLarge: Bool { max(right - left, bottom - top) >= Self.smallest }
}
