import Exam
import Foundation
import Journal
import Planning
public import PrintRun

extension ExamDesk {
  /// Writes down what a person says to a question, and returns where its pack stands then; nil for a pack
  /// that the plan has no more and nothing is left of.
  ///
  /// The window that prints, if there is one, writes it down itself.
  public func answer(_ number: Int, _ text: String) async throws -> PackStanding? {
    guard let status = try status(), let journal = try journal() else {
      throw ReprintTrouble.nothingPrinted
    }
    guard let question = status.questions.first(where: { $0.number == number }) else {
      throw AnswerTrouble.noQuestion(number, of: status.questions)
    }
    guard let answer = question.read(text, exam: status.plan.exam.id) else {
      throw AnswerTrouble.notUnderstood(text, question)
    }
    if case .noRun = try await ask(.answer(question: number, value: text)) {
      try journal.record(
        .answered(answer), pack: question.pack.id, attempt: question.job.attempt, when: Date())
    }
    return try self.status()?.packs.first { $0.pack.id == question.pack.id }
  }
}

/// Why an answer is not taken.
private enum AnswerTrouble {
  static func noQuestion(_ number: Int, of open: [Question]) -> Trouble {
    let numbers = open.map { "\($0.number)" }.joined(separator: ", ")
    return Trouble(
      "answer.no-question", at: "\(number)",
      Wording(
        ru: numbers.isEmpty
          ? "Такого вопроса нет: отвечать не на что"
          : "Такого вопроса нет. Открыты: \(numbers); показывает tirazh status",
        en: numbers.isEmpty
          ? "There is no such question: nothing is asked"
          : "There is no such question. Open: \(numbers); tirazh status shows them"))
  }

  static func notUnderstood(_ text: String, _ question: Question) -> Trouble {
    let isNumber = question.kind == .endSheet
    return Trouble(
      isNumber ? "answer.wrong-number" : "answer.unknown", at: text,
      Wording(
        ru: (isNumber ? "На последнем листе пакета другое число" : "Такой ответ не подходит")
          + ". \(question.words.ru)",
        en: (isNumber ? "The pack's last sheet has another number" : "That is no answer to it")
          + ". \(question.words.en)"))
  }
}
