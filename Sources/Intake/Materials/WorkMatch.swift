import Exam

/// Whether a page belongs to a work.
enum WorkMatch {
  /// True unless the page names another subject, grade or level.
  static func agrees(_ identity: PageIdentity, with work: Work) -> Bool {
    if let grade = identity.grade, let expected = work.grade, grade != expected { return false }
    guard let written = identity.subject, !work.subject.isEmpty else { return true }
    let found = words(written)
    let subject = words(work.subject)
    guard found.starts(with: subject) || subject.starts(with: found) else { return false }
    guard let level = work.level else { return true }
    let known = ["базовый", "углубленный", "профильный"].filter(found.contains)
    return known.isEmpty || !Set(known).isDisjoint(with: words(level))
  }

  static func message(
    _ identity: PageIdentity, document: MaterialDocument, work: Work
  ) -> Wording {
    let found = (identity.subject ?? work.subject, identity.grade)
    let wanted = (named(work), work.grade)
    let classes = work.classes.map { " (\($0.map(\.rawValue).joined(separator: ", ")))" } ?? ""
    let grade = work.grade.map { " \($0) класс" } ?? ""
    return Wording(
      ru: "В файле «\(document.file)» \(inRussian(found)), а по плану "
        + "\(inRussian(wanted))\(classes). Скачайте «\(work.subject)\(grade)» в ФИС ОКО, "
        + "раздел «Ход ВПР», положите в эту папку и повторите: tirazh check",
      en: "The file “\(document.file)” is \(inEnglish(found)), but the plan says "
        + "\(inEnglish(wanted))\(classes). Download “\(work.subject)\(grade)” again, "
        + "put it into this folder and repeat: tirazh check")
  }

  private static func named(_ work: Work) -> String {
    work.level.map { "\(work.subject) (\($0))" } ?? work.subject
  }

  private static func inRussian(_ work: (subject: String, grade: Int?)) -> String {
    work.grade.map { "\(work.subject.lowercased()) \($0) класса" } ?? work.subject.lowercased()
  }

  private static func inEnglish(_ work: (subject: String, grade: Int?)) -> String {
    work.grade.map { "“\(work.subject)”, grade \($0)" } ?? "“\(work.subject)”"
  }

  private static func words(_ text: String) -> [String] {
    MaterialText.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
