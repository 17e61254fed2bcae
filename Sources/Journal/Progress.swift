import Exam
import GRDB
import PrintRun

/// How far jobs are: one row a job that is written over, outside the chain.
enum Progress {
  static func set(
    _ impressions: Int, _ pack: PackID, _ attempt: Int, in database: Database
  ) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO progress (pack, attempt, impressions) VALUES (?, ?, ?)",
      arguments: [pack.rawValue, attempt, impressions])
  }

  /// Attempts with what their printers have counted.
  static func added(to attempts: [AttemptRecord], in database: Database) throws -> [AttemptRecord] {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM progress")
    let counts = Dictionary(
      rows.map { row in
        (
          JobKey(pack: PackID(rawValue: row["pack"]), attempt: row["attempt"]),
          row["impressions"] as Int
        )
      }, uniquingKeysWith: { first, _ in first })
    return attempts.map { attempt in
      var attempt = attempt
      if let count = counts[JobKey(pack: attempt.pack, attempt: attempt.attempt)] {
        attempt.job.counted(count)
      }
      return attempt
    }
  }
}
