import Exam
import Foundation

/// The program's own folder within an exam's folder, closed to other users.
enum PrivateFolder {
  static func url(in folder: URL) -> URL {
    folder.appendingPathComponent(".tirazh", isDirectory: true)
  }

  static func make(_ folder: URL) throws(Trouble) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    } catch {
      throw JournalTrouble.notWritable(folder.path)
    }
  }
}
