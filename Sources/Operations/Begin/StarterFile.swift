public import Exam
import Foundation
public import Intake

extension ExamDesk {
  /// What this folder's exam.yaml says already; nil if there is none.
  public nonisolated func existingDescription() throws -> ExamDescription? {
    folder.hasDescription ? try folder.description() : nil
  }

  /// What the exam.yaml of an earlier exam says; its folder is named relative to this one.
  public nonisolated func description(ofExamIn earlier: String) throws -> ExamDescription {
    guard let url = folder.subfolder(earlier) else {
      throw Trouble(
        "folder.missing", at: earlier,
        Wording(ru: "Такой папки нет", en: "There is no such folder"))
    }
    return try ExamFolder(path: url.path).description()
  }

  /// Writes exam.yaml, of which there is none yet; returns how many lines it has.
  public nonisolated func writeStarter(
    _ survey: StarterSurvey, _ answers: StarterAnswers, like: ExamDescription?, language: Language
  ) throws -> Int {
    let id = try folder.examID(ExamDescription())
    let text = StarterText(
      survey: survey, answers: answers, id: id, like: like, language: language
    ).text
    do {
      try Data(text.utf8).write(to: descriptionFile, options: .withoutOverwriting)
    } catch {
      throw notWritable
    }
    return text.split(separator: "\n").count
  }

  /// What exam.yaml does not know of its folder yet.
  public nonisolated func starterUpdate(
    _ survey: StarterSurvey, _ answers: StarterAnswers, existing: ExamDescription,
    language: Language
  ) throws -> StarterUpdate {
    let text = StarterText(
      survey: survey, answers: answers, id: try folder.examID(existing), like: existing,
      language: language)
    return StarterUpdate(survey, existing: existing, text: text)
  }

  /// Takes the changes into exam.yaml, if it can be read afterwards.
  public nonisolated func apply(_ update: StarterUpdate) throws {
    let before = String(decoding: try folder.read("exam.yaml"), as: UTF8.self)
    let after = try update.applied(to: before)
    _ = try DescriptionReader.read(yaml: after, fileName: "exam.yaml")
    do {
      try Data(after.utf8).write(to: descriptionFile, options: .atomic)
    } catch {
      throw notWritable
    }
  }

  private nonisolated var descriptionFile: URL { folder.url.appendingPathComponent("exam.yaml") }

  private nonisolated var notWritable: Trouble {
    Trouble(
      "folder.not-writable", exit: .failed, at: descriptionFile.path,
      Wording(ru: "Файл не записан", en: "The file cannot be written"))
  }
}
