import Exam
import Foundation
import Journal
import Planning
import Printing

/// Lets printers take part in a run only if they can do what the campaign prescribes.
struct PrinterGate {
  let exam: ExamID
  let policy: Policy

  init(exam: ExamID, policy: Policy) {
    self.exam = exam
    self.policy = policy
  }

  init(revision: FrozenRevision) {
    self.init(exam: revision.plan.exam.id, policy: revision.evidence.policy)
  }

  /// Throws a `Trouble` if any printer cannot print, or any job would meet a foreign file.
  func admit(_ printers: [any Printer], _ jobs: [(pack: PackID, attempt: Int)]) async throws {
    for printer in printers {
      for job in jobs {
        try await printer.check(
          JobTicket(
            exam: exam, revision: 0, pack: job.pack, attempt: job.attempt, uuid: UUID(), pages: 2,
            sheets: 2, sides: policy.sides, media: policy.media,
            printColorMode: policy.printColorMode, printScaling: policy.printScaling))
      }
    }
  }
}

extension ExamJournal {
  /// The attempt each pack would get next.
  func nextAttempts(of packs: [PackID]) throws -> [(pack: PackID, attempt: Int)] {
    let taken = try attempts()
    return packs.map { pack in
      (pack, (taken.filter { $0.pack == pack }.map(\.attempt).max() ?? 0) + 1)
    }
  }
}
