/// Lines at the foot of a terminal that are written over and over; what is said besides them scrolls away
/// above, as anything else does.
struct Redraw {
  /// How long the lines are that stand there.
  private var lengths: [Int] = []

  /// What has to be written so that `notes` stand above and `lines` at the foot.
  ///
  /// The cursor is left behind the last of them.
  mutating func text(notes: [String], lines: [String], columns: Int) -> String {
    let all = (notes + lines).map { "\u{1B}[2K" + $0 }.joined(separator: "\n")
    defer { lengths = lines.map(\.count) }
    return home(columns) + all + "\u{1B}[J"
  }

  /// What has to be written so that nothing stands there any more.
  mutating func cleared(columns: Int) -> String {
    defer { lengths = [] }
    return lengths.isEmpty ? "" : home(columns) + "\u{1B}[J"
  }

  /// The way to the first line; a terminal that has become narrower has broken the lines.
  private func home(_ columns: Int) -> String {
    let rows = lengths.reduce(0) { $0 + max(1, ($1 + columns - 1) / max(1, columns)) }
    return rows > 1 ? "\r\u{1B}[\(rows - 1)A" : "\r"
  }

  /// As many lines as a terminal of so many rows can show: blank ones go first, then those in the middle.
  static func fit(_ lines: [String], rows: Int, foot: Int) -> [String] {
    let most = max(foot + 2, rows - 1)
    guard lines.count > most else { return lines }
    let dense = lines.filter { !$0.isEmpty }
    guard dense.count > most else { return dense }
    return dense.prefix(most - foot - 1) + ["…"] + dense.suffix(foot)
  }
}
