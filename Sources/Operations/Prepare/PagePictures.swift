public import Exam
import Foundation
import Intake
import Journal
import Planning
import RenderClient
import RenderProtocol

/// One page of a pack, to be looked at.
public struct PageRequest: Hashable, Sendable {
  /// The pack.
  public var pack: PackID
  /// The copy or paper.
  public var item: ItemID
  /// Its page, from 1.
  public var page: Int
  /// Dots an inch.
  public var dpi: Int

  /// Names a page.
  public init(pack: PackID, item: ItemID, page: Int, dpi: Int) {
    self.pack = pack
    self.item = item
    self.page = page
    self.dpi = dpi
  }
}

extension ExamDesk {
  /// A page as it would be printed, as PNG, crossed by the word «preview»; made in memory, never written.
  ///
  /// - Returns: The picture; nil where the plan has no such page.
  public func picture(of wanted: PageRequest) async throws -> [UInt8]? {
    let shown = try await planToShow()
    guard let pack = shown.plan.pack(wanted.pack),
      let count = pack.pages(of: wanted.item), (1...max(1, count)).contains(wanted.page)
    else { return nil }
    let printer = shown.plan.schedule(on: plannedPrinters)[pack.id]?.printer ?? ""
    let recipe = JobRecipe(
      revision: shown.revision, attempt: 0,
      items: [JobItem(item: wanted.item, pages: [wanted.page])], printer: printer, isPreview: true)
    return try await gallery.picture(
      shown, pack, recipe, dpi: wanted.dpi, in: folder, keys: keys)
  }

  /// The plan that pages are shown of: the frozen one, else as the files are now.
  private func planToShow() async throws -> ShownPlan {
    let stamp = try stamp()
    if let shown, shown.of == stamp { return shown.1 }
    let plan = try await readPlanToShow()
    shown = (stamp, plan)
    return plan
  }

  private func readPlanToShow() async throws -> ShownPlan {
    if let frozen = try frozen() {
      return ShownPlan(
        plan: frozen.plan, revision: frozen.number,
        layout: LayoutSource(
          name: frozen.evidence.layoutName, files: frozen.evidence.layoutFiles))
    }
    let prepared = try await prepare()
    return ShownPlan(plan: prepared.plan, revision: 1, layout: prepared.layout)
  }
}

/// A plan with what its pages are drawn by.
struct ShownPlan: Sendable {
  let plan: Plan
  let revision: Int
  let layout: LayoutSource
}

/// Shows pages one by one: a worker of its own that keeps the plan and the materials it was given last.
actor PageGallery {
  private let worker: RenderClient
  private var shown: Plan?
  private var opened: Set<PackID> = []

  init(executable: String, arguments: [String]) {
    worker = RenderClient(executable: executable, arguments: arguments)
  }

  func picture(
    _ wanted: ShownPlan, _ pack: Pack, _ recipe: JobRecipe, dpi: Int, in folder: ExamFolder,
    keys: any MaterialKeys
  ) async throws -> [UInt8]? {
    try await setUp(wanted, pack, folder, keys)
    return try await worker.pictures(pack: pack.id, recipe: recipe, dpi: dpi).first
  }

  private func setUp(
    _ wanted: ShownPlan, _ pack: Pack, _ folder: ExamFolder, _ keys: any MaterialKeys
  ) async throws {
    if shown != wanted.plan {
      (shown, opened) = (nil, [])
      try await worker.layout(name: wanted.layout.name, files: wanted.layout.files)
      try await worker.use(plan: wanted.plan)
      shown = wanted.plan
    }
    guard !opened.contains(pack.id) else { return }
    let materials = try MaterialStore.load([pack], of: wanted.plan, from: folder, keys: keys)
    try await materials.open(in: worker, keys: keys)
    opened.insert(pack.id)
  }
}
