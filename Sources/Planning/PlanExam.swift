public import Exam

/// What a plan says of its exam, enough to head every paper.
public struct PlanExam: Hashable, Codable, Sendable {
  /// The exam's id.
  public var id: ExamID
  /// The title.
  public var title: String
  /// The school.
  public var school: String?
  /// The phone number for trouble.
  public var phone: String?
  /// The day.
  public var date: CivilDate?
  /// The bell.
  public var starts: ClockTime?
  /// When packs must be at the doors.
  public var ready: ClockTime?

  /// Makes the heading.
  public init(
    id: ExamID, title: String, school: String? = nil, phone: String? = nil,
    date: CivilDate? = nil, starts: ClockTime? = nil, ready: ClockTime? = nil
  ) {
    self.id = id
    self.title = title
    self.school = school
    self.phone = phone
    self.date = date
    self.starts = starts
    self.ready = ready
  }
}
