public import Exam
import Foundation
public import Intake

/// What became of a starter exam.yaml.
public enum StarterOutcome: Sendable {
  /// It was written, so many lines.
  case written(lines: Int)
  /// There is one already and it says the same.
  case same
  /// There is one already: these lines would go and come; it was left as it is.
  case differs(removed: [String], added: [String])
}

extension Workbench {
  /// What this folder's exam.yaml says already; nil if there is none.
  public func existingDescription() throws -> ExamDescription? {
    folder.hasDescription ? try folder.description() : nil
  }

  /// What the exam.yaml of an earlier exam says; its folder is named relative to this one.
  public func description(ofExamIn earlier: String) throws -> ExamDescription {
    guard let url = folder.subfolder(earlier) else {
      throw Trouble(
        "folder.missing", at: earlier,
        Wording(ru: "Такой папки нет", en: "There is no such folder"))
    }
    return try ExamFolder(path: url.path).description()
  }

  /// Writes exam.yaml, unless there is one: then only tells what would change.
  public func writeStarter(
    _ survey: StarterSurvey, _ answers: StarterAnswers, like: ExamDescription?,
    existing: ExamDescription?, language: Language
  ) throws -> StarterOutcome {
    let id = try folder.examID(existing ?? ExamDescription())
    let text = StarterText(
      survey: survey, answers: answers, id: id, like: existing ?? like, language: language
    ).text
    let file = folder.url.appendingPathComponent("exam.yaml")
    if existing != nil { return compare(try folder.read("exam.yaml"), text) }
    do {
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
    } catch {
      throw Trouble(
        "folder.not-writable", exit: .failed, at: file.path,
        Wording(ru: "Файл не записан", en: "The file cannot be written"))
    }
    return .written(lines: text.split(separator: "\n").count)
  }

  private func compare(_ old: [UInt8], _ text: String) -> StarterOutcome {
    let before = String(decoding: old, as: UTF8.self).split(separator: "\n").map(String.init)
    let after = text.split(separator: "\n").map(String.init)
    let difference = after.difference(from: before)
    guard !difference.isEmpty else { return .same }
    return .differs(
      removed: difference.removals.map(Self.element), added: difference.insertions.map(Self.element)
    )
  }

  private static func element(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .insert(_, let line, _), .remove(_, let line, _): line
    }
  }
}
