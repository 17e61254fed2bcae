/// The box that a page has for the participant's code; points from the upper left corner.
public struct CodeBox: Hashable, Sendable {
  /// The left edge of its free inside.
  public let x: Double
  /// The upper edge.
  public let y: Double
  /// The width.
  public let width: Double
  /// The height.
  public let height: Double
  /// How many equal cells it has, one for each digit; 1 for a box without cells.
  public let cells: Int

  /// Makes a box.
  public init(x: Double, y: Double, width: Double, height: Double, cells: Int = 1) {
    (self.x, self.y, self.width, self.height, self.cells) = (x, y, width, height, cells)
  }
}

/// Looks for free paper that lines bound beside a word, in dots, as a picture of the page shows it.
///
/// What drew the lines does not matter: a table, a rectangle, a rule, or characters of a font.
struct CodeBoxFinder {
  /// Where there is ink.
  let ink: Ink
  /// Dots a point.
  let scale: Int
  /// The word in dots.
  let word: Box

  /// A rectangle in dots; the right and the lower edge are not in it.
  struct Box: Hashable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
  }

  /// Free paper, and how many cells it has.
  struct Found: Hashable {
    var box: Box
    var cells: Int
  }

  /// What a box may be like, in points.
  private enum Limit {
    /// Five digits of seven points need so much.
    static let width = 22
    static let height = 9
    /// No box is higher.
    static let tallest = 60
    /// Farther from the word it is another's box.
    static let distance = 57
    /// A closed box ends so far below the word at most; one under the word, so far.
    static let beside = 36
    static let under = 70
    /// A rule without walls stands so close under the word.
    static let rule = 6
    /// Above such a rule people write so high.
    static let writing = 16
    /// Cells of one digit.
    static let cell = 7...40
    static let fewestCells = 4
    static let wall = 3
  }

  /// The box to the right of the word, else the one under it; the rest of the word's own cell at last.
  func found() -> Found? {
    guard let beside = beside() else { return under() }
    return beside.box.left > start ? beside : under() ?? beside
  }

  /// Where the word ends.
  private var start: Int { word.right + scale }

  private func dots(_ points: Int) -> Int { points * scale }

  private func beside() -> Found? {
    let middle = (word.top + word.bottom) / 2
    return lines(in: middle..<word.bottom + dots(Limit.beside), near: start, dots(Limit.distance))
      .lazy.compactMap { y, line in
        above(y, max(start, line.lowerBound)..<line.upperBound)
      }.first { $0.box.left - start <= dots(Limit.distance) }
  }

  /// Closed on all sides: under a word stand many other things.
  private func under() -> Found? {
    let middle = (word.left + word.right) / 2
    return lines(
      in: word.bottom + dots(Limit.height)..<word.bottom + dots(Limit.under), near: middle, 1
    ).lazy.compactMap { y, line -> Found? in
      guard line.contains(middle) else { return nil }
      let runs = freeRuns(line, above: y)
      let own = cells(runs) ?? runs.filter { $0.contains(middle) }
      let boxes = own.compactMap { closed($0, above: y) }
      guard let first = boxes.first, boxes.count == own.count, first.top > word.bottom else {
        return nil
      }
      return joined(boxes)
    }.first
  }

  /// The free paper above a line: cells, else the first run that is wide enough.
  private func above(_ y: Int, _ range: Range<Int>) -> Found? {
    let runs = freeRuns(range, above: y)
    if let cells = cells(runs) {
      let boxes = cells.compactMap { closed($0, above: y) ?? open($0, above: y) }
      if boxes.count == cells.count { return joined(boxes) }
    }
    guard let run = runs.first(where: { $0.count >= dots(Limit.width) }) else { return nil }
    let box = closed(run, above: y, isOpenAt: range.lowerBound) ?? open(run, above: y)
    return box.map { Found(box: $0, cells: 1) }
  }

  private func joined(_ boxes: [Box]) -> Found? {
    guard let first = boxes.first, let last = boxes.last else { return nil }
    let box = Box(
      left: first.left, top: boxes.map(\.top).max() ?? first.top, right: last.right,
      bottom: first.bottom)
    return Found(box: box, cells: boxes.count)
  }

  /// A run with walls and a roof; the word itself may stand where the left wall would be.
  private func closed(_ run: Range<Int>, above y: Int, isOpenAt start: Int? = nil) -> Box? {
    let top = top(of: run, above: y)
    guard y - top < dots(Limit.tallest), top > 0, y - top >= dots(Limit.height),
      isInked(row: top - 1, run), isInked(column: run.upperBound, top..<y),
      run.lowerBound == start || isInked(column: run.lowerBound - 1, top..<y)
    else { return nil }
    return Box(left: run.lowerBound, top: top, right: run.upperBound, bottom: y)
  }

  /// Free paper on a rule under the word's line.
  private func open(_ run: Range<Int>, above y: Int) -> Box? {
    let top = max(top(of: run, above: y), y - dots(Limit.writing))
    guard y <= word.bottom + dots(Limit.rule), y - top >= dots(Limit.height) else { return nil }
    return Box(left: run.lowerBound, top: top, right: run.upperBound, bottom: y)
  }

  /// How high a run is free; its outermost dots are those of softened walls.
  private func top(of run: Range<Int>, above y: Int) -> Int {
    let inner = run.dropFirst(2).dropLast(2)
    var top = y
    while top > 0, y - top < dots(Limit.tallest), ink.count(row: top - 1, inner) <= ink.specks {
      top -= 1
    }
    return top
  }

  /// Runs of equal width with thin walls between them, as many as digits need.
  private func cells(_ runs: [Range<Int>]) -> [Range<Int>]? {
    guard let first = runs.first,
      (dots(Limit.cell.lowerBound)...dots(Limit.cell.upperBound))
        .contains(first.count)
    else { return nil }
    var cells = [first]
    for run in runs.dropFirst() {
      guard let last = cells.last, run.lowerBound - last.upperBound <= dots(Limit.wall),
        abs(run.count - first.count) <= max(2 * scale, first.count / 5)
      else { break }
      cells.append(run)
    }
    return cells.count >= Limit.fewestCells ? cells : nil
  }

  /// Columns without ink directly above a line.
  private func freeRuns(_ range: Range<Int>, above y: Int) -> [Range<Int>] {
    let band = y - dots(Limit.height)..<y
    guard band.lowerBound >= 0 else { return [] }
    return runs(in: range) { ink.count(column: $0, band) <= ink.specks }
  }

  private func isInked(row: Int, _ range: Range<Int>) -> Bool {
    ink.count(row: row, range) * 10 >= range.count * 7
  }

  /// A wall may lean, and its edge be soft: two columns count.
  private func isInked(column: Int, _ range: Range<Int>) -> Bool {
    guard column > 0, column + 1 < ink.columns else { return false }
    return (column - 1...column + 1).contains {
      ink.count(column: $0, range) * 10 >= range.count * 7
    }
  }
}

