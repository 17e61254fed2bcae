import Exam
import Foundation
import Intake
import Journal
import RenderClient

/// The codes of a school: from files that exam.yaml names, and from the tables of names of this exam and of
/// earlier ones.
///
/// A code once given is never given to anybody else: all that is known is read before anything is
/// assigned, and everybody known is kept at the freeze, also who is not in this list.
struct CodeBook {
  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys

  /// What came of giving codes.
  struct Assigned {
    var participants: [Participant]
    var findings: [Finding]
    /// Codes of people, in this list or not.
    var known: [CodeEntry] = []
  }

  /// Gives codes to participants that the list leaves without; where nobody is left without one, the
  /// list's own notes of missing codes are settled.
  func assign(_ list: ListResult, _ description: ExamDescription) async throws -> Assigned {
    guard !description.codes.isEmpty else {
      return Assigned(participants: list.participants, findings: list.findings)
    }
    var entries = try Self.people(of: folder.url)
    for source in description.codes {
      if case .file(let name) = source { entries += try await read(name) }
    }
    let (people, findings) = CodeMatching(
      entries: entries, usesRule: description.codes.contains(.rule)
    ).match(list.participants)
    let isSettled = people.allSatisfy { $0.code != nil }
    return Assigned(
      participants: people,
      findings: list.findings.filter { !isSettled || !Self.lacks.contains($0.kind) } + findings,
      known: entries.filter { $0.name != nil })
  }

  private static let lacks: Set<Finding.Kind> = [.listNoCodes, .listNoSomeCodes]

  /// Whether an exam's folder has codes to go on with.
  static func hasCodes(_ folder: URL) -> Bool { (try? people(of: folder))?.isEmpty == false }

  /// The codes of an exam's table of names; none where it has no journal.
  private static func people(of folder: URL) throws -> [CodeEntry] {
    guard ExamJournal.exists(in: folder) else { return [] }
    return try ExamJournal(folder: folder, create: false).people()
      .filter { !PersonRecord.isNumber($0.key) && !$0.name.isEmpty }
      .map { person in
        CodeEntry(
          code: ParticipantCode(rawValue: person.key),
          className: person.className.isEmpty ? nil : ClassName(rawValue: person.className),
          name: person.name)
      }
  }

  /// Codes of a table, of a PDF, or of the folder of an earlier exam.
  private func read(_ name: String) async throws -> [CodeEntry] {
    if let earlier = folder.subfolder(name) { return try codes(ofExamIn: earlier, name) }
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

  private func codes(ofExamIn earlier: URL, _ name: String) throws -> [CodeEntry] {
    let entries = try Self.people(of: earlier)
    guard entries.isEmpty else { return entries }
    throw Trouble(
      "codes.no-exam", at: name,
      Wording(
        ru: "В этой папке нет кодов прежней работы: её план ещё не фиксировался, или имена уже "
          + "удалены. Укажите другую папку или файл с кодами",
        en: "This folder has no codes of an earlier exam: its plan was never frozen, or the names "
          + "are deleted. Name another folder or a file of codes"))
  }
}
