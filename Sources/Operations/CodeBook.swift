import Exam
import Foundation
import Intake
import RenderClient

/// The codes of a school: read from the files exam.yaml names, kept in a file that the next exam reads.
///
/// Codes once given are never given to anybody else: the book is read before anything is assigned.
struct CodeBook {
  /// The file that keeps the codes, in the exam's folder.
  static let fileName = "Коды участников.csv"

  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys

  /// Gives codes to participants that the list leaves without; where nobody is left without one, the
  /// list's own notes of missing codes are settled.
  func assign(
    _ list: ListResult, _ description: ExamDescription
  ) async throws -> (participants: [Participant], findings: [Finding]) {
    guard !description.codes.isEmpty else { return (list.participants, list.findings) }
    var entries: [CodeEntry] = []
    if folder.exists(Self.fileName) { entries += try await read(Self.fileName) }
    for source in description.codes {
      if case .file(let name) = source, name != Self.fileName { entries += try await read(name) }
    }
    let (people, findings) = CodeMatching(
      entries: entries, usesRule: description.codes.contains(.rule)
    ).match(list.participants)
    let isSettled = people.allSatisfy { $0.code != nil }
    return (people, list.findings.filter { !isSettled || !Self.lacks.contains($0.kind) } + findings)
  }

  private static let lacks: Set<String> = ["list.no-codes", "list.no-some-codes"]

  private func read(_ name: String) async throws -> [CodeEntry] {
    let bytes = try folder.read(name)
    guard bytes.starts(with: Array("%PDF".utf8)) else {
      return try CodesFile.read(bytes: bytes, fileName: name)
    }
    let sha = Digest.sha256(bytes)
    try await MaterialOpening(worker: worker, keys: keys).open(bytes, sha256: sha, name: name)
    let pages = try await worker.facts(sha256: sha, marks: .none)
    let entries = CodesText.entries(pages.map(\.text).joined(separator: "\n"))
    guard !entries.isEmpty else { throw CodesFile.noCodes(Wording(same: name)) }
    return entries
  }

  /// Keeps the codes of a plan that is frozen; those of people who are not in this list stay.
  static func keep(_ participants: [Participant], in folder: ExamFolder) throws {
    let known =
      folder.exists(fileName)
      ? try CodesFile.read(bytes: folder.read(fileName), fileName: fileName) : []
    let mine = participants.compactMap { person in
      person.code.map { CodeEntry(code: $0, className: person.className, name: person.name) }
    }
    let codes = Set(mine.map(\.code))
    let all = (known.filter { !codes.contains($0.code) } + mine)
      .sorted { $0.code.rawValue < $1.code.rawValue }
    let text = CodesTable.text(all)
    do {
      try Data(text.utf8).write(
        to: folder.url.appendingPathComponent(fileName), options: .atomic)
    } catch {
      throw Trouble(
        "codes.not-written", exit: .failed, at: fileName,
        Wording(
          ru: "Файл с кодами не записан. Проверьте место на диске и права на папку",
          en: "The file of codes cannot be written. Check the disk and the folder's rights"))
    }
  }
}
