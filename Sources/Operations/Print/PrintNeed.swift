import Exam
import Foundation
import Journal
import Planning
public import PrintRun
import Printing
import RenderClient

/// What `print` is asked to do.
public struct PrintRequest: Sendable {
  /// Rooms as people write them; all if empty.
  public var rooms: [String]
  /// A folder to print into instead of printers.
  public var directory: String?
  /// Whether sets are printed first to be looked at, where layout and exam.yaml want it so.
  public var isProofed: Bool

  /// Makes a request.
  public init(rooms: [String] = [], directory: String? = nil, isProofed: Bool = true) {
    self.rooms = rooms
    self.directory = directory
    self.isProofed = isProofed
  }
}

extension ExamDesk {
  /// Prints every pack that is not printed yet; the first print freezes the plan.
  public func print(
    _ request: PrintRequest, asking: any PrintQuestions,
    report: @escaping @Sendable (RunEvent) -> Void,
    requests: @escaping @Sendable () -> [RunRequest]
  ) async throws -> RunOutcome {
    try await settleCopy(asking)
    let lock = try PrintLock(folder: folder.url, when: Date())
    defer { lock.release() }
    return try await withOwnWorker { worker in
      let isApproved = try frozen() == nil
      let (revision, found, isChanged) = try await revisionToPrint(
        worker, request, asking, report)
      guard let journal = try journal() else { preconditionFailure("a frozen plan has a journal") }
      let choice = try PrinterChoice(
        folder, PrinterGate(revision: revision), recorded: revision.evidence.printers)
      let wanted = try PackChoice.packs(request.rooms, in: revision.plan)
      var selection = PrintSelection(
        packs: request.rooms.isEmpty ? nil : wanted, toFiles: request.directory != nil,
        printers: try await choice.printers(to: request.directory))
      var round = try PrintRound(selection, revision, journal, stops: found)
      (selection.again, selection.unasked) = try await asked(
        round.chosen, selection.printers, asking)
      round.selection = selection
      let isRest = selection.again.isEmpty && round.standing.contains(where: \.isBegun)
      var job = round.job(kind: isApproved ? nil : isRest ? .rest : .first)
      if !isChanged { try round.refuseAwaited(job.needed) }
      let run = PackRun(
        desk: self, worker: worker, journal: journal, choice: choice, asking: asking,
        report: report, requests: requests, revision: revision)
      if isLookedAt(request, selection, job, asking) {
        try await run.approve(job)
        try await seated(run)
        if let ended = try await proofed(round, run) { return ended }
        round = try PrintRound(selection, revision, journal, stops: found)
        job = round.job(kind: nil)
      }
      report(
        .started(plan: revision.plan, revision: revision.number, packs: job.needed.map(\.id)))
      let ending = try await run.print(job) { [selection] revision in
        try PrintRound(selection, revision, journal, stops: self.stops(of: revision)).job()
      }
      if ending.revision.number != revision.number {
        round = try PrintRound(
          selection, ending.revision, journal, stops: stops(of: ending.revision))
      }
      return round.outcome(ending, isChanged: isChanged && ending.revision == revision)
    }
  }

  /// Whether a print may begin with sets to be looked at: a whole one, on printers, by somebody who is there.
  private nonisolated func isLookedAt(
    _ request: PrintRequest, _ selection: PrintSelection, _ job: PackRun.Job,
    _ asking: any PrintQuestions
  ) -> Bool {
    request.isProofed && request.rooms.isEmpty && asking.isAttended && !job.needed.isEmpty
      && selection.printers.contains { $0.destination == .paper }
      && (try? folder.description().proof) != false
  }

  /// Packs that lie in files, as a whole or in part, while there are printers.
  ///
  /// They are printed from there, or are to be printed here as a whole; where nobody can be asked they are
  /// left out.
  private func asked(
    _ chosen: [PackStanding], _ printers: [any Printer], _ asking: any PrintQuestions
  ) async throws -> (again: Set<PackID>, unasked: Set<PackID>) {
    guard printers.contains(where: { $0.destination == .paper }) else { return ([], []) }
    let known: Set<PackState> = [.proved, .delivered, .partly]
    let written = chosen.filter { known.contains($0.state) && $0.isWritten }
    let filed = written.map(\.pack)
    guard !filed.isEmpty else { return ([], []) }
    switch try await asking.arePrinted(filed) {
    case true?:
      // Said once, it is known: what was written is on paper.
      for job in written.flatMap(\.filed) {
        try journal()?.record(
          .answered(.whole), pack: job.pack, attempt: job.attempt, when: Date())
      }
      return ([], [])
    case false?: return (Set(filed.map(\.id)), [])
    case nil: return ([], Set(filed.map(\.id)))
    }
  }

