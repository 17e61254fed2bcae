import Exam
import Foundation
import Journal
import Planning
import PrintRun
import Printing

extension ExamDesk {
  /// Prints a set of each work and variant, and has them looked at, where that is due.
  ///
  /// It is where somebody sits at a terminal, nothing else of the exam is on paper yet, and nobody has looked
  /// under this revision. Throws where that somebody stops.
  /// - Returns: How it ended, if nothing may be printed after it.
  func proofed(
    _ round: PrintRound, _ run: PackRun
  ) async throws -> RunOutcome? {
    let revision = round.revision.withProof
    guard let pack = revision.plan.pack(ProofPack.id), !round.isBegun,
      !Self.isSeen(revision, run.journal)
    else { return nil }
    var run = run
    run.revision = revision
    let known = round.standing.first { $0.pack.id == pack.id }
    if known?.isLaidOut != true {
      let ended = try await print(pack, known, round, run)
      guard ended.packs.allSatisfy({ $0.verdict != nil && $0.verdict != .failed }),
        !ended.packs.isEmpty
      else { return RunOutcome.closing(ended.packs, needPerson: ended.unended) }
    }
    let printer = try run.journal.attempts().last { $0.pack == pack.id }?.printer ?? ""
    guard try await run.asking.looksRight(pack, on: printer) else {
      throw ProofTrouble.stopped
    }
    try await attend(.looked, run)
    return nil
  }

  /// Asks who sits at the window that prints, where people are named.
  func seated(_ run: PackRun) async throws { try await attend(.prints, run) }

  private func attend(_ part: Attendance.Part, _ run: PackRun) async throws {
    let people = (try? folder.description().people) ?? StaffDescription()
    guard part == .looked || !people.all.isEmpty else { return }
    let seated = try run.journal.attendances().last { $0.0.part == .prints }?.initials
    let names = part == .looked ? people.all.filter { $0 != seated } : people.all
    let who = names.isEmpty ? nil : try await run.asking.who(part, among: names)
    guard part == .looked || who != nil else { return }
    try run.journal.attend(
      Attendance(part, revision: run.revision.number), by: who, when: Date())
  }

  /// Whether somebody has found the sets of this revision right.
  private static func isSeen(_ revision: FrozenRevision, _ journal: ExamJournal) -> Bool {
    let seen = (try? journal.attendances()) ?? []
    return seen.contains { $0.0 == Attendance(.looked, revision: revision.number) }
  }

  /// Prints the sets on the first printer that can, or sees to the end what a former window began.
  private func print(
    _ pack: Pack, _ known: PackStanding?, _ round: PrintRound, _ run: PackRun
  ) async throws -> PackRun.Ending {
    let standing =
      known ?? PackStanding(PackHistory(pack, revision: run.revision.number), jobs: [])
    let printers = round.selection.printers
    let able = try await run.choice.gate.admit(printers, run.journal.nextAttempts(of: [pack])).able
    let job = PackRun.Job(
      wanted: [standing], given: standing.isUnderway ? [:] : [pack.id: .whole],
      followed: known == nil ? round.standing + [standing] : round.standing,
      printers: Array(able.prefix(1)))
    run.report(.proofing(pack, printer: able.first?.name ?? ""))
    run.report(
      .started(plan: run.revision.plan, revision: run.revision.number, packs: [pack.id]))
    return try await run.print(job) { _ in job }
  }
}

extension PackStanding {
  /// Whether all of it is on paper as it is wanted, or may be.
  fileprivate var isLaidOut: Bool {
    let pages = pack.order.flatMap { paper[$0] }
    return pages.allSatisfy { $0?.state == .good || $0?.state == .unknown }
  }
}

/// Why nothing is printed after the proof.
private enum ProofTrouble {
  static var stopped: Trouble {
    Trouble(
      "print.proof-stopped", exit: .partly,
      Wording(
        ru: "Остановлено после пробы, больше ничего не напечатано. Исправьте, что не так, и "
          + "повторите: tirazh print",
        en:
          "Stopped after the proof, nothing else was printed. Put right what is wrong, and repeat: "
          + "tirazh print"))
  }
}
