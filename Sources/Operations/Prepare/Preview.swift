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

  /// Makes a request.
  public init(rooms: [String], directory: String, pictures: Bool) {
    self.rooms = rooms
    self.directory = directory
    self.pictures = pictures
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
    return try pages.map { file, bytes in
      let url = directory.appendingPathComponent(file)
      // As closed to others as what is printed.
      guard
        FileManager.default.createFile(
          atPath: url.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      else { throw Self.notWritten(url) }
      return url
    }
  }
}
