import Exam
import Intake
import Journal
import RenderClient

/// Reads the materials of an exam and lets the worker tell the facts of every page.
struct MaterialInspection {
  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys
  let marks: MarkRule
  let codes: CodeRule
  private(set) var documents: [MaterialDocument] = []
  private(set) var findings: [Finding] = []
  /// Files of archives that are no PDF.
  private(set) var aside: [MaterialAside] = []
  /// The PDFs of portfolios that the material at hand holds.
  private var inside: [MaterialFile] = []
  /// Every file that was read, with digests of what it holds.
  private(set) var imports: [MaterialImport] = []

  init(
    folder: ExamFolder, worker: RenderClient, keys: any MaterialKeys, marks: MarkRule,
    codes: CodeRule
  ) {
    self.folder = folder
    self.worker = worker
    self.keys = keys
    self.marks = marks
    self.codes = codes
  }

  /// Reads one material; what is wrong with its files stops its work only.
  mutating func read(_ material: Material, of work: Work) async throws {
    do {
      var digests: [String: String] = [:]
      inside = []
      let contents = try MaterialFiles.expand(material: material, keys: keys) { name in
        let bytes = try folder.read(name)
        digests[name] = Digest.sha256(bytes)
        return bytes
      }
      findings += Self.ignored(contents, work: work)
      aside += contents.ignored.map { MaterialAside(work: work.id, archive: $0, names: $1) }
      for found in contents.files { try await inspect(found, material, work) }
      imports += material.files.map { name in
        MaterialImport(
          work: work.id, file: name, sha256: digests[name] ?? "",
          contents: (contents.files + inside).filter { $0.container == name }.map {
            ImportedFile(file: $0.file, sha256: Digest.sha256($0.bytes))
          })
      }
    } catch let trouble as Trouble {
      add(trouble, work, at: material.files.joined(separator: ", "))
    }
  }

  private mutating func inspect(
    _ found: MaterialFile, _ material: Material, _ work: Work
  ) async throws {
    let sha = Digest.sha256(found.bytes)
    do {
      try await MaterialOpening(worker: worker, keys: keys)
        .open(found.bytes, sha256: sha, name: found.place)
      if !inside.contains(found),
        let contents = try await Portfolio(worker: worker).contents(of: found, sha256: sha)
      {
        return try await take(contents, of: found, material, work)
      }
      documents.append(
        MaterialDocument(
          work: work.id, material: material.id, file: found.file, container: found.container,
          sha256: sha, facts: try await worker.facts(sha256: sha, marks: marks, codes: codes)))
    } catch let trouble as Trouble {
      guard blame(trouble) else { return add(trouble, work, at: found.place) }
      try await inspect(found, material, work)
    }
  }

  /// The files of a portfolio in the place of its cover.
  private mutating func take(
    _ contents: Portfolio.Contents, of portfolio: MaterialFile, _ material: Material, _ work: Work
  ) async throws {
    inside += contents.files
    findings.append(Portfolio.taken(contents, of: portfolio, work.id))
    if !contents.ignored.isEmpty {
      aside.append(
        MaterialAside(work: work.id, archive: portfolio.place, names: contents.ignored))
    }
    for file in contents.files { try await inspect(file, material, work) }
  }

  /// A file that was read before may kill a fresh worker that is told of it: its works stop.
  ///
  /// - Returns: Whether it was one of these files, so that the one at hand is to be read again.
  private mutating func blame(_ trouble: Trouble) -> Bool {
    let culprits = documents.filter { $0.sha256 == trouble.place.en }
    documents.removeAll { $0.sha256 == trouble.place.en }
    findings += culprits.map {
      Finding(trouble, .stop, .work($0.work), at: Wording(same: $0.place))
    }
    return !culprits.isEmpty
  }

  private mutating func add(_ trouble: Trouble, _ work: Work, at file: String) {
    let severity: Severity = trouble.cause == .fileMissing ? .warn : .stop
    findings.append(
      Finding(
        trouble, severity, .work(work.id),
        at: trouble.place.isEmpty ? Wording(same: file) : trouble.place))
  }

  private static func ignored(_ contents: MaterialContents, work: Work) -> [Finding] {
    contents.ignored.sorted { $0.key < $1.key }.map { archive, names in
      let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      return Finding(
        .materialArchiveOther, .note, .work(work.id), at: archive,
        Wording(
          ru: "в архиве есть и не PDF (\(names.count)): \(list). Они не печатаются",
          en: "the archive also holds what is no PDF (\(names.count)): \(list). Not printed"))
    }
  }
}
