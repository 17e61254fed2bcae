import Exam
import Intake
import Planning
import RenderClient

/// The bytes of the materials, in memory, by SHA-256.
struct MaterialStore: Sendable {
  private(set) var bytes: [String: [UInt8]] = [:]
  private(set) var names: [String: String] = [:]

  /// Reads what a frozen plan names for the works of these packs, and refuses anything of it that
  /// changed since.
  ///
  /// What else lies in an archive is left alone: a broken PDF there stops its work only.
  static func load(
    _ packs: [Pack], of plan: Plan, from folder: ExamFolder, keys: any MaterialKeys
  ) throws -> MaterialStore {
    var store = MaterialStore()
    let works = Set(packs.flatMap { $0.copies.map(\.work) + $0.papers.compactMap(\.work) })
    let documents = plan.documents.filter { works.contains($0.work) }
    let named = Set(documents.map(\.sha256))
    for path in Set(documents.map { $0.container ?? $0.file }).sorted() {
      let material = Material(
        id: MaterialID(rawValue: "frozen"), give: .participant, files: [path])
      let contents = try MaterialFiles.expand(
        material: material, keys: keys, read: folder.read)
      for found in contents.files {
        let sha = Digest.sha256(found.bytes)
        guard named.contains(sha) else { continue }
        store.bytes[sha] = found.bytes
        store.names[sha] = found.place
      }
    }
    for document in documents where store.bytes[document.sha256] == nil {
      throw Trouble(
        "material.changed", at: document.container ?? document.file,
        Wording(
          ru: "Файл «\(document.file)» изменился после того, как план был зафиксирован. "
            + "Верните прежний файл или зафиксируйте новый план: tirazh plan --freeze",
          en: "“\(document.file)” has changed since the plan was frozen. "
            + "Put the former file back or freeze a new plan: tirazh plan --freeze"))
    }
    return store
  }

  /// Gives the worker every file.
  func open(in worker: RenderClient, keys: any MaterialKeys) async throws {
    let opening = MaterialOpening(worker: worker, keys: keys)
    for (sha, content) in bytes.sorted(by: { $0.key < $1.key }) {
      try await opening.open(content, sha256: sha, name: names[sha] ?? "")
    }
  }
}
