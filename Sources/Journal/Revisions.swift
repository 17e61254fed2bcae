public import Exam
import Foundation
import GRDB
import Planning

/// The frozen plans in the database.
enum Revisions {
  /// What the event says of a frozen plan: enough to notice a change of its row.
  struct Detail: Codable {
    var revision: Int
    var planSHA256: String
    var evidenceSHA256: String
    var listSHA256: String
    var layoutSHA256: String
  }

  static func insert(
    _ plan: Plan, evidence: FreezeEvidence, when: Date, into database: Database
  ) throws -> FrozenRevision {
    try refuseOtherExam(plan.exam.id, in: database)
    let last = try Int.fetchOne(database, sql: "SELECT MAX(number) FROM revision") ?? 0
    let planText = try JSON.text(plan)
    let evidenceText = try JSON.text(evidence)
    try database.execute(
      sql: "INSERT INTO revision (number, exam, plan, evidence, at) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        last + 1, plan.exam.id.rawValue, planText, evidenceText, Moment.milliseconds(when),
      ])
    let detail = Detail(
      revision: last + 1, planSHA256: Hex.sha256(planText),
      evidenceSHA256: Hex.sha256(evidenceText), listSHA256: evidence.listSHA256,
      layoutSHA256: evidence.layoutSHA256)
    try EventChain.append(.frozen, detail: JSON.text(detail), when: when, to: database)
    return FrozenRevision(
      number: last + 1, plan: plan, evidence: evidence,
      listSHA256: evidence.listSHA256, when: when)
  }

  static func current(in database: Database) throws -> FrozenRevision? {
    try Row.fetchOne(database, sql: "SELECT * FROM revision ORDER BY number DESC LIMIT 1")
      .map { try revision($0, in: database) }
  }

  static func revision(_ row: Row, in database: Database) throws -> FrozenRevision {
    let evidence = try JSON.value(FreezeEvidence.self, row["evidence"])
    let list = try ListChanges.newest(of: row["number"], in: database)
    return FrozenRevision(
      number: row["number"], plan: try JSON.value(Plan.self, row["plan"]), evidence: evidence,
      listSHA256: list ?? evidence.listSHA256, when: Moment.date(row["at"]))
  }

  /// Each row must be the one its event speaks of, and each event must have its row.
  static func verify(_ events: [JournalEvent], in database: Database) throws {
    let frozen = try events.filter { $0.kind == .frozen }
      .map { try JSON.value(Detail.self, $0.detail) }
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM revision ORDER BY number")
    guard rows.count == frozen.count else { throw JournalTrouble.tampered("revision") }
    for (row, detail) in zip(rows, frozen) {
      guard row["number"] == detail.revision, Hex.sha256(row["plan"]) == detail.planSHA256,
        Hex.sha256(row["evidence"]) == detail.evidenceSHA256
      else { throw JournalTrouble.tampered("revision \(detail.revision)") }
    }
  }

  private static func refuseOtherExam(_ id: ExamID, in database: Database) throws {
    let known = try String.fetchOne(database, sql: "SELECT exam FROM revision LIMIT 1")
    guard let known, known != id.rawValue else { return }
    throw Trouble(
      "journal.other-exam", at: "exam.yaml",
      Wording(
        ru: "Журнал в этой папке ведётся для проведения \(known), а exam.yaml называет "
          + "\(id.rawValue). Верните id: \(known) или заведите новую папку",
        en: "The journal of this folder is of exam \(known), but exam.yaml names "
          + "\(id.rawValue). Put id: \(known) back or take a new folder"))
  }
}

extension ExamJournal {
  /// A revision by its number; nil if there is none such.
  public func revision(_ number: Int) throws(Trouble) -> FrozenRevision? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM revision WHERE number = ?", arguments: [number]
      ).map { try Revisions.revision($0, in: database) }
    }
  }

  /// The newest revision; nil while nothing is frozen.
  public func currentRevision() throws(Trouble) -> FrozenRevision? {
    try read { try Revisions.current(in: $0) }
  }
}
