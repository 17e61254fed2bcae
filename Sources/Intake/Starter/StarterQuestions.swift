public import Exam

/// What a folder cannot tell by itself: at most three kinds of question.
public struct StarterQuestions: Sendable {
  /// Classes whose grade meets more than one work, each with the works to choose from.
  public let classes: [(name: ClassName, works: [StarterWork])]
  /// The day, where the folder tells one that is not over; nil if it has to be asked for.
  public let date: CivilDate?
  /// The bell that is offered.
  public let starts: ClockTime
  /// Printers to choose from; empty where there is no choice.
  public let printers: [String]

  private let existing: ExamDescription?

  /// Finds the questions.
  ///
  /// - Parameters:
  ///   - survey: What lies in the folder.
  ///   - today: The day on the wall: an earlier one is never taken without a question.
  ///   - like: An earlier exam, for bell and printers.
  ///   - existing: What this folder's exam.yaml says already: it answers everything.
  public init(
    _ survey: StarterSurvey, today: CivilDate, like: ExamDescription?, existing: ExamDescription?
  ) {
    self.existing = existing
    let works = survey.works
    let asked = survey.list?.saysSubjects == true ? [] : survey.list?.classes ?? []
    classes = asked.compactMap { name in
      let possible = works.filter { $0.grade == nil || $0.grade == name.grade }
      return possible.count > 1 ? (name, possible) : nil
    }
    date = existing?.date ?? survey.date.flatMap { $0 < today ? nil : $0 }
    starts =
      existing?.starts ?? survey.starts ?? like?.starts ?? ClockTime(hour: 9, minute: 0)
      ?? ClockTime(minutes: 540)
    let isKnown = existing != nil || like?.printers != nil
    printers = survey.printers.count > 1 && !isKnown ? survey.printers : []
  }

  /// How many questions are asked.
  public var count: Int {
    (classes.isEmpty ? 0 : 1) + (date == nil ? 1 : 0) + (printers.isEmpty ? 0 : 1)
  }

  /// What is known without asking.
  public var known: StarterAnswers {
    StarterAnswers(
      works: Dictionary(
        uniqueKeysWithValues: classes.compactMap { name, works in
          let said = existing?.works.first { $0.classes?.contains(name) == true }
          return works.first { $0.subject == said?.subject }.map { (name, $0) }
        }),
      date: date, starts: starts, printers: nil)
  }

  /// Reads «21.04.2026 9:00», of which the bell may be missing, and the day where one is known; nil if
  /// it is neither.
  public func dateAndBell(_ text: String) -> (CivilDate, ClockTime)? {
    var day = date
    var bell = starts
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let date = CivilText.date(word) {
        day = date
      } else if let time = CivilText.time(word) {
        bell = time
      } else {
        return nil
      }
    }
    return day.map { ($0, bell) }
  }
}

/// An answer by a digit, or by the beginning of a name as people type it.
public enum StarterChoice {
  /// Which of the names is meant; nil unless it is exactly one.
  public static func index(_ answer: String, among names: [String]) -> Int? {
    if let number = Int(answer) { return names.indices.contains(number - 1) ? number - 1 : nil }
    let typed = folded(answer)
    guard typed.count > 1 else { return nil }
    let readings = Set([typed, Keyboard.russian(typed), Keyboard.latin(typed)])
    let meant = names.indices.filter { index in
      let name = folded(names[index])
      return readings.contains { name.hasPrefix($0) }
    }
    let whole = meant.filter { readings.contains(folded(names[$0])) }
    return meant.count == 1 ? meant.first : whole.count == 1 ? whole.first : nil
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().replacing("ё", with: "е")
  }
}

/// What papers say besides the plan: asked once, and taken over by the next exam (`--like`).
public struct StarterHeading: Sendable {
  /// The school.
  public var school: String?
  /// The phone number for trouble.
  public var phone: String?
  /// How long each work takes, in minutes, by subject.
  public var durations: [String: Int]

  /// Makes it; nothing is known unless said.
  public init(school: String? = nil, phone: String? = nil, durations: [String: Int] = [:]) {
    self.school = school
    self.phone = phone
    self.durations = durations
  }

  /// What an earlier exam says.
  public init(of exam: ExamDescription) {
    self.init(
      school: exam.school, phone: exam.phone,
      durations: Dictionary(
        exam.works.compactMap { work in work.duration.map { (work.subject, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }
}

/// What a person answered.
public struct StarterAnswers: Sendable {
  /// The work of each class that was asked for.
  public var works: [ClassName: StarterWork]
  /// The day; nil only while nobody has said it.
  public var date: CivilDate?
  /// The bell.
  public var starts: ClockTime
  /// The printers; nil for all of them.
  public var printers: [String]?
  /// What heads papers, where somebody said it.
  public var heading = StarterHeading()

  /// Makes answers.
  public init(
    works: [ClassName: StarterWork], date: CivilDate?, starts: ClockTime, printers: [String]?
  ) {
    self.works = works
    self.date = date
    self.starts = starts
    self.printers = printers
  }
}
