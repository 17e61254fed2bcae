public import Exam
import Operations
import Planning
import PrintRun

/// A question of a run with the fields for its answer.
public struct ConsoleQuestion: Sendable {
  /// An answer by one click.
  public struct Choice: Sendable {
    /// What it says.
    public let label: String
    /// What is answered.
    public let value: String
  }

  /// Its number, by which it is answered.
  public let number: Int
  /// What is asked.
  public let text: String
  /// What is typed: a number, or a copy's serial; nil where clicks are enough.
  public let field: String?
  /// Whether what is typed is a number.
  public let isNumber: Bool
  /// What the printer's own count makes of it.
  public let offered: String?
  /// The copies to choose from.
  public let serials: [String]
  /// What may be answered by one click.
  public let choices: [Choice]

  init(_ question: Question, _ language: Language) {
    number = question.number
    text = question.said[language]
    isNumber = question.kind == .endSheet
    offered = question.kind == .tray ? question.lastCounted?.serial : nil
    serials =
      question.kind == .tray
      ? question.job.parts(of: question.pack).compactMap { question.pack.copy($0.item)?.serial }
      : []
    let all = language.say(ru: "все", en: "all")
    func choice(_ ru: String, _ en: String, _ value: String) -> Choice {
      Choice(label: language.say(ru: ru, en: en), value: value)
    }
    switch question.kind {
    case .endSheet:
      field = language.say(ru: "Число с листа «КОНЕЦ ПАКЕТА»", en: "The number on the end sheet")
      choices = [choice("Такого листа нет", "There is no such sheet", "0")]
    case .allOut:
      field = nil
      choices = [
        choice("Все листы вышли", "All sheets came out", all), choice("Не все", "Not all", "0"),
      ]
    case .tray:
      field = language.say(
        ru: "Последний целый экземпляр в лотке", en: "The last whole copy in the tray")
      choices = [
        choice("Вышло всё", "Everything came out", all),
        choice("Ничего целого", "Nothing whole", "0"),
      ]
    }
  }
}

/// What a run asks before it uses paper, with a button for each answer.
public struct ConsoleAsk: Sendable {
  /// An answer.
  public struct Choice: Sendable {
    /// What it says.
    public let label: String
    /// Its number, from 1.
    public let value: Int
    /// Whether it is the one that goes on.
    public let isFirst: Bool
  }

  /// Which question it is, so that an answer to another one is not taken for it.
  public let id: Int
  /// What is asked, a line each.
  public let lines: [String]
  /// The answers.
  public let choices: [Choice]

  /// Offers a question.
  public init(_ question: PaperQuestion, id: Int, _ language: Language) {
    self.id = id
    lines = question.text(language).split(separator: "\n").map { String($0).trimmingSpaces }
    choices = question.choices(language).enumerated().map { index, label in
      Choice(
        label: label.prefix(1).uppercased() + label.dropFirst(), value: index + 1,
        isFirst: index == 0)
    }
  }
}
