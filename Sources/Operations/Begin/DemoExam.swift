import Example
public import Exam
import Foundation

/// The invented exam that the program brings along, to be tried out.
public enum DemoExam {
  private static let name = "Пример ВПР"

  /// Writes the exam into a folder of its own under `parent`, as if it took place on `date`.
  ///
  /// A folder of that name is left alone: «Пример ВПР 2» is the next.
  public static func write(under parent: String, date: CivilDate) throws -> ExamFolder {
    let parent = URL(fileURLWithPath: parent, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      let folder = try make(in: parent)
      for file in ExampleFile.all {
        let bytes = file.name == "exam.yaml" ? described(file.bytes, date) : file.bytes
        try Data(bytes).write(to: folder.appendingPathComponent(file.name))
      }
      return ExamFolder(path: folder.path)
    } catch let error as CocoaError {
      throw notWritable(parent, isReadOnly: error.code == .fileWriteVolumeReadOnly)
    }
  }

  private static func make(in parent: URL) throws -> URL {
    for number in 1... {
      let folder = parent.appendingPathComponent(
        number == 1 ? name : "\(name) \(number)", isDirectory: true)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
      } catch CocoaError.fileWriteFileExists {}
    }
    preconditionFailure("there is a number for every folder")
  }

  /// The day that is wanted, and no id: every exam draws one, so that no mark is printed twice.
  private static func described(_ bytes: [UInt8], _ date: CivilDate) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasPrefix("id:") }.map { line in
      line.hasPrefix("date:") ? "date: \(date.dotted)" : String(line)
    }
    return Array(kept.joined(separator: "\n").utf8)
  }

  private static func notWritable(_ parent: URL, isReadOnly: Bool) -> Trouble {
    Trouble(
      "demo.not-writable", at: parent.path,
      Wording(
        ru: (isReadOnly ? "Этот носитель только для чтения" : "Сюда нельзя записать")
          + ". Назовите папку, куда можно: tirazh demo ~/Тираж",
        en: (isReadOnly ? "This medium is read-only" : "This folder cannot be written")
          + ". Name one that can: tirazh demo ~/Tirazh"))
  }
}
