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
  ///
  /// Enlarged packs are left out: not every printer has to take large paper.
  func admit(_ printers: [any Printer], _ jobs: [(pack: Pack, attempt: Int)]) async throws {
    for printer in printers {
      for job in jobs where job.pack.media == nil { try await printer.check(ticket(job)) }
    }
  }

  /// The printers that can take an enlarged pack; throws if none of them can.
  func able(_ printers: [any Printer], _ job: (pack: Pack, attempt: Int)) async throws -> Set<
    String
  > {
    var able: Set<String> = []
    for printer in printers {
      do {
        try await printer.check(ticket(job))
        able.insert(printer.name)
      } catch let trouble as Trouble where trouble.kind == "printer.cannot" { continue }
    }
    guard able.isEmpty else { return able }
    throw Trouble(
      "printers.no-large-paper", at: job.pack.label,
      Wording(
        ru: "Ни один принтер не печатает на А3. Напечатайте этот пакет в папку и распечатайте его "
          + "там, где есть А3: tirazh print \(job.pack.argument) --to ПАПКА",
        en: "No printer takes A3. Print this pack to a folder and print it where there is A3: "
          + "tirazh print \(job.pack.argument) --to DIR"))
  }

  private func ticket(_ job: (pack: Pack, attempt: Int)) -> JobTicket {
    JobTicket(
      exam: exam, revision: 0, pack: job.pack.id, attempt: job.attempt, uuid: UUID(), pages: 2,
      sheets: 2, sides: policy.sides, media: job.pack.media ?? policy.media,
      printColorMode: policy.printColorMode, printScaling: policy.printScaling)
  }
}

extension ExamJournal {
  /// The attempt each pack would get next.
  func nextAttempts(of packs: [Pack]) throws -> [(pack: Pack, attempt: Int)] {
    let taken = try attempts()
    return packs.map { pack in
      (pack, (taken.filter { $0.pack == pack.id }.map(\.attempt).max() ?? 0) + 1)
    }
  }
}
