import Exam
import Operations
import Screens

extension NextStep {
  /// Shows what comes next of an exam whose plan is frozen.
  static func show(_ desk: ExamDesk, _ console: Console) throws {
    guard let step = try NextStep(frozen: desk) else { return }
    console.out(step.words[console.language])
  }
}
