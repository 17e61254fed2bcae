import Exam

/// Whether the pages are of the planned work.
struct WorkChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  private var work: Work { context.work }

  func findings() -> [Finding] { wrongWork() + mixedLevels() + unsaid() }

  private func wrongWork() -> [Finding] {
    let wrong = pages.filter { !WorkMatch.agrees($0.identity, with: work) }
    var order: [PageIdentity] = []
    var groups: [PageIdentity: [IdentifiedPage]] = [:]
    for page in wrong {
      var about = PageIdentity(subject: page.identity.subject, grade: page.identity.grade)
      (about.title, about.level) = (page.identity.title, page.identity.level)
      if groups[about] == nil { order.append(about) }
      groups[about, default: []].append(page)
    }
    return order.flatMap { identity in
      context.report(
        "material.wrong-work", .stop, groups[identity] ?? [],
        WorkMatch.message(identity, context))
    }
  }

  private func mixedLevels() -> [Finding] {
    let levels = Set(pages.compactMap(\.identity.level))
    guard work.level == nil, levels.count > 1 else { return [] }
    let names = WorkLevel.allCases.filter(levels.contains).map(\.rawValue)
      .joined(separator: ", ")
    return [
      context.report(
        "material.levels-mixed", .stop,
        Wording(
          ru: "в файле страницы разных уровней: \(names). "
            + "Напишите у работы level: или выберите страницы ключом pages:",
          en: "the file has pages of several levels: \(names). "
            + "Write level: for the work or choose pages with the key pages:"))
    ]
  }

  /// What the text leaves to exam.yaml.
  private func unsaid() -> [Finding] {
    let readable = pages.filter(\.isReadable)
    guard context.isForParticipants, !context.material.verified, !readable.isEmpty else {
      return []
    }
    if !work.subject.isEmpty, !readable.contains(where: \.identity.namesWork) {
      return context.report(
        "material.subject-unverified", .note, readable,
        Wording(
          ru: "предмет и класс на страницах не названы: сверить не удалось, взято из exam.yaml",
          en: "the pages name no subject and grade: nothing to compare with, exam.yaml is believed")
      )
    }
    guard let level = work.level, !readable.contains(where: { $0.identity.level != nil }) else {
      return []
    }
    return context.report(
      "material.level-unverified", .note, readable,
      Wording(
        ru: "уровень на страницах не назван: сверить не удалось, взят из exam.yaml (\(level))",
        en: "the pages name no level: nothing to compare with, exam.yaml is believed (\(level))"))
  }
}
