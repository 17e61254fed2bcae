public import Exam
import Foundation
public import Operations
import Planning

/// What came of `verify`, a few lines for each file.
public struct VerifyScreen {
  private let results: [Verification]
  private let language: Language

  /// So many differences of a file are said one by one.
  private static let listed = 10

  /// Shows them in a language.
  public init(_ results: [Verification], _ language: Language) {
    self.results = results
    self.language = language
  }

  /// The lines.
  public var text: String { results.map(lines).joined(separator: "\n\n") }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private func lines(_ result: Verification) -> String {
    let name = (result.file as NSString).lastPathComponent
    let told = [result.job.map(line)].compactMap(\.self) + verdict(result)
    return ([name] + told.map { "  " + $0 }).joined(separator: "\n")
  }

  private func line(_ job: VerifiedJob) -> String {
    let (copies, pages) = (job.copies, job.pages.count)
    return say(
      "Кабинет \(job.pack.label) · пакет \(job.pack.id.rawValue) · попытка \(job.attempt) · "
        + "ред. \(job.revision) · "
        + Numbers.plural(copies, "экземпляр", "экземпляра", "экземпляров") + ", "
        + Numbers.plural(pages, "страница", "страницы", "страниц"),
      "Room \(job.pack.label) · pack \(job.pack.id.rawValue) · attempt \(job.attempt) · "
        + "revision \(job.revision) · \(copies) copies, \(pages) pages")
  }

  private func verdict(_ result: Verification) -> [String] {
    if let refusal = result.refusal {
      let place =
        refusal.place.isEmpty || refusal.place[language] == result.file
        ? "" : refusal.place[language] + ": "
      return [say("НЕ ПРОВЕРЕН: ", "NOT COMPARED: ") + place + refusal.message[language]]
    }
    guard result.isProved else {
      let rest = result.differences.count - Self.listed
      return [say("ОТЛИЧАЕТСЯ:", "DIFFERS:")]
        + result.differences.prefix(Self.listed).map { $0.words(result.job)[language] }
        + (rest > 0
          ? [say("и ещё \(rest), все: --json", "and \(rest) more, all of them: --json")] : [])
    }
    return [
      say("ВЕРЕН: ", "PROVED: ") + identity(result),
      say(
        "метки на своих местах, страницы материалов равны исходным",
        "marks are in their places, pages of materials equal their sources"),
    ]
  }

  private func identity(_ result: Verification) -> String {
    switch (result.isRecorded, result.isIdentical) {
    case (true, _):
      say("тот самый файл, байт в байт, что записан в журнале", "the very file of the journal")
    case (false, true):
      say("байт в байт то, что дают план и материалы", "byte for byte what plan and materials give")
    case (false, false):
      say(
        "записан другой программой, но страницы те же", "written by another program, the same pages"
      )
    }
  }
}
