import Exam

/// The texts of one column with merged cells, and rooms written once for a block, carried down.
struct CarriedCells {
  /// By position in the table's rows.
  var texts: [String]
  /// How many rows below each cell received its text, by the position of the cell.
  var carried: [Int: Int] = [:]

  init(table: ListTable, sheet: GridSheet, column: Int, carriesBlocks: Bool) {
    let rows = sheet.rows[table.rows]
    texts = rows.map { ListText.trimmed($0.text(column)) }
    carryMerges(
      sheet.merges.filter { $0.columns.contains(column) && $0.rows.count > 1 },
      numbers: rows.map(\.number))
    guard carriesBlocks else { return }
    let isPerson = rows.map { row in
      ([table.header[.code]].compactMap { $0 } + table.header.nameColumns).contains {
        !row.text($0).isEmpty
      }
    }
    if isBlockwise(isPerson) { carryBlocks(isPerson) }
  }

  private mutating func carryMerges(_ merges: [GridMerge], numbers: [Int]) {
    var waiting = merges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
    var top: (position: Int, rows: ClosedRange<Int>)?
    for (position, number) in numbers.enumerated() {
      while let merge = waiting.first, merge.rows.lowerBound <= number {
        top = merge.rows.lowerBound == number ? (position, merge.rows) : nil
        waiting = waiting.dropFirst()
      }
      guard let top, top.rows.contains(number), texts[position].isEmpty,
        !texts[top.position].isEmpty
      else { continue }
      texts[position] = texts[top.position]
      carried[top.position, default: 0] += 1
    }
  }

  /// Whether rooms stand only at the head of their blocks: never twice in a row, mostly missing.
  private func isBlockwise(_ isPerson: [Bool]) -> Bool {
    var before: String?
    var written = 0
    var missing = 0
    for (position, text) in texts.enumerated() where isPerson[position] || !text.isEmpty {
      if text.isEmpty {
        missing += 1
      } else if text == before {
        return false
      } else {
        written += 1
      }
      if before == nil, text.isEmpty { return false }
      before = text
    }
    return missing >= written
  }

  private mutating func carryBlocks(_ isPerson: [Bool]) {
    var top: Int?
    for position in texts.indices {
      if !texts[position].isEmpty {
        if top.map({ texts[$0] != texts[position] }) ?? true { top = position }
      } else if let top, isPerson[position] {
        texts[position] = texts[top]
        carried[top, default: 0] += 1
      }
    }
  }
}
