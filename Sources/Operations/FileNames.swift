import Exam
import Foundation
import Intake

/// Finds files whose names differ from what exam.yaml says in nothing that people see: in the pieces a
/// letter is written in, in case, in blanks.
struct FileNames {
  let folder: URL

  /// The name of the file that a path means: itself where it is there, else the only one alike.
  func match(_ path: String) -> String? {
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) {
      return path
    }
    let alike = names(beside: path).filter { Self.plain($0) == Self.plain(Self.last(path)) }
    guard alike.count == 1, let only = alike.first else { return nil }
    return Self.parent(path) + only
  }

  /// A file whose name is nearly the one that is missing, and that nothing else names.
  func nearest(_ path: String, besides used: [String]) -> String? {
    let wanted = Self.plain(Self.last(path))
    let used = Set(used.map { match($0) ?? $0 })
    return names(beside: path).filter { !used.contains($0) }.map {
      ($0, EditDistance.between(Self.plain($0), wanted))
    }
    .filter { $0.1 * 4 <= wanted.count }.min { $0.1 < $1.1 }?.0
  }

  private func names(beside path: String) -> [String] {
    let url = folder.appendingPathComponent(Self.parent(path))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
  }

  private static func last(_ path: String) -> String { (path as NSString).lastPathComponent }

  private static func parent(_ path: String) -> String {
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "" : parent + "/"
  }

  private static func plain(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacingOccurrences(of: "ё", with: "е")
  }
}
