import Exam
import Foundation
import Journal
import Planning
import Printing

/// Lets printers take part in a run only if they can do what the campaign prescribes.
struct PrinterGate {
  let exam: ExamID
  let policy: Policy

  /// The printers of a run, and why others are set aside.
  struct Admission {
    var able: [any Printer] = []
    var aside: [Trouble] = []
  }

  init(exam: ExamID, policy: Policy) {
    self.exam = exam
    self.policy = policy
  }

  init(revision: FrozenRevision) {
    self.init(exam: revision.plan.exam.id, policy: revision.evidence.policy)
  }

  /// Asks every printer whether it can print these jobs; throws if none can, or if any job would meet
  /// a foreign file.
  ///
  /// Enlarged packs are left out: not every printer has to take large paper.
  func admit(
    _ printers: [any Printer], _ jobs: [(pack: Pack, attempt: Int)]
  ) async throws -> Admission {
    let tickets = tickets(jobs)
    let answers = try await withThrowingTaskGroup(of: (Int, Trouble?).self) { group in
      for (index, printer) in printers.enumerated() {
        group.addTask { (index, try await Self.obstacle(printer, tickets)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var admission = Admission()
    for (index, printer) in printers.enumerated() {
      if let trouble = answers[index] {
        admission.aside.append(trouble)
      } else {
        admission.able.append(printer)
      }
    }
    guard admission.able.isEmpty, let first = admission.aside.first else { return admission }
    throw admission.aside.count == 1 ? first : Self.none(admission.aside)
  }

  private static func obstacle(
    _ printer: any Printer, _ tickets: [JobTicket]
  ) async throws -> Trouble? {
    do {
      for ticket in tickets { try await printer.check(ticket) }
      return nil
    } catch let trouble as Trouble where trouble.cause == .printer || trouble.cause == .printers {
      return trouble
    }
  }

  /// The jobs to ask about, the largest first: a quota that it keeps to, all keep to.
  private func tickets(_ jobs: [(pack: Pack, attempt: Int)]) -> [JobTicket] {
    jobs.filter { $0.pack.media == nil }.sorted { $0.pack.sheets > $1.pack.sheets }.map(ticket)
  }

  private static func none(_ aside: [Trouble]) -> Trouble {
    Trouble(
      "printers.none", cause: .printers,
      Wording(
        ru: "Печатать не на чем. "
          + aside.map { "\($0.place.ru): \($0.message.ru)" }.joined(separator: ". "),
        en: "There is nothing to print on. "
          + aside.map { "\($0.place.en): \($0.message.en)" }.joined(separator: ". ")))
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
      } catch let trouble as Trouble where trouble.cause == .printer { continue }
    }
    guard able.isEmpty else { return able }
    throw Trouble(
      "printers.no-large-paper", cause: .noLargePaper, at: job.pack.label,
      Wording(
        ru: "Ни один принтер не печатает на А3. Напечатайте этот пакет в папку и распечатайте его "
          + "там, где есть А3: tirazh print \(job.pack.argument) --to ПАПКА",
        en: "No printer takes A3. Print this pack to a folder and print it where there is A3: "
          + "tirazh print \(job.pack.argument) --to DIR"))
  }

  private func ticket(_ job: (pack: Pack, attempt: Int)) -> JobTicket {
    var ticket = usualTicket
    ticket.pack = job.pack.id
    ticket.attempt = job.attempt
    ticket.pages = max(2, job.pack.sheets)
    ticket.sheets = max(2, job.pack.sheets)
    ticket.media = job.pack.media ?? policy.media
    return ticket
  }

  /// What every job asks of a printer.
  var usualTicket: JobTicket {
    JobTicket(
      exam: exam, revision: 0, pack: PackID(number: 1), attempt: 0, uuid: UUID(), pages: 2,
      sheets: 2, sides: policy.sides, media: policy.media, printColorMode: policy.printColorMode,
      printScaling: policy.printScaling)
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
