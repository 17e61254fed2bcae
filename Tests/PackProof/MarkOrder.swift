public import Exam

/// Compares the marks of a print file with those of the plan.
public enum MarkOrder {
  /// The problems of the marks found, one per page, against the marks expected, in order.
  public static func compare(expected: [Mark], found: [Mark?]) -> [ProofProblem] {
    compare(expected: expected.map(Optional.some), found: found)
  }

  /// The same where some pages are expected to carry no mark.
  static func compare(expected: [Mark?], found: [Mark?]) -> [ProofProblem] {
    var problems: [ProofProblem] = []
    if expected.count != found.count {
      problems.append(.pageCount(expected: expected.count, found: found.count))
    }
    var places: [Mark: Int] = [:]
    for (index, mark) in expected.enumerated() { if let mark { places[mark] = index } }
    var seen: Set<Mark> = []
    var last = -1
    for (index, mark) in found.enumerated() {
      guard let mark else {
        let isUnmarked = expected.indices.contains(index) && expected[index] == nil
        if !isUnmarked { problems.append(.noMark(page: index + 1)) }
        continue
      }
      guard let place = places[mark] else {
        problems.append(.foreignMark(page: index + 1, mark: mark))
        continue
      }
      guard seen.insert(mark).inserted else {
        problems.append(.doubled(page: index + 1, mark: mark))
        continue
      }
      let isMoved = found.count == expected.count && place != index
      if place < last || isMoved { problems.append(.outOfOrder(page: index + 1, mark: mark)) }
      last = max(last, place)
    }
    problems += expected.compactMap { $0 }.filter { !seen.contains($0) }.map { .missing(mark: $0) }
    return problems
  }
}
