/// A table of text with columns as wide as their longest cell, at most as wide as a screen.
public struct TextTable {
  /// A column's heading and which side its cells keep to.
  public struct Column {
    /// The heading.
    public let heading: String
    /// Whether its cells keep to the right.
    public let isNumber: Bool

    /// A column of numbers keeps to the right.
    public init(heading: String, isNumber: Bool) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// The narrowest that a column of words becomes.
  private static let narrowest = 10

  /// The columns.
  public let columns: [Column]
  /// The cells, row by row.
  public private(set) var rows: [[String]] = []

  /// A table without rows yet.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, a cell for each column.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, the heading first, without trailing blanks.
  public var lines: [String] {
    let all = [columns.map(\.heading)] + rows
    let widths = widths(all)
    return all.flatMap { lines(of: $0, widths) }
  }

  /// Columns of words give way, the widest first, until the table fits.
  private func widths(_ all: [[String]]) -> [Int] {
    var widths = columns.indices.map { index in all.map { $0[index].count }.max() ?? 0 }
    let words = columns.indices.filter { !columns[$0].isNumber }
    let gaps = 2 * (columns.count - 1)
    while widths.reduce(gaps, +) > Wrapping.width,
      let widest = words.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
    }
    return widths
  }

  /// A row, over as many lines as its longest cell needs.
  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let cells = columns.indices.map { index in
      columns[index].isNumber
        ? [row[index]]
        : Wrapping.fit(row[index], widths[index]).split(
          separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { line in
      let parts = columns.indices.map { index in
        let cell = line < cells[index].count ? cells[index][line] : ""
        let blanks = String(repeating: " ", count: max(0, widths[index] - cell.count))
        return columns[index].isNumber ? blanks + cell : cell + blanks
      }
      return String(parts.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
