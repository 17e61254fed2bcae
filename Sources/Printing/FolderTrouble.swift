import Exam
import Foundation

/// What keeps a folder from being printed into.
enum FolderTrouble {
  static func foreign(_ file: URL) -> Trouble {
    Trouble(
      "folder.foreign-file", cause: .foreignFile, at: file.path,
      Wording(
        ru: "В папке уже лежит чужой файл с таким именем. Уберите его или выберите другую папку",
        en:
          "A file of that name that is not ours lies in the folder. Move it or take another folder"
      ))
  }

  static func noFolder(_ url: URL) -> Trouble {
    Trouble(
      "folder.not-made", cause: .noFolder, at: url.path,
      Wording(
        ru: "Папку нельзя создать. Выберите другую", en: "The folder cannot be made. Take another"))
  }

  static func notWritten(_ file: URL, _ failure: FolderFile.Failure) -> Trouble {
    Trouble(
      "folder.not-written", exit: .failed, at: file.path,
      Wording(
        ru: "Файл не записан (\(failure.call), код \(failure.code)). Проверьте место на диске",
        en: "The file was not written (\(failure.call), code \(failure.code)). Check the disk"))
  }
}
