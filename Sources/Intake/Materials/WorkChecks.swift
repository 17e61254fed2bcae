import Exam

/// Whether the pages are of the planned work.
struct WorkChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  private var work: Work { context.work }

  func findings() -> [Finding] { wrongWork() + mixedLevels() }

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
}
