import Exam
import Intake
import Planning
import RenderClient

/// The bytes of the materials, in memory, by SHA-256.
struct MaterialStore: Sendable {
  private(set) var bytes: [String: [UInt8]] = [:]
  private(set) var names: [String: String] = [:]
  /// Portfolios, and what of the plan lies inside them: only the worker can take it out.
  private var portfolios: [(file: MaterialFile, documents: [PlanDocument])] = []

  /// Reads what a frozen plan names for the works of these packs, and refuses anything of it that
  /// changed since.
  ///
  /// What else lies in an archive is left alone: a broken PDF there stops its work only.
  static func load(
    _ packs: [Pack], of plan: Plan, from folder: ExamFolder, keys: any MaterialKeys
  ) throws -> MaterialStore {
    try load(Set(packs.flatMap(\.works)), of: plan, from: folder, keys: keys)
  }

  /// The works whose files are missing or changed, with the reason.
  static func spoiled(
    _ packs: [Pack], of plan: Plan, from folder: ExamFolder, keys: any MaterialKeys
  ) -> [WorkID: Trouble] {
    var spoiled: [WorkID: Trouble] = [:]
    for work in Set(packs.flatMap(\.works)) {
      do {
        _ = try load([work], of: plan, from: folder, keys: keys)
      } catch {
        spoiled[work] = Trouble.from(error)
      }
    }
    return spoiled
  }

  private static func load(
    _ works: Set<WorkID>, of plan: Plan, from folder: ExamFolder, keys: any MaterialKeys
  ) throws -> MaterialStore {
    var store = MaterialStore()
    let documents = plan.documents.filter { works.contains($0.work) }
    let named = Set(documents.map(\.sha256))
    var others: [MaterialFile] = []
    for path in Set(documents.map { $0.container ?? $0.file }).sorted() {
      let material = Material(
        id: MaterialID(rawValue: "frozen"), give: .participant, files: [path])
      let contents = try MaterialFiles.expand(
        material: material, keys: keys, read: folder.read)
      for found in contents.files {
        let sha = Digest.sha256(found.bytes)
        guard named.contains(sha) else {
          others.append(found)
          continue
        }
        store.bytes[sha] = found.bytes
        store.names[sha] = found.place
      }
    }
    let missing = documents.filter { store.bytes[$0.sha256] == nil }
    for document in missing
    where !others.contains(where: { $0.mayHold(document.file, in: document.container) }) {
      throw changed(document)
    }
    store.portfolios = others.map { file in
      (file, missing.filter { file.mayHold($0.file, in: $0.container) })
    }.filter { !$0.documents.isEmpty }
    return store
  }

  private static func changed(_ document: PlanDocument) -> Trouble {
    Trouble(
      "material.changed", at: document.container ?? document.file,
      Wording(
        ru: "Файл «\(document.file)» изменился после того, как план был зафиксирован. "
          + "Верните прежний файл или зафиксируйте новый план: tirazh plan --freeze",
        en: "“\(document.file)” has changed since the plan was frozen. "
          + "Put the former file back or freeze a new plan: tirazh plan --freeze"))
  }

  /// Gives the worker every file, those inside portfolios, too.
  func open(in worker: RenderClient, keys: any MaterialKeys) async throws {
    let opening = MaterialOpening(worker: worker, keys: keys)
    for (sha, content) in bytes.sorted(by: { $0.key < $1.key }) {
      try await opening.open(content, sha256: sha, name: names[sha] ?? "")
    }
    for (file, documents) in portfolios {
      let sha = Digest.sha256(file.bytes)
      try await opening.open(file.bytes, sha256: sha, name: file.place)
      let inside = try await Portfolio(worker: worker).contents(of: file, sha256: sha)?.files ?? []
      for document in documents {
        let found = inside.first { Digest.sha256($0.bytes) == document.sha256 }
        guard let found else { throw Self.changed(document) }
        try await opening.open(found.bytes, sha256: document.sha256, name: found.place)
      }
    }
  }
}

extension Pack {
  /// The works whose pages are in it.
  var works: Set<WorkID> { Set(copies.map(\.work) + papers.compactMap(\.work)) }
}
