import Exam
import Foundation
import Layout
import LayoutFiles

/// The texts of a layout, built in or from a folder of the user's.
struct LayoutSource {
  let name: String
  let files: [String: String]

  static func load(_ name: String, in folder: ExamFolder) throws -> LayoutSource {
    if let files = LayoutFiles.builtIn[name] { return LayoutSource(name: name, files: files) }
    let url = URL(fileURLWithPath: name, relativeTo: folder.url)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    var files: [String: String] = [:]
    for file in names where file.hasSuffix(".yaml") {
      guard
        let text = try? String(contentsOf: url.appendingPathComponent(file), encoding: .utf8)
      else {
        throw Trouble(
          "layout.unreadable", at: "\(name)/\(file)",
          Wording(
            ru: "Файл макета не читается, или он не в кодировке UTF-8. Сохраните его заново",
            en: "The layout's file cannot be read, or is not UTF-8. Save it again"))
      }
      files[file] = text
    }
    guard !files.isEmpty else {
      let known = LayoutFiles.builtIn.keys.sorted().joined(separator: ", ")
      throw Trouble(
        "layout.unknown", at: "exam.yaml",
        Wording(
          ru: "Нет макета «\(name)». Встроенные: \(known); или путь к папке с файлами yaml",
          en:
            "There is no layout “\(name)”. Built in: \(known); or a path to a folder of yaml files"
        ))
    }
    return LayoutSource(name: url.lastPathComponent, files: files)
  }

  func profile() throws -> LayoutProfile { try LayoutProfile.parse(name: name, files: files) }
}
