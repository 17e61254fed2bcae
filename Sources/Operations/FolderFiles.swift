import Exam
import Foundation
import Intake

/// The files of an exam's folder, by what they may be.
enum FolderFiles {
  private static let tables: Set<String> = ["xlsx", "xlsm", "ods", "csv", "tsv", "xls", "txt"]
  private static let packed: Set<String> = ["pdf", "zip", "7z", "rar"]
  private static let documents: Set<String> = ["docx", "doc", "docm", "rtf", "odt", "pages"]

  static func names(in folder: ExamFolder) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    } catch {
      throw Trouble(
        "folder.missing", at: folder.url.path,
        Wording(ru: "Папка не найдена или не читается", en: "The folder cannot be read"))
    }
  }

  static func named(_ files: [String], in folder: ExamFolder) throws -> [String] {
    for file in files where !folder.exists(file) {
      throw Trouble(
        "file.missing", cause: .fileMissing, at: file,
        Wording(ru: "Файл не найден", en: "There is no such file"))
    }
    return files
  }

  /// Lists, the newest first; lock files of office programs are none.
  static func lists(_ names: [String], in folder: ExamFolder) -> [String] {
    names.filter { isVisible($0) && tables.contains(suffix($0)) }
      .map { ($0, changed($0, in: folder)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  /// Whether a name promises nothing: any text may be called so, a list among them.
  static func isText(_ name: String) -> Bool { suffix(name) == "txt" }

  /// Whether a name promises a table that every program can read.
  static func isTable(_ name: String) -> Bool { !isText(name) && suffix(name) != "xls" }

  static func materials(_ names: [String]) -> [String] {
    names.filter {
      isVisible($0) && packed.contains(suffix($0)) && !MaterialFiles.isVolume($0)
    }
  }

  /// Pieces of archives that were cut.
  static func volumes(_ names: [String]) -> [String] {
    names.filter { isVisible($0) && MaterialFiles.isVolume($0) }
  }

  /// The first piece of each archive that was cut: sets of one archive are called alike.
  static func volumeSets(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return volumes(names).filter { name in
      let small = name.lowercased()
      let end = small.firstMatch(of: /\.(?:part\d+\.rar|(?:zip|7z|rar)\.\d+|[zr]\d+|\d+)$/)
      guard let end else { return seen.insert(small).inserted }
      let kind = String(end.output).filter { !$0.isNumber }
      return seen.insert(String(small[..<end.range.lowerBound]) + kind).inserted
    }
  }

  /// Files that a browser has not loaded whole yet.
  static func unfinished(_ names: [String]) -> [String] {
    names.filter { isVisible($0) && unfinishedEndings.contains(suffix($0)) }
  }

  /// What to do about such a file.
  static let unfinishedAdvice = Wording(
    ru:
      "не используется: файл ещё не загружен до конца; дождитесь загрузки или скачайте его заново",
    en: "not used: the file is not loaded whole yet; wait for it or load it again")

  private static let unfinishedEndings: Set<String> = [
    "crdownload", "part", "partial", "download", "opdownload", "!ut",
  ]

  /// Texts that nobody has made a PDF of.
  static func documents(_ names: [String]) -> [String] {
    names.filter { isVisible($0) && documents.contains(suffix($0)) }
  }

  /// What to do about such a text.
  static let documentAdvice = Wording(
    ru:
      "не используется: это текст, а печатаются только PDF. Если он нужен, сохраните его как PDF и "
      + "наберите: tirazh init",
    en:
      "not used: this is a text, and only PDFs are printed. If it is needed, save it as a PDF and "
      + "type: tirazh init")

  private static func isVisible(_ name: String) -> Bool {
    let last = (name as NSString).lastPathComponent
    return !ListLocks.isLock(last) && !last.hasPrefix(".")
  }

  private static func suffix(_ name: String) -> String {
    (name as NSString).pathExtension.lowercased()
  }

  private static func changed(_ name: String, in folder: ExamFolder) -> Date {
    let path = folder.url.appendingPathComponent(name).path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }
}
