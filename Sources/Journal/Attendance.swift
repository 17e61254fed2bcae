public import Exam
public import Foundation
import GRDB
public import PrintRun

extension ExamJournal {
  /// Writes what a person did, and who it was, where that is known.
  public func attend(
    _ attendance: Attendance, by initials: String?, when: Date
  ) throws(Trouble) {
    try write { database in
      try EventChain.append(
        .attended, detail: JSON.text(attendance), when: when, to: database)
      if let initials { try Remarks.keep(initials, in: database) }
    }
  }

  /// All that is known of this, with the initials where they are still kept, oldest first.
  public func attendances() throws(Trouble) -> [(Attendance, initials: String?)] {
    try read { database in
      let remarks = try Remarks.all(in: database)
      return try Row.fetchAll(
        database, sql: "SELECT * FROM event WHERE kind = ? ORDER BY id",
        arguments: [EventKind.attended.rawValue]
      ).map(JournalEvent.init).map {
        (try JSON.value(Attendance.self, $0.detail), remarks[$0.id])
      }
    }
  }
}
