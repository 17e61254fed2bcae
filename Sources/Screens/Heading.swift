public import Exam
public import Planning

/// The first line of a screen: title, day, bell.
public enum Heading {
  /// The line; with the revision where one is frozen.
  public static func line(_ exam: PlanExam, revision: Int?, _ language: Language) -> String {
    var parts = [exam.title.isEmpty ? exam.id.rawValue : exam.title]
    if let date = exam.date { parts.append(date.withWeekday(language)) }
    if let starts = exam.starts {
      parts.append((language == .ru ? "начало " : "starts ") + starts.text)
    }
    if let ready = exam.ready {
      parts.append((language == .ru ? "пакеты нужны к " : "packs ready by ") + ready.text)
    }
    let tail = revision.map { language == .ru ? "   ред. \($0)" : "   rev. \($0)" } ?? ""
    return parts.joined(separator: " · ") + tail
  }
}
