import Exam
import Foundation
import Journal
import Planning
import PrintRun

/// Where a run writes down what happens: intents must be written, all else is written as soon as it can be.
final class RunLog {
  private let journal: ExamJournal
  /// The revision by which questions are read.
  var revision: FrozenRevision
  /// What could not be written yet, in order: nothing later may go before it.
  private var unwritten: [(event: JobEvent, job: JobKey)] = []

  init(_ journal: ExamJournal, _ revision: FrozenRevision) {
    self.journal = journal
    self.revision = revision
  }

  /// Writes an intent; throws if it or anything before it cannot be written.
  func intend(_ event: JobEvent, _ job: JobKey) throws {
    try catchUp()
    try write(event, job)
  }

  /// Writes what has happened; it is kept for later if it cannot be written now.
  func record(_ event: JobEvent, _ job: JobKey) {
    do {
      try catchUp()
      try write(event, job)
    } catch {
      if case .progress = event { return }
      unwritten.append((event, job))
    }
  }

  /// Tries for a while to write what is left.
  func finish() async {
    for _ in 0..<10 where !unwritten.isEmpty {
      try? catchUp()
      if !unwritten.isEmpty { try? await Task.sleep(for: .seconds(1)) }
    }
  }

  /// What an answer to a question of this number says; nil if it says nothing.
  func answer(_ number: Int, _ text: String) -> (JobKey, TrayAnswer)? {
    guard let standing = try? journal.standing(of: revision),
      let question = standing.flatMap(\.questions).first(where: { $0.number == number }),
      let answer = question.read(text, exam: revision.plan.exam.id)
    else { return nil }
    return (question.job.key, answer)
  }

  /// Whether another revision is frozen by now, or nobody can tell.
  var isOvertaken: Bool { (try? journal.currentRevision())?.number != revision.number }

  private func catchUp() throws {
    while let (event, job) = unwritten.first {
      try write(event, job)
      unwritten.removeFirst()
    }
  }

  private func write(_ event: JobEvent, _ job: JobKey) throws {
    try journal.record(event, pack: job.pack, attempt: job.attempt, when: Date())
  }
}