extension CodeBoxFinder {
  /// The upper edges of lines that come within some distance to the right of a point, from above.
  ///
  /// Dashes and dots in a row are a line, too, where nothing hangs from them as from letters.
  private func lines(
    in rows: Range<Int>, near x: Int, _ distance: Int
  ) -> [(y: Int, line: Range<Int>)] {
    var found: [(y: Int, line: Range<Int>)] = []
    for y in rows.clamped(to: 1..<ink.rows) {
      let solid = segments(y, gap: scale * 3 / 4)
      let dashed = segments(y, gap: scale * 4).filter { !solid.contains($0) && !hangs($0, y) }
      for line in solid + dashed
      where line.upperBound > x && line.lowerBound <= x + distance && isUpper(line, y) {
        found.append((y, line))
      }
    }
    return found
  }

  /// The inked runs of a row with gaps closed, as far as they are long enough for a box.
  private func segments(_ y: Int, gap: Int) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    for run in runs(in: 0..<ink.columns, { ink.isInk(x: $0, y: y) }) {
      if let last = segments.last, run.lowerBound - last.upperBound <= gap {
        segments[segments.count - 1] = last.lowerBound..<run.upperBound
      } else {
        segments.append(run)
      }
    }
    return segments.filter { $0.count >= Limit.width * scale }
  }

  /// Whether the row above is not of the same line.
  private func isUpper(_ line: Range<Int>, _ y: Int) -> Bool {
    ink.count(row: y - 1, line) * 2 < ink.count(row: y, line)
  }

  /// Whether there is more ink below than the line is thick.
  private func hangs(_ line: Range<Int>, _ y: Int) -> Bool {
    let thickness = 2 * scale
    return (y + thickness..<y + 2 * thickness).contains {
      $0 < ink.rows && ink.count(row: $0, line) > ink.specks
    }
  }

  private func runs(in range: Range<Int>, _ isPart: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for place in range {
      if isPart(place) {
        start = start ?? place
      } else if let first = start {
        runs.append(first..<place)
        start = nil
      }
    }
    if let first = start { runs.append(first..<range.upperBound) }
    return runs
  }
}
