import Exam
import Foundation
import Intake
import Journal
import Planning
import PrintRun
import Printing
import RenderClient
import RenderProtocol

/// Takes attempts and composes jobs of a frozen revision.
struct Press: Sendable {
  let worker: RenderClient
  let journal: ExamJournal
  let revision: FrozenRevision
  /// How printers get the pages of materials, by their names; as they are if nothing is said.
  let styles: [String: PageStyle]

  /// Gives the worker the frozen layout, the frozen plan and the unchanged materials of packs.
  static func setUp(
    for packs: [Pack], worker: RenderClient, journal: ExamJournal, revision: FrozenRevision,
    folder: ExamFolder, keys: any MaterialKeys, styles: [String: PageStyle]
  ) async throws -> Press {
    let materials = try MaterialStore.load(
      packs, of: revision.plan, from: folder, keys: keys)
    try await worker.layout(
      name: revision.evidence.layoutName, files: revision.evidence.layoutFiles)
    try await materials.open(in: worker, keys: keys)
    try await worker.use(plan: revision.plan)
    return Press(worker: worker, journal: journal, revision: revision, styles: styles)
  }

  /// Takes the next attempt of a pack in the journal: the intent.
  func take(_ pack: PackID, _ order: JobOrder, on printer: any Printer) throws -> AttemptRecord {
    try journal.take(
      JobIntent(
        pack: pack, revision: revision.number, printer: printer.name,
        destination: printer.destination, request: order.request),
      when: Date())
  }

  /// Lays out a job; an attempt of which nothing comes is closed.
  func compose(
    _ attempt: AttemptRecord, _ order: JobOrder, next: PackID?
  ) async throws -> (JobTicket, [UInt8]) {
    do {
      guard let pack = revision.plan.pack(attempt.pack) else {
        preconditionFailure("what is printed is planned")
      }
      let recipe = JobRecipe(
        revision: revision.number, attempt: attempt.attempt,
        items: attempt.job.pile(of: pack).map { JobItem(item: $0.item, pages: $0.pages) },
        slip: order.slip, printer: PrinterLabel.of(attempt.printer),
        nextRoom: next.flatMap { revision.plan.pack($0)?.label },
        style: styles[attempt.printer] ?? .asIs, isTurned: attempt.job.request.isTurned)
      let job = try await worker.compose(pack: pack.id, recipe: recipe)
      let ticket = ticket(for: attempt, of: pack, job, recipe)
      try journal.record(
        ticket: ticket, pack: pack.id, attempt: attempt.attempt, when: Date())
      return (ticket, job.pdf)
    } catch {
      try? journal.record(
        .ended(.failed, detail: "not composed"), pack: attempt.pack, attempt: attempt.attempt,
        when: Date())
      throw error
    }
  }

  private func ticket(
    for attempt: AttemptRecord, of pack: Pack, _ job: ComposedJob, _ recipe: JobRecipe
  ) -> JobTicket {
    let policy = revision.evidence.policy
    return JobTicket(
      exam: revision.plan.exam.id, revision: revision.number, pack: attempt.pack,
      attempt: attempt.attempt, uuid: attempt.uuid, pages: job.pages, sheets: job.sheets,
      sides: policy.sides, media: pack.media ?? policy.media, printColorMode: policy.printColorMode,
      printScaling: policy.printScaling, room: pack.label, sha256: Digest.sha256(job.pdf),
      nextRoom: recipe.nextRoom, style: recipe.style)
  }
}