  /// The frozen revision, or the plan as it is now, frozen by this print.
  private func revisionToPrint(
    _ worker: RenderClient, _ request: PrintRequest, _ asking: any PrintQuestions,
    _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, stops: [Finding], isChanged: Bool) {
    if let frozen = try frozen() {
      let (revision, isChanged) = try await newest(frozen, worker, asking, report)
      return (revision, try stops(of: revision), isChanged)
    }
    let prepared = try await prepare(with: worker)
    for finding in prepared.findings where finding.severity != .note { report(.finding(finding)) }
    let wanted = try PackChoice.packs(request.rooms, in: prepared.plan)
    let packs = prepared.plan.packs.filter { wanted.contains($0.id) }
    let stopped = request.directory == nil ? prepared.leftOutRooms : prepared.ofFiles.leftOutRooms
    let open = packs.filter { stopped[$0.place] == nil }
    let awaited = AwaitedMaterials.findings(prepared.plan)
    try AwaitedMaterials.refuse(packs, open, awaited, stopped)
    guard !open.isEmpty else {
      throw Trouble(
        "print.all-stopped",
        Wording(
          ru: "Ничего не напечатано: в каждом кабинете есть остановка. Подробно: tirazh check",
          en: "Nothing was printed: every room has a stop. Details: tirazh check"))
    }
    // Printers are looked at before anything is frozen: a misspelt name must leave no trace.
    let gate = PrinterGate(exam: prepared.plan.exam.id, policy: prepared.policy)
    let printers = try await PrinterChoice(folder, gate).printers(to: request.directory)
    let able = try await gate.admit(printers, open.map { ($0, 1) }).able
    try await asking.approve(
      PrintAnnouncement(
        .first, open.map { ($0, .whole) }, on: machines(able), of: prepared.plan))
    return (try freeze(prepared), prepared.findings, false)
  }

  /// The frozen revision; a new one where the list has changed and a person wants it so, or where what
  /// was left out can be printed now.
  ///
  /// Names alone are taken at once.
  private func newest(
    _ frozen: FrozenRevision, _ worker: RenderClient, _ asking: any PrintQuestions,
    _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, isChanged: Bool) {
    let changes = try changes(since: frozen)
    if let names = changes.names, let journal = try journal() {
      let draft = RevisionDraft(
        base: frozen.number, plan: frozen.plan, evidence: frozen.evidence, people: names.people,
        namesSHA256: names.listSHA256)
      return try await renewed(try journal.freeze(draft, when: Date()), worker, asking, report)
    }
    guard changes.isListChanged else {
      for finding in changes.findings { report(.finding(finding)) }
      return try await renewed(frozen, worker, asking, report)
    }
    if !changes.delta.isEmpty, try await asking.takesChanges(changes.delta) == true {
      return (try freeze(try await undoubted(worker, asking)), false)
    }
    for change in changes.findings { report(.finding(change)) }
    return (frozen, true)
  }

  /// The frozen revision, or the one that follows it because materials came or stops are gone; a person
  /// is asked where that changes anything else.
  private func renewed(
    _ frozen: FrozenRevision, _ worker: RenderClient, _ asking: any PrintQuestions,
    _ report: @Sendable (RunEvent) -> Void
  ) async throws -> (FrozenRevision, isChanged: Bool) {
    let renewal = try await renewal(of: frozen) { try await prepare(with: worker) }
    guard let renewal else { return (frozen, false) }
    var isTaken = renewal.isAddition
    if !isTaken { isTaken = try await asking.takesChanges(renewal.delta) == true }
    guard isTaken else {
      report(.finding(Self.unprinted))
      return (frozen, true)
    }
    let revision = try freeze(renewal.prepared)
    report(.finding(Self.taken(revision.number)))
    return (revision, false)
  }

  private static func taken(_ number: Int) -> Finding {
    Finding(
      .freezeRenewed, .note, .exam, at: "",
      Wording(
        ru: "Чего не хватало, теперь есть: план зафиксирован заново, ред. \(number)",
        en: "What was missing is there: the plan is frozen anew, revision \(number)"))
  }

  private static var unprinted: Finding {
    Finding(
      .freezeNotRenewed, .warn, .exam, at: "",
      Wording(
        ru: "Чего не хватало, теперь есть, но изменилось и другое: печатается прежний план. Что "
          + "изменится: tirazh plan --delta; печатать по новому: tirazh plan --freeze",
        en: "What was missing is there, but other things have changed: the former plan is printed. "
          + "What would change: tirazh plan --delta; to print it: tirazh plan --freeze"))
  }

  /// The exam as its files are now; who is doubtful is asked.
  private func undoubted(
    _ worker: RenderClient, _ asking: any PrintQuestions
  ) async throws -> PreparedExam {
    var answers: [String: Bool] = [:]
    while true {
      let prepared = try await prepare(with: worker, answers: answers)
      let open = prepared.doubts.filter { answers[$0.id] == nil }
      guard !open.isEmpty else { return prepared }
      for doubt in open {
        guard let isSame = try await asking.isSame(doubt) else { return prepared }
        answers[doubt.id] = isSame
      }
    }
  }

  /// The rooms that were stopped when the plan was frozen, but for what was accepted since.
  nonisolated func stops(of frozen: FrozenRevision) throws -> [Finding] {
    guard let journal = try journal() else { return frozen.evidence.stops }
    return try Accepted(journal: journal, plan: frozen.plan).applied(to: frozen.evidence.stops)
  }
}

extension PreparedExam {
  /// The exam as files are concerned with it.
  fileprivate var ofFiles: PreparedExam {
    var exam = self
    exam.findings = findings.ofFiles
    return exam
  }
}
