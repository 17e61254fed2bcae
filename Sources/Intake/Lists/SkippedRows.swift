import Exam

/// Rows that are no participants.
struct SkippedRows {
  /// Empty rows that no participant followed yet: those below a table are nothing to report.
  var waiting = 0
  var totals: [Wording] = []
  var titles: [Wording] = []
  private var empty = 0

  mutating func meetPerson() {
    empty += waiting
    waiting = 0
  }

  func findings(at place: Wording) -> [Finding] {
    var findings = totals.map(ListFinding.total) + titles.map(ListFinding.title)
    if empty > 0 { findings.append(ListFinding.emptyRows(empty, at: place)) }
    return findings
  }
}
