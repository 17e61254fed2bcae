import Exam
import Foundation
public import Intake
import Layout
import RenderClient

extension ExamDesk {
  /// Looks at the newest list and every archive and PDF of the exam's folder, or only at `files` if
  /// there are any; `printers` are those that accept jobs, `like` is the
  /// folder of an earlier exam.
  public func survey(
    files: [String], printers: [String], like earlier: String? = nil
  ) async throws -> StarterSurvey {
    let names =
      try files.isEmpty ? FolderFiles.names(in: folder) : FolderFiles.named(files, in: folder)
    var survey = StarterSurvey(printers: printers)
    for name in FolderFiles.lists(names, in: folder) {
      do {
        survey.lists.append(try list(name))
      } catch let trouble as Trouble {
        let isCodes = (try? CodesFile.read(bytes: folder.read(name), fileName: name)) != nil
        if isCodes, survey.codes == nil {
          survey.codes = name
        } else if !FolderFiles.isText(name) {
          survey.refused.append(.init(file: name, message: trouble.message))
        }
      }
    }
    let policy = try LayoutSource.load(
      (try? folder.description())?.layout ?? "vpr", in: folder
    ).profile().policy
    try await withWorker { worker in
      let looking = MaterialSurvey(folder: folder, worker: worker, keys: keys, policy: policy)
      for name in FolderFiles.materials(names) {
        do {
          survey.materials.append(try await looking.material(name))
        } catch let trouble as Trouble {
          survey.refused.append(.init(file: name, message: trouble.message))
        }
      }
    }
    survey.refused += FolderFiles.documents(names).map {
      .init(file: $0, message: FolderFiles.documentAdvice)
    }
    survey.refused += FolderFiles.volumeSets(names).map {
      .init(file: $0, message: MaterialTrouble.volume($0).message)
    }
    survey.refused += FolderFiles.unfinished(names).map {
      .init(file: $0, message: FolderFiles.unfinishedAdvice)
    }
    if survey.codes == nil, let earlier, let url = folder.subfolder(earlier), CodeBook.hasCodes(url)
    {
      survey.codes = earlier
    }
    if let newest = survey.lists.first {
      survey.choose(newest)
    } else {
      survey.date = survey.materials.lazy.compactMap { StarterSurvey.date(inName: $0.file) }.first
    }
    return survey
  }

  /// A list, and the day and the bell that its title rows give.
  private nonisolated func list(_ name: String) throws -> StarterSurvey.DatedList {
    let result = try ListReader.read(bytes: folder.read(name), fileName: name)
    let list = StarterSurvey.List(
      file: name, participants: result.participants.count,
      rooms: Set(result.participants.map(\.room)).sorted(),
      classes: Set(result.participants.compactMap(\.className)).sorted(),
      saysSubjects: Self.saysSubjects(result.participants))
    return StarterSurvey.DatedList(list: list, date: result.date, starts: result.starts)
  }

  /// Whether the list says of everybody what they write; one subject in a title tells nothing of classes.
  private static nonisolated func saysSubjects(_ people: [Participant]) -> Bool {
    let subjects = people.compactMap(\.subject)
    return subjects.count == people.count
      && (Set(subjects).count > 1 || people.contains { $0.cells?[.subject] != nil })
  }
}

/// Looks at one file of a folder: what its pages say it is for.
struct MaterialSurvey {
  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys
  let policy: Policy

  func material(_ name: String) async throws -> FoundMaterial {
    let material = Material(
      id: MaterialID(rawValue: "found"), give: .participant, files: [name])
    var documents: [[PageFacts]] = []
    let contents = try MaterialFiles.expand(material: material, keys: keys, read: folder.read)
    for found in contents.files {
      let sha = try await open(found)
      let inside = try await Portfolio(worker: worker).contents(of: found, sha256: sha)?.files ?? []
      for file in inside {
        documents.append(try await worker.facts(sha256: open(file), marks: .none))
      }
      if inside.isEmpty { documents.append(try await worker.facts(sha256: sha, marks: .none)) }
    }
    return FoundMaterial.of(file: name, documents: documents, policy: policy)
  }

  private func open(_ file: MaterialFile) async throws -> String {
    let sha = Digest.sha256(file.bytes)
    try await MaterialOpening(worker: worker, keys: keys)
      .open(file.bytes, sha256: sha, name: file.place)
    return sha
  }
}
