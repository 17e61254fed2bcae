/// A table of text with columns as wide as their longest cell.
struct TextTable {
  /// A column's heading and which side its cells keep to.
  struct Column {
    let heading: String
    let isNumber: Bool
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, the heading first, without trailing blanks.
  var lines: [String] {
    let all = [columns.map(\.heading)] + rows
    let widths = columns.indices.map { index in all.map { $0[index].count }.max() ?? 0 }
    return all.map { row in
      let cells = columns.indices.map { index in
        let blanks = String(repeating: " ", count: widths[index] - row[index].count)
        return columns[index].isNumber ? blanks + row[index] : row[index] + blanks
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
