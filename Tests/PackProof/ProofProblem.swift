public import Exam

/// What is wrong with a print file; pages are counted from 1.
public enum ProofProblem: Hashable, Sendable {
  /// The file has another number of pages than the plan.
  case pageCount(expected: Int, found: Int)
  /// A page that should carry a mark carries none that can be read.
  case noMark(page: Int)
  /// A page carries more than one mark.
  case severalMarks(page: Int, marks: [Mark])
  /// A page carries a mark that this job does not have.
  case foreignMark(page: Int, mark: Mark)
  /// A mark comes once more.
  case doubled(page: Int, mark: Mark)
  /// A mark stands before one that it should follow.
  case outOfOrder(page: Int, mark: Mark)
  /// A mark of the plan is not in the file.
  case missing(mark: Mark)
  /// A page should be empty and is not.
  case notBlank(page: Int)
  /// A page has another size than its source.
  case size(page: Int)
  /// A page shows something else than its source: so many pixels have no counterpart.
  case content(page: Int, source: SourcePage, pixels: Int)
  /// The participant's code stands on the page's own ink.
  case codeOnInk(page: Int, source: SourcePage)
  /// A page that should carry the participant's code does not.
  case noCode(page: Int)
  /// The mark stands on the page's own ink.
  case markOnInk(page: Int, source: SourcePage)
}
