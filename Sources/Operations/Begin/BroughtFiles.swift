import Exam
import Foundation

/// A file that somebody puts into an exam's folder.
public struct BroughtFile: Sendable {
  /// Its name, as whoever brought it called it.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// Takes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension ExamDesk {
  /// Puts files into the folder as they are; one that is there already is kept unless it `replaces`.
  ///
  /// All or nothing is written of what cannot be taken: the names are looked at first.
  ///
  /// - Returns: The names under which they lie there.
  public nonisolated func bring(_ files: [BroughtFile], replaces: Bool) throws -> [String] {
    let names = try files.map { try BroughtName.safe($0.name) }
    guard Set(names).count == names.count else { throw BroughtName.twice }
    let known = names.filter(folder.exists)
    guard replaces || known.isEmpty else { throw BroughtName.known(known) }
    for (name, file) in zip(names, files) {
      do {
        let options: Data.WritingOptions = replaces ? .atomic : .withoutOverwriting
        try Data(file.bytes).write(
          to: folder.url.appendingPathComponent(name), options: options)
      } catch {
        throw BroughtName.notWritten(name)
      }
    }
    return names
  }
}

/// Names that files may have in an exam's folder.
enum BroughtName {
  private static let kinds: Set<String> = [
    "xlsx", "xlsm", "ods", "csv", "pdf", "zip", "7z", "rar",
  ]

  /// The name without folders and without what a file system or a screen would stumble over.
  static func safe(_ name: String) throws -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let plain = last.precomposedStringWithCanonicalMapping.filter { character in
      !character.unicodeScalars.contains { $0.properties.generalCategory.isInvisible }
    }.trimmingCharacters(in: .whitespaces)
    let suffix = (plain as NSString).pathExtension.lowercased()
    guard kinds.contains(suffix), !plain.hasPrefix("."), !plain.hasPrefix("~$"),
      plain.utf8.count <= 200
    else { throw refused(last) }
    return plain
  }

  private static func refused(_ name: String) -> Trouble {
    Trouble(
      "bring.kind", at: String(name.prefix(80)),
      Wording(
        ru: "Такой файл не беру: нужен список (xlsx, ods, csv) или материалы (zip, 7z, rar, pdf)",
        en: "Such a file is not taken: a list (xlsx, ods, csv) or materials (zip, 7z, rar, pdf)"))
  }

  static var twice: Trouble {
    Trouble(
      "bring.twice",
      Wording(
        ru: "Два файла называются одинаково. Переименуйте один",
        en: "Two files have the same name. Rename one of them"))
  }

  static func known(_ names: [String]) -> Trouble {
    Trouble(
      "bring.known", cause: .foreignFile, at: names.joined(separator: ", "),
      Wording(
        ru: "Такой файл в папке уже есть, он не тронут. Чтобы заменить его, отметьте это и "
          + "выберите файлы ещё раз",
        en: "There is such a file in the folder, it was not touched. To replace it, tick that and "
          + "choose the files again"))
  }

  static func notWritten(_ name: String) -> Trouble {
    Trouble(
      "folder.not-writable", exit: .failed, at: name,
      Wording(
        ru: "Файл не записан. Проверьте права на папку и место на диске",
        en: "The file was not written. Check the folder's permissions and the disk"))
  }
}

extension Unicode.GeneralCategory {
  /// Control, format and unassigned characters, which nobody sees in a name.
  fileprivate var isInvisible: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
  }
}
