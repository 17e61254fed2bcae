import Exam

/// What to do about a wrong file, in the user's words.
enum Remedy {
  /// Download the work again and repeat.
  static func download(_ work: Work, _ policy: Policy) -> Wording {
    let name = title(work)
    let place = policy.materialsFrom.map { " \($0)" } ?? " заново"
    return Wording(
      ru: "Скачайте «\(name)»\(place), положите в эту папку и повторите: tirazh check",
      en: "Download “\(name)” again, put it into this folder and repeat: tirazh check")
  }

  /// `Математика 8 класс, углублённый уровень, часть 2`.
  private static func title(_ work: Work) -> String {
    let grade = work.grade.map { " \($0) класс" } ?? ""
    let level = work.level.map { level in
      level.contains("уров") ? ", \(level)" : ", \(level) уровень"
    }
    return work.subject + grade + (level ?? "") + (work.choosesPart ? ", часть \(work.part)" : "")
  }
}
