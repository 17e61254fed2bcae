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
    _ pack: Pack, _ order: JobOrder, on printer: any Printer, nextRoom: String?
  ) async throws -> (JobTicket, [UInt8]) {
    let attempt = try journal.take(
      JobIntent(
        pack: pack.id, revision: revision.number, printer: printer.name,
        destination: printer.destination, request: order.request),
      when: Date())
    do {
      let recipe = JobRecipe(
        revision: revision.number, attempt: attempt.attempt,
        items: attempt.job.parts(of: pack).map { JobItem(item: $0.item, pages: $0.pages) },
        slip: order.slip, printer: PrinterLabel.of(printer.name), nextRoom: nextRoom)
      let job = try await worker.compose(pack: pack.id, recipe: recipe)
      let ticket = ticket(for: attempt, of: pack, pages: job.pages, sheets: job.sheets)
      try journal.record(
        ticket: ticket, pack: pack.id, attempt: attempt.attempt, when: Date())
      return (ticket, job.pdf)
    } catch {
      try journal.record(
        .ended(.failed, detail: "not composed"), pack: pack.id, attempt: attempt.attempt,
        when: Date())
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

/// What a job prints of a pack, and what its first sheet says.
struct JobOrder: Sendable {
  let request: JobRequest
  var slip: JobSlip?

  /// What a pack needs, and what its slip says; nil if nothing.
  ///
  /// `leaving` are printed copies of it that go to other packs.
  init?(_ standing: PackStanding, leaving: [RevisionSlip.Leaving] = []) {
    let pack = standing.pack
    switch standing.need {
    case .nothing: return nil
    case .whole: self = .whole
    case .rest(let parts):
      let end = pack.order.filter(pack.isEndSheet).map { JobPart(item: $0) }
      request = JobRequest(items: parts + end)
      slip = standing.revisionSlip(leaving).map(JobSlip.revision) ?? .rest
    }
  }

  /// Something once more; the whole pack if `items` is nil.
  init(again items: [JobPart]?, reason: String) {
    request = JobRequest(items: items, reason: reason, isReprint: true)
    slip = .reprint(reason: reason)
  }

  private init(request: JobRequest) { self.request = request }

  /// The whole pack.
  static let whole = JobOrder(request: JobRequest())

  /// Sheets of paper, the slip among them.
  func sheets(of pack: Pack, _ sides: Sides) -> Int {
    request.sheets(of: pack, sides)
  }
}
