import Exam
public import Foundation
import Journal
import Planning
import RenderClient
import RenderProtocol

/// What `preview` is asked to do.
public struct PreviewRequest: Sendable {
  /// Rooms as people write them; all if empty.
  public var rooms: [String]
  /// The folder for the files.
  public var directory: String
  /// Whether to write a picture of each page instead of a PDF for each pack.
  public var pictures: Bool
  /// Whether to write how each page differs on paper from its material, once for each variant.
  public var differences: Bool

  /// Makes a request.
  public init(
    rooms: [String], directory: String, pictures: Bool, differences: Bool = false
  ) {
    self.rooms = rooms
    self.directory = directory
    self.pictures = pictures
    self.differences = differences
  }
}

extension ExamDesk {
  /// Writes packs as they would be printed, crossed by the word «preview»; never counts as printing.
  ///
  /// - Returns: The files written.
  public func preview(_ request: PreviewRequest) async throws -> [URL] {
    let directory = URL(fileURLWithPath: request.directory, isDirectory: true)
    return try await withWorker { worker in
      let (plan, revision) = try await planToPreview(worker)
      let wanted = try PackChoice.packs(request.rooms, in: plan)
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      let slots = plan.schedule(on: plannedPrinters)
      if request.differences {
        let packs = plan.packs.filter { wanted.contains($0.id) }
        return try await differences(of: packs, in: plan, revision, slots, to: directory, worker)
      }
      var files: [URL] = []
      for pack in plan.packs where wanted.contains(pack.id) {
        let recipe = JobRecipe(
          revision: revision, attempt: 0, items: pack.order.map { JobItem(item: $0) },
          printer: slots[pack.id]?.printer ?? "", isPreview: true)
        files += try await write(pack, recipe, request.pictures, to: directory, worker)
      }
      return files
    }
  }

  private func planToPreview(_ worker: RenderClient) async throws -> (Plan, Int) {
    if let frozen = try frozen() {
      let materials = try MaterialStore.load(
        frozen.plan.packs, of: frozen.plan, from: folder, keys: keys)
      try await worker.layout(
        name: frozen.evidence.layoutName, files: frozen.evidence.layoutFiles)
      try await materials.open(in: worker, keys: keys)
      try await worker.use(plan: frozen.plan)
      return (frozen.plan, frozen.number)
    }
    let prepared = try await prepare(with: worker)
    try await worker.use(plan: prepared.plan)
    return (prepared.plan, 1)
  }

  /// One copy of each booklet stands for all: its pages are the same.
  private func differences(
    of packs: [Pack], in plan: Plan, _ revision: Int, _ slots: [PackID: Scheduler.Slot],
    to directory: URL, _ worker: RenderClient
  ) async throws -> [URL] {
    let styles = (plannedPrinters ?? []).styles
    var seen: Set<BookletID> = []
    var files: [URL] = []
    for pack in packs {
      for copy in pack.copies where seen.insert(copy.booklet).inserted {
        let printer = slots[pack.id]?.printer ?? ""
        let recipe = JobRecipe(
          revision: revision, attempt: 0, items: [JobItem(item: copy.id)],
          style: styles[printer] ?? .asIs)
        for (page, picture) in try await worker.differences(
          pack: pack.id, recipe: recipe, dpi: 100)
        {
          files.append(
            try Self.write(picture, to: directory, page.fileName(copy, folder.paperLanguage)))
        }
      }
    }
    return files
  }

  private static func notWritten(_ url: URL) -> Trouble {
    Trouble(
      "preview.not-written", exit: .failed, at: url.path,
      Wording(
        ru: "Файл не записан. Проверьте права на папку и место на диске",
        en: "The file was not written. Check the folder's permissions and the disk"))
  }

  private func write(
    _ pack: Pack, _ recipe: JobRecipe, _ pictures: Bool, to directory: URL, _ worker: RenderClient
  ) async throws -> [URL] {
    let name = "\(pack.id.rawValue) \(pack.label)".replacingOccurrences(of: "/", with: "-")
    let pages: [(String, [UInt8])] =
      pictures
      ? try await worker.pictures(pack: pack.id, recipe: recipe, dpi: 100).enumerated().map {
        ("\(name) \(String(format: "%03d", $0 + 1)).png", $1)
      }
      : [("\(name).pdf", try await worker.compose(pack: pack.id, recipe: recipe).pdf)]
    return try pages.map { try Self.write($1, to: directory, $0) }
  }

  private static func write(_ bytes: [UInt8], to directory: URL, _ name: String) throws -> URL {
    let url = directory.appendingPathComponent(name)
    // As closed to others as what is printed.
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw notWritten(url) }
    return url
  }
}

extension PrintedPage {
  /// Work, file and page, and what is done to it: «math5 variant-1 03 нарисована.png».
  fileprivate func fileName(_ copy: PackCopy, _ language: Language) -> String {
    let file = ((source.file as NSString).lastPathComponent as NSString).deletingPathExtension
    let half = source.half.map { " " + $0.rawValue } ?? ""
    func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }
    let done =
      switch way {
      case .asIs: ""
      case .drawn: say(" нарисована", " drawn")
      case .raster: say(" картинкой", " picture")
      }
    let name = "\(copy.work.rawValue) \(file) \(String(format: "%02d", source.page))\(half)\(done)"
    return name.replacingOccurrences(of: "/", with: "-") + ".png"
  }
}
