import Exam
import Intake
import RenderClient

/// Names the lists, PDFs and archives of the exam's folder that exam.yaml does not: a second archive, a
/// corrected list.
struct UnusedFiles {
  let folder: ExamFolder
  let worker: RenderClient
  let policy: Policy
  let description: ExamDescription
  let listName: String

  /// More of each sort are only counted.
  private static let most = 10

  /// A warning for each file that looks like a work or a list, a note for any other.
  func findings() async -> [Finding] {
    guard let names = try? FolderFiles.names(in: folder) else { return [] }
    let used = used
    let lists = FolderFiles.lists(names, in: folder).filter {
      !used.contains($0) && !FolderFiles.isText($0)
    }
    let materials = FolderFiles.materials(names).filter { !used.contains($0) }
    let documents = FolderFiles.documents(names)
    let volumes = FolderFiles.volumeSets(names).filter { !used.contains($0) }
    var findings = lists.prefix(Self.most).map(list)
    for name in materials.prefix(Self.most) { findings.append(await material(name)) }
    findings += documents.prefix(Self.most).map(Self.document)
    findings += volumes.prefix(Self.most).map(Self.volume)
    findings += FolderFiles.unfinished(names).prefix(Self.most).map {
      Finding(.fileUnused, .warn, at: $0, FolderFiles.unfinishedAdvice)
    }
    return findings + Self.rest(of: lists, .note) + Self.rest(of: materials, .warn)
      + Self.rest(of: documents, .warn)
  }

  /// «Вариант 2.docx»: nobody made a PDF of it.
  private static func document(_ name: String) -> Finding {
    Finding(.fileUnused, .warn, at: name, FolderFiles.documentAdvice)
  }

  private static func volume(_ name: String) -> Finding {
    Finding(.fileUnused, .warn, at: name, MaterialTrouble.volume(name).message)
  }

  private static func rest(of names: [String], _ severity: Severity) -> [Finding] {
    let names = names.dropFirst(most)
    guard let first = names.first, let last = names.last else { return [] }
    let places = names.count == 1 ? first : "\(first) … \(last)"
    return [
      Finding(
        .fileUnused, severity, at: places,
        Wording(
          ru: "не используются и не просмотрены, таких файлов ещё \(names.count): уберите из папки "
            + "лишнее",
          en: "not used and not looked at, \(names.count) more of this sort: take away from the "
            + "folder what is not needed"))
    ]
  }

  private var used: Set<String> {
    let named = [listName] + description.files
    return Set(named.map { FileNames(folder: folder.url).match($0) ?? $0 })
  }

  private func list(_ name: String) -> Finding {
    Finding(
      .fileUnused, .note, at: name,
      Wording(
        ru: "не используется: список участников — «\(listName)». Нужен этот? Укажите его в "
          + "exam.yaml: list",
        en: "not used: the list of participants is “\(listName)”. Is it this one? Name it in "
          + "exam.yaml: list"))
  }

  private func material(_ name: String) async -> Finding {
    let looking = MaterialSurvey(
      folder: folder, worker: worker, keys: NoMaterialKeys(), policy: policy)
    let found = try? await looking.material(name)
    guard case .work(let subject, let grade) = found?.kind else {
      return Finding(
        .fileUnused, .note, at: name,
        Wording(
          ru: "не используется. Добавить? tirazh init", en: "not used. To add it: tirazh init"))
    }
    let grades = (ru: grade.map { " \($0) класс" } ?? "", en: grade.map { ", grade \($0)" } ?? "")
    return Finding(
      .fileUnused, .warn, at: name,
      Wording(
        ru: "не используется: \(subject)\(grades.ru); добавить? tirazh init",
        en: "not used: \(subject)\(grades.en); to add it: tirazh init"))
  }
}
