import Exam
import Foundation
import Journal
import Planning
import PrintRun

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tirazh-journal-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var database: String { url.appendingPathComponent(".tirazh/journal.sqlite").path }
}

/// A small frozen exam.
enum Samples {
  static let start = Date(timeIntervalSince1970: 1_776_750_000)
  static let pack = PackID(number: 1)
  static let people = [
    PersonRecord(key: "50001", name: "Ковалёва Анна Петровна", className: "5А")
  ]

  static func plan(id: String = "7F3A2C") throws -> Plan {
    guard let id = ExamID(rawValue: id) else { throw Trouble("test", Wording(same: "id")) }
    let person = Participant(
      ordinal: 1, code: ParticipantCode(rawValue: "50001"), name: "Ковалёва Анна Петровна",
      className: ClassName(rawValue: "5А"), room: RoomName(rawValue: "204"))
    let input = PlanInput(
      description: ExamDescription(title: "ВПР"), id: id, participants: [person], works: [],
      documents: [], policy: Policy())
    return Planner.plan(input).plan
  }

  static let evidence = FreezeEvidence(
    listSHA256: "aa", layoutSHA256: "bb", layoutName: "vpr", layoutFiles: ["policy.yaml": "a: 1"],
    policy: Policy())

  static func journal(in folder: TemporaryFolder) throws -> ExamJournal {
    let journal = try ExamJournal(folder: folder.url, create: true)
    _ = try journal.freeze(draft(base: nil, people: people), when: start)
    return journal
  }

  /// A revision to be frozen; another `layout` makes it another one.
  static func draft(
    base: Int?, id: String = "7F3A2C", layout: String = "vpr", people: [PersonRecord] = [],
    materials: [MaterialImport] = [], names: String? = nil
  ) throws -> RevisionDraft {
    var evidence = evidence
    evidence.layoutName = layout
    return RevisionDraft(
      base: base, plan: try plan(id: id), evidence: evidence, people: people,
      materials: materials, namesSHA256: names)
  }

  static func take(
    _ journal: ExamJournal, _ request: JobRequest = JobRequest(), revision: Int = 1,
    pack: PackID = pack
  ) throws -> AttemptRecord {
    try journal.take(
      JobIntent(pack: pack, revision: revision, printer: "lab1", request: request), when: start)
  }
}
