import Exam
import Foundation
import Intake
import Journal
import Planning
import Printing
import RenderClient
import RenderProtocol

/// Takes attempts and composes jobs of a frozen revision.
struct Press: Sendable {
  let worker: RenderClient
  let journal: ExamJournal
  let revision: FrozenRevision

  /// Gives the worker the frozen layout, the frozen plan and the unchanged materials of packs.
  static func setUp(
    for packs: [Pack], worker: RenderClient, journal: ExamJournal, revision: FrozenRevision,
    folder: ExamFolder, keys: any MaterialKeys
  ) async throws -> Press {
    let materials = try MaterialStore.load(
      packs, of: revision.plan, from: folder, keys: keys)
    try await worker.layout(
      name: revision.evidence.layoutName, files: revision.evidence.layoutFiles)
    try await materials.open(in: worker, keys: keys)
    try await worker.use(plan: revision.plan)
    return Press(worker: worker, journal: journal, revision: revision)
  }

  /// Takes the next attempt of a pack in the journal, then composes the job.
  func prepare(
    _ pack: Pack, on printer: String, selection: Selection?, nextRoom: String?
  ) async throws -> (JobTicket, [UInt8]) {
    let attempt = try journal.takeAttempt(
      pack: pack.id, revision: revision.number, printer: printer,
      request: AttemptRequest(
        items: selection?.attemptItems,
        reason: selection?.reason, isReprint: selection != nil),
      when: Date())
    do {
      let recipe = JobRecipe(
        revision: revision.number, attempt: attempt.attempt,
        items: selection?.items ?? pack.order.map { JobItem(item: $0) },
        reason: selection?.reason, printer: PrinterLabel.of(printer), nextRoom: nextRoom)
      let job = try await worker.compose(pack: pack.id, recipe: recipe)
      let ticket = ticket(for: attempt, of: pack, pages: job.pages, sheets: job.sheets)
      let detail = try JSONEncoder().encode(ticket)
      try journal.record(
        kind: "composed", pack: pack.id, attempt: attempt.attempt,
        detail: String(bytes: detail, encoding: .utf8) ?? "{}", when: Date())
      return (ticket, job.pdf)
    } catch {
      try journal.record(
        kind: "ended", pack: pack.id, attempt: attempt.attempt,
        detail: #"{"verdict":"failed","text":"not composed"}"#, when: Date())
      throw error
    }
  }

  private func ticket(
    for attempt: AttemptRecord, of pack: Pack, pages: Int, sheets: Int
  ) -> JobTicket {
    let policy = revision.evidence.policy
    return JobTicket(
      exam: revision.plan.exam.id, revision: revision.number, pack: attempt.pack,
      attempt: attempt.attempt, uuid: attempt.uuid, pages: pages, sheets: sheets,
      sides: policy.sides, media: pack.media ?? policy.media, printColorMode: policy.printColorMode,
      printScaling: policy.printScaling, room: pack.label)
  }
}

/// What a reprint repeats, and why.
struct Selection: Sendable {
  let items: [JobItem]
  let reason: String
  /// Whether the whole pack is printed again.
  let isWhole: Bool

  /// What the journal keeps of it; nil for the whole pack.
  var attemptItems: [AttemptItem]? {
    isWhole ? nil : items.map { AttemptItem(item: $0.item, pages: $0.pages) }
  }
}
