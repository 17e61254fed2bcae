public import Exam

/// What a folder cannot tell by itself: at most three kinds of question.
public struct StarterQuestions: Sendable {
  /// Classes whose grade meets more than one work, each with the works to choose from.
  public let classes: [(name: ClassName, works: [StarterWork])]
  /// The day that is offered.
  public let date: CivilDate
  /// The bell that is offered.
  public let starts: ClockTime
  /// Printers to choose from; empty where there is no choice.
  public let printers: [String]

  private let existing: ExamDescription?

  /// Finds the questions.
  ///
  /// - Parameters:
  ///   - survey: What lies in the folder.
  ///   - tomorrow: The day that is offered where no file's name gives one.
  ///   - like: An earlier exam, for bell and printers.
  ///   - existing: What this folder's exam.yaml says already: it gives all defaults.
  public init(
    _ survey: StarterSurvey, tomorrow: CivilDate, like: ExamDescription?,
    existing: ExamDescription?
  ) {
    self.existing = existing
    let works = survey.works
    classes = (survey.list?.classes ?? []).compactMap { name in
      let possible = works.filter { $0.grade == nil || $0.grade == name.grade }
      return possible.count > 1 ? (name, possible) : nil
    }
    date = existing?.date ?? survey.date ?? tomorrow
    starts =
      existing?.starts ?? like?.starts ?? ClockTime(hour: 9, minute: 0) ?? ClockTime(minutes: 540)
    let isKnown = existing != nil || like?.printers != nil
    printers = survey.printers.count > 1 && !isKnown ? survey.printers : []
  }

  /// How many questions are asked.
  public var count: Int { (classes.isEmpty ? 0 : 1) + 1 + (printers.isEmpty ? 0 : 1) }

  /// The answers that Enter alone gives.
  public var defaults: StarterAnswers {
    StarterAnswers(
      works: Dictionary(
        uniqueKeysWithValues: classes.compactMap { name, works in
          usual(name, works).map { (name, $0) }
        }),
      date: date, starts: starts, printers: nil)
  }

  /// What exam.yaml says that a class writes, else the first work.
  private func usual(_ name: ClassName, _ works: [StarterWork]) -> StarterWork? {
    let known = existing?.works.first { $0.classes?.contains(name) == true }
    return works.first { $0.subject == known?.subject } ?? works.first
  }

  /// Reads «21.04.2026 9:00», of which either half may be missing; nil if it is neither.
  public func dateAndBell(_ text: String) -> (CivilDate, ClockTime)? {
    var result = (date, starts)
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let date = CivilText.date(word) {
        result.0 = date
      } else if let time = CivilText.time(word) {
        result.1 = time
      } else {
        return nil
      }
    }
    return result
  }
}

/// What a person answered.
public struct StarterAnswers: Sendable {
  /// The work of each class that was asked for.
  public var works: [ClassName: StarterWork]
  /// The day.
  public var date: CivilDate
  /// The bell.
  public var starts: ClockTime
  /// The printers; nil for all of them.
  public var printers: [String]?

  /// Makes answers.
  public init(
    works: [ClassName: StarterWork], date: CivilDate, starts: ClockTime, printers: [String]?
  ) {
    self.works = works
    self.date = date
    self.starts = starts
    self.printers = printers
  }
}
