import Exam
import Journal

extension PreparedExam {
  /// The files that are not in doubt: a file that replaced another is only taken where its
  /// acceptance is to be carried out.
  ///
  /// - Parameter takingAccepted: Whether a person's acceptance makes a file the one to compare with
  ///   from now on. That happens at the freeze; until then the alarm is only covered.
  /// - Returns: The imports, in the order they were read.
  func settledImports(takingAccepted: Bool) -> [MaterialImport] {
    let doubts = findings.filter {
      $0.kind == .materialReplaced && !(takingAccepted && $0.severity == .note)
    }
    return imports.filter { found in
      !doubts.contains { $0.scope == .work(found.work) && $0.place.en == found.file }
    }
  }
}
