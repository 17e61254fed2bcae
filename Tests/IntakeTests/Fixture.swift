import Exam
import Foundation
import Intake

/// Files of the package that tests read.
enum Fixture {
  /// A file by its path in the package.
  static func bytes(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// What one of the lists says.
  static func list(_ name: String) throws -> ListResult {
    try ListReader.read(bytes: bytes("Tests/Fixtures/lists/\(name)"), fileName: name)
  }

  /// What a list in a text file says.
  static func list(
    csv text: String, name: String = "список.csv", columns: [ListColumn: String] = [:]
  ) throws -> ListResult {
    try ListReader.read(bytes: Array(text.utf8), fileName: name, columns: columns)
  }
}
