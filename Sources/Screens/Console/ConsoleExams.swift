public import Exam
import Operations
import Planning

/// The exams of a folder, each with where it stands.
public struct ConsoleExams: Sendable {
  /// An exam.
  public struct Line: Sendable {
    /// Its title.
    public let name: String
    /// Its folder.
    public let folder: String
    /// Its day.
    public let day: String
    /// Its rooms.
    public let rooms: String
    /// What comes next.
    public let next: String
    /// Where it leads.
    public let path: String
  }

  /// The exams, by their folders' names.
  public let lines: [Line]

  /// Draws the list; `path` is where each exam's screens begin.
  public init(_ exams: [(folder: String, path: String, state: ExamState)], _ language: Language) {
    lines = exams.map { folder, path, state in
      let plan = state.status?.plan ?? state.prepared?.plan
      let title = plan?.exam.title ?? state.description?.title ?? ""
      return Line(
        name: title.isEmpty ? folder : title, folder: folder,
        day: (plan?.exam.date ?? state.description?.date)?.withWeekday(language) ?? "—",
        rooms: plan.map { "\(Set($0.packs.map(\.place)).count)" } ?? "—",
        next: state.step.offer(language).title, path: path)
    }
  }
}
