public import Exam
public import Foundation
import Intake

/// An exam's folder: exam.yaml, the list, the materials, and the private folder `.tirazh`.
public struct ExamFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Names a folder; nothing is read yet.
  public init(path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// The folder of the program's own files.
  public var privateFolder: URL { url.appendingPathComponent(".tirazh", isDirectory: true) }

  /// Whether an exam.yaml lies here.
  public var hasDescription: Bool { exists("exam.yaml") }

  /// What exam.yaml says.
  public func description() throws -> ExamDescription {
    guard hasDescription else {
      throw Trouble(
        "folder.no-exam", at: url.path,
        Wording(
          ru: "Здесь нет файла exam.yaml. Перейдите в папку проведения или укажите её: -C ПАПКА",
          en: "There is no exam.yaml here. Go to the exam's folder or name it: -C DIR"))
    }
    let bytes = try read("exam.yaml")
    guard let yaml = String(bytes: bytes, encoding: .utf8) else {
      throw Trouble(
        "yaml.not-utf8", at: "exam.yaml",
        Wording(
          ru: "Файл не в кодировке UTF-8. Сохраните его в UTF-8",
          en: "The file is not UTF-8. Save it as UTF-8"))
    }
    return try DescriptionReader.read(yaml: yaml, fileName: "exam.yaml")
  }

  /// The exam's id: of exam.yaml, else drawn once and kept in `.tirazh`.
  public func examID(_ description: ExamDescription) throws -> ExamID {
    if let id = description.id { return id }
    let file = privateFolder.appendingPathComponent("id")
    if let text = try? String(contentsOf: file, encoding: .utf8),
      let id = ExamID(rawValue: text.trimmingCharacters(in: .whitespacesAndNewlines))
    {
      return id
    }
    var generator = SystemRandomNumberGenerator()
    let id = ExamID.draw(using: &generator)
    do {
      try FileManager.default.createDirectory(
        at: privateFolder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data((id.rawValue + "\n").utf8).write(to: file, options: .atomic)
    } catch {
      throw Trouble(
        "folder.not-writable", exit: .failed, at: privateFolder.path,
        Wording(ru: "Не удалось записать номер проведения", en: "The exam's id cannot be written"))
    }
    return id
  }

  /// Whether a file of the folder exists.
  public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: resolve(path).path)
  }

  /// What to say of files that are called a little otherwise than exam.yaml names them.
  func looselyNamed(_ description: ExamDescription, list: String) -> [Finding] {
    Set([list] + description.files).sorted().compactMap { name in
      // A letter in one piece or in two: nobody sees the difference.
      guard let found = FileNames(folder: url).match(name), found != name
      else { return nil }
      return Finding(
        .fileLooselyNamed, .note, at: "exam.yaml",
        Wording(
          ru: "файл «\(name)» в папке называется «\(found)»: взят он",
          en: "the file “\(name)” is called “\(found)” in the folder: that one is taken"))
    }
  }

  /// The bytes of a file named relative to the folder.
  public func read(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: resolve(path)))
    } catch {
      // A file that has its own use is not the one that is missing.
      let used = (try? description())?.files ?? []
      let near = FileNames(folder: url).nearest(path, besides: used)
      let hint = near.map {
        Wording(ru: ". Есть похожий: «\($0)»", en: ". There is a similar one: “\($0)”")
      }
      throw Trouble(
        "file.missing", cause: .fileMissing, at: path,
        Wording(
          ru: "Файл не найден или не читается. Положите его в папку \(url.lastPathComponent)"
            + (hint?.ru ?? ""),
          en: "The file is missing or cannot be read. Put it into \(url.lastPathComponent)"
            + (hint?.en ?? "")))
    }
  }

  /// The list's file name: of exam.yaml, else the only table that lies in the folder.
  public func listName(_ description: ExamDescription) throws -> String {
    if let list = description.list { return list }
    let codes = Set(
      description.codes.map { source in
        if case .file(let name) = source { name } else { "" }
      })
    let names = try FolderFiles.names(in: self)
    let found = FolderFiles.lists(names, in: self).filter { !codes.contains($0) }.sorted()
    // A list of an old kind is refused with advice, rather than not seen.
    let readable = found.filter(FolderFiles.isTable)
    let tables = readable.isEmpty ? found.filter { !FolderFiles.isText($0) } : readable
    guard let only = tables.first, tables.count == 1 else {
      throw Trouble(
        "list.not-named", at: url.path,
        Wording(
          ru: tables.isEmpty
            ? "Нет списка участников. Положите сюда список (xlsx, ods или csv)"
            : "Списков несколько: \(tables.joined(separator: ", ")). Укажите нужный в exam.yaml: list",
          en: tables.isEmpty
            ? "There is no list of participants. Put one here (xlsx, ods or csv)"
            : "There are several lists: \(tables.joined(separator: ", ")). Name one: list: in exam.yaml"
        ))
    }
    return only
  }

  /// What to say of a list that another program holds open.
  public func openFindings(list: String) -> [Finding] {
    let file = resolve(list)
    let neighbours = file.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: neighbours)) ?? []
    return ListLocks.findings(list: file.lastPathComponent, among: names)
  }

  /// A folder named relative to this one; nil if it is none.
  func subfolder(_ path: String) -> URL? {
    var isFolder: ObjCBool = false
    let url = resolve(path)
    guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return nil }
    return url
  }

  private func resolve(_ path: String) -> URL {
    guard !path.hasPrefix("/") else { return URL(fileURLWithPath: path) }
    return url.appendingPathComponent(FileNames(folder: url).match(path) ?? path)
  }
}

extension ExamDescription {
  /// The files that it names, but for the list: codes and materials.
  var files: [String] {
    let codes = codes.compactMap { source in
      if case .file(let name) = source { name } else { nil }
    }
    return codes + works.flatMap { $0.materials.flatMap(\.files) }
  }
}
