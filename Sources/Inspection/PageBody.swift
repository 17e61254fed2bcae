import Poppler

/// What is drawn between a page's header and its foot: letters that can be read, or something else.
struct PageBody {
  private let ink: Ink
  private let rows: Range<Int>

  init(_ ink: Ink, y: ClosedRange<Double>) {
    self.ink = ink
    rows = (Int(y.lowerBound)..<Int(y.upperBound)).clamped(to: 0..<ink.rows)
  }

  /// The side of a square that is looked at, in points: about a letter.
  private static let side = 12
  /// So many dots of a square are more than a speck, or than where rules cross.
  private static let fewestDots = 14
  /// A straight line that is longer and not thicker is a rule to write on, or a table's.
  private static let (shortestRule, thickestRule) = (16, 4)

  /// A square of the page.
  private struct Square: Hashable {
    let column: Int
    let row: Int
  }

  /// How many squares have ink that is no rule, with a character in them and without.
  func squares(_ glyphs: [PDFGlyph], from left: Double) -> (lettered: Int, others: Int) {
    let inked = inkedSquares()
    let lettered = Set(glyphs.flatMap { squares(under: $0, from: left) })
    let others = inked.count { !lettered.contains($0) }
    return (inked.count - others, others)
  }

  private func squares(under glyph: PDFGlyph, from left: Double) -> [Square] {
    func square(_ points: Double) -> Int { Int((points / Double(Self.side)).rounded(.down)) }
    let columns = square(glyph.left - left)...square(max(glyph.left, glyph.right) - left)
    return (square(glyph.top)...square(max(glyph.top, glyph.bottom))).flatMap { row in
      columns.map { Square(column: $0, row: row) }
    }
  }

  private func inkedSquares() -> Set<Square> {
    let across = runs(rows.count, ink.columns) { ink.isInk(x: $1, y: rows.lowerBound + $0) }
    let down = runs(ink.columns, rows.count) { ink.isInk(x: $0, y: rows.lowerBound + $1) }
    var counts: [Square: Int] = [:]
    for (line, y) in rows.enumerated() {
      for x in 0..<ink.columns where across[line * ink.columns + x] > 0 {
        let (width, height) = (across[line * ink.columns + x], down[x * rows.count + line])
        if isRule(width, height) || isRule(height, width) { continue }
        counts[Square(column: x / Self.side, row: y / Self.side), default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= Self.fewestDots }.keys)
  }

  private func isRule(_ length: Int, _ thickness: Int) -> Bool {
    length >= Self.shortestRule && thickness <= Self.thickestRule
  }

  /// For each dot of so many lines how long its run of ink is; 0 for paper.
  private func runs(
    _ lines: Int, _ length: Int, _ isInk: (_ line: Int, _ place: Int) -> Bool
  ) -> [Int] {
    var runs = [Int](repeating: 0, count: lines * length)
    for line in 0..<lines {
      var start = 0
      for place in 0...length where place == length || !isInk(line, place) {
        for dot in start..<place { runs[line * length + dot] = place - start }
        start = place + 1
      }
    }
    return runs
  }
}

extension PageText {
  /// So many characters tell what a page is about.
  private static let enough = 60
  /// So many squares are more than an ornament.
  private static let fewest = 15

  /// Whether a part of a page has few characters, and ink that is none of theirs.
  func leavesOpen(_ ink: Ink, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Bool {
    guard marks(x: x, y: y).count < Self.enough else { return false }
    let squares = PageBody(ink, y: y).squares(
      marks(x: x, y: 0...Double(ink.rows)), from: x.lowerBound)
    return squares.others >= Self.fewest && squares.others > 2 * squares.lettered
  }
}
