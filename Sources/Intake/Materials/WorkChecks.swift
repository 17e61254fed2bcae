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
        .materialWrongWork, .stop, groups[identity] ?? [],
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
        .materialLevelsMixed, .stop,
        Wording(
          ru: "в файле страницы разных уровней: \(names). "
            + "Напишите у работы level: или выберите страницы ключом pages:",
          en: "the file has pages of several levels: \(names). "
            + "Write level: for the work or choose pages with the key pages:"))
    ]
  }
}

/// Whether a page belongs to a work.
enum WorkMatch {
  /// True unless the page names another subject, grade or level.
  static func agrees(_ identity: PageIdentity, with work: Work) -> Bool {
    if let grade = identity.grade, let expected = work.grade, grade != expected { return false }
    if let level = identity.level, let text = work.level,
      let expected = WorkLevel(described: text), level != expected
    {
      return false
    }
    guard let written = identity.subject ?? identity.title, !work.subject.isEmpty else {
      return true
    }
    return zip(words(written), words(work.subject)).allSatisfy(PageWords.isSame)
  }

  /// Whether a page says that it is of this work: silence says nothing, and neither does a subject that
  /// exam.yaml leaves out.
  static func isSaid(_ identity: PageIdentity, of work: Work) -> Bool {
    guard identity.namesWork, agrees(identity, with: work) else { return false }
    guard let mention = identity.mention else { return true }
    let (all, wanted) = (words(mention), words(work.subject))
    return !wanted.isEmpty
      && all.indices.contains { index in
        all[index...].count >= wanted.count
          && zip(all[index...], wanted).allSatisfy(PageWords.isSame)
      }
  }

  static func message(_ identity: PageIdentity, _ context: MaterialContext) -> Wording {
    let work = context.work
    let found = (
      subject: identity.subject ?? identity.title ?? work.subject, grade: identity.grade
    )
    let wanted = (subject: work.level.map { "\(work.subject) (\($0))" } ?? work.subject, work.grade)
    let classes = work.classes.map { " (\($0.map(\.rawValue).joined(separator: ", ")))" } ?? ""
    let unsaid = identity.level.flatMap { WorkLevel(in: found.subject) == nil ? $0.rawValue : nil }
    let level = unsaid.map { ", \($0) уровень" } ?? ""
    let remedy = remedy(identity, context)
    return Wording(
      ru: "В файле «\(context.document.file)» \(inRussian(found))\(level), а по плану "
        + "\(inRussian(wanted))\(classes). \(remedy.ru)",
      en: "The file “\(context.document.file)” is \(inEnglish(found))\(level), but the plan says "
        + "\(inEnglish(wanted))\(classes). \(remedy.en)")
  }

  /// Files of two works that changed places are set right in exam.yaml, others downloaded.
  private static func remedy(_ identity: PageIdentity, _ context: MaterialContext) -> Wording {
    let download = Remedy.download(context.work, context.policy)
    let other = context.description.works.first {
      $0.id != context.work.id && !$0.subject.isEmpty && identity.namesWork
        && agrees(identity, with: $0)
    }
    guard let other else { return download }
    return Wording(
      ru:
        "Это файл другой работы, «\(other.label.ru)»: если файлы перепутаны, переставьте их в exam.yaml. "
        + "Если нет: \(download.ru)",
      en:
        "It is a file of another work, “\(other.label.en)”: if files changed places, correct exam.yaml. "
        + "If not: \(download.en)")
  }

  private static func inRussian(_ work: (subject: String, grade: Int?)) -> String {
    work.grade.map { "\(work.subject.lowercased()) \($0) класса" } ?? work.subject.lowercased()
  }

  private static func inEnglish(_ work: (subject: String, grade: Int?)) -> String {
    work.grade.map { "“\(work.subject)”, grade \($0)" } ?? "“\(work.subject)”"
  }

  /// The subject's words; a title's «работа по» is none of them.
  private static func words(_ text: String) -> [String] {
    let all = PageWords(text).words.map(\.folded)
    let isTitle = all.count > 2 && all[0].hasPrefix("работ") && all[1] == "по"
    return isTitle ? Array(all.dropFirst(2)) : all
  }
}

extension WorkLevel {
  private static let pattern = FixedPattern(
    /(базов|углубленн|профильн)\S*\s+уров|\((базов|углубленн|профильн)/)

  /// Finds a level by its name in any form, together with the word itself or in brackets.
  init?(in text: some StringProtocol) {
    let folded = MaterialText.folded(text)
    guard let match = folded.firstMatch(of: Self.pattern.regex), let root = match.1 ?? match.2
    else {
      return nil
    }
    self.init(word: root)
  }

  /// The level that exam.yaml names.
  init?(described text: String) { self.init(word: MaterialText.folded(text)) }
}
