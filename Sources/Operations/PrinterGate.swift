import Exam
import Foundation
import Printing

/// Lets a printer take part in a run only if it can do what the campaign prescribes.
enum PrinterGate {
  static func admit(_ printer: any Printer, _ policy: Policy) async throws {
    guard let exam = ExamID(rawValue: "000000") else { preconditionFailure("six digits") }
    let probe = JobTicket(
      exam: exam, revision: 0, pack: Exam.PackID(number: 0), attempt: 0, uuid: UUID(), pages: 2,
      sheets: 2, sides: policy.sides, media: policy.media, printColorMode: policy.printColorMode,
      printScaling: policy.printScaling)
    try await printer.check(probe)
  }
}
