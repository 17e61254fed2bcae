/// How far one word is from another, to guess what was meant.
public enum EditDistance {
  /// The fewest letters to insert, delete, replace or swap.
  public static func between(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// The nearest word; nil where none resembles `word`.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let lowered = word.lowercased()
    let ranked = known.map { (word: $0, distance: between(lowered, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, word.count / 2) ? best.word : nil
  }
}
