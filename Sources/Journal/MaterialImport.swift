public import Exam
public import Foundation
import GRDB

/// A PDF of an archive of materials.
public struct ImportedFile: Hashable, Codable, Sendable {
  /// Its name in the archive.
  public var file: String
  /// SHA-256 of the PDF.
  public var sha256: String

  /// Names a PDF.
  public init(file: String, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }
}

/// A file of the exam's folder as it was read for a work.
public struct MaterialImport: Hashable, Codable, Sendable {
  /// The work.
  public var work: WorkID
  /// The file, as exam.yaml names it.
  public var file: String
  /// SHA-256 of the file.
  public var sha256: String
  /// The PDFs that it holds, if it is an archive.
  public var contents: [ImportedFile]

  /// Describes a file.
  public init(work: WorkID, file: String, sha256: String, contents: [ImportedFile] = []) {
    self.work = work
    self.file = file
    self.sha256 = sha256
    self.contents = contents
  }

  /// Whether both stand for the same file of the same work, whatever it holds.
  public func isOf(_ other: MaterialImport) -> Bool { work == other.work && file == other.file }
}

/// The events about materials.
enum MaterialImports {
  private static let kind = EventKind.materials

  /// What each file of each work was when it was last imported.
  static func newest(in database: Database) throws -> [MaterialImport] {
    let details = try String.fetchAll(
      database, sql: "SELECT detail FROM event WHERE kind = ? ORDER BY id",
      arguments: [kind.rawValue])
    var newest: [MaterialImport] = []
    for detail in details {
      let found = try JSON.value(MaterialImport.self, detail)
      newest.removeAll { $0.isOf(found) }
      newest.append(found)
    }
    return newest
  }

  /// Writes what is not the newest import of its file already.
  static func append(_ imports: [MaterialImport], when: Date, to database: Database) throws {
    let known = Set(try newest(in: database))
    for found in imports where !known.contains(found) {
      try EventChain.append(kind, detail: JSON.text(found), when: when, to: database)
    }
  }
}

extension ExamJournal {
  /// What each file of each work was when it was last imported.
  public func materialImports() throws(Trouble) -> [MaterialImport] {
    try read { try MaterialImports.newest(in: $0) }
  }

  /// Writes the files that are seen for the first time; of the others nothing changes.
  ///
  /// A copied journal is only read.
  public func recordFirstImports(_ imports: [MaterialImport], when: Date) throws(Trouble) {
    guard try copy() == nil else { return }
    try write { database in
      let known = try MaterialImports.newest(in: database)
      let first = imports.filter { found in !known.contains { $0.isOf(found) } }
      try MaterialImports.append(first, when: when, to: database)
    }
  }
}
