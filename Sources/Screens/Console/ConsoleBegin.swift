public import Exam
public import Intake

/// The form that begins an exam: what lies in the folder, and what it does not tell.
public struct ConsoleBegin: Sendable {
  /// A class and the works it may write.
  public struct ClassChoice: Sendable {
    /// The class.
    public let name: String
    /// The works.
    public let works: [Option]
  }

  /// Something to choose.
  public struct Option: Sendable {
    /// What is sent.
    public let value: String
    /// What it says.
    public let name: String
  }

  /// What lies there.
  public let found: [ConsoleLine]
  /// Whether nothing of use lies there.
  public let isEmpty: Bool
  /// Whether there is an exam.yaml.
  public let isBegun: Bool
  /// Whether the form can be sent.
  public let isAnswerable: Bool
  /// Classes that may write one of several works.
  public let classes: [ClassChoice]
  /// Whether the day has to be said.
  public let asksDate: Bool
  /// The bell that is offered.
  public let bell: String
  /// The day that is offered.
  public let day: String
  /// The printers to choose from.
  public let printers: [String]
  /// What would change of an exam.yaml that is there.
  public let changes: [ConsoleLine]

  /// Draws the form.
  public init(
    _ survey: StarterSurvey, _ questions: StarterQuestions, update: StarterUpdate?,
    isBegun: Bool, _ language: Language, tomorrow: CivilDate
  ) {
    found = Self.lines(InitScreen.found(survey, language, takesNewest: !isBegun), language)
    isEmpty = survey.list == nil && survey.works.isEmpty
    self.isBegun = isBegun
    isAnswerable = !isEmpty && !isBegun
    classes = questions.classes.map { name, works in
      ClassChoice(
        name: name.rawValue,
        works: works.compactMap { work in
          survey.works.firstIndex(of: work).map {
            Option(value: "\($0)", name: InitScreen.name(work, language))
          }
        })
    }
    asksDate = questions.date == nil
    bell = questions.starts.text
    day = (questions.date ?? tomorrow).dotted
    printers = questions.printers
    let changes = update.flatMap { $0.isEmpty ? nil : InitScreen.changes($0, language) }
    self.changes = changes.map { Self.lines($0, language) } ?? []
  }

  private static func lines(_ text: String, _ language: Language) -> [ConsoleLine] {
    let head = language.say(ru: "Нашёл: ", en: "Found: ")
    return text.split(separator: "\n").map { line in
      ConsoleLine(String(line.hasPrefix(head) ? line.dropFirst(head.count) : line), language)
    }
  }
}
