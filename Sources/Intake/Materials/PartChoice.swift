import Exam

/// The pages of the part that a work is, where the pages name parts.
struct PartChoice {
  let context: MaterialContext
  private(set) var findings: [Finding] = []

  private var work: Work { context.work }

  init(context: MaterialContext) { self.context = context }

  mutating func pages(of pages: [IdentifiedPage]) -> [IdentifiedPage] {
    let named = Set(pages.compactMap(\.identity.part))
    guard work.choosesPart else {
      if named.count > 1 { findings.append(together(named)) }
      return pages
    }
    guard !named.isEmpty else {
      findings += unsaid(pages.filter(\.isReadable))
      return pages
    }
    let told = zip(pages, Self.parts(of: pages))
    let chosen = told.filter { $0.1 == work.part }.map(\.0)
    guard !chosen.isEmpty else {
      findings.append(missing(named))
      return []
    }
    findings += leftOut(told.filter { $0.1 != work.part }.map(\.0))
    findings += assumed(chosen.filter { $0.identity.part == nil })
    return chosen
  }

  /// A page that does not name its part is of the part before it in its variant, else of the next.
  private static func parts(of pages: [IdentifiedPage]) -> [Int?] {
    var parts: [Int?] = []
    var variant: Variant?
    for (index, page) in pages.enumerated() {
      let isNew = page.identity.variant != nil && page.identity.variant != variant
      variant = page.identity.variant ?? variant
      let before = isNew ? nil : parts.last ?? nil
      let next = pages[index...].lazy.compactMap(\.identity.part).first
      parts.append(page.identity.part ?? before ?? next)
    }
    return parts
  }

  private func together(_ named: Set<Int>) -> Finding {
    let parts = named.sorted().map { "\($0)" }.joined(separator: ", ")
    return context.report(
      "material.parts-together", .warn,
      Wording(
        ru: "в файле части \(parts), печатаются вместе. Если их выдают отдельно, "
          + "опишите каждую отдельной работой с ключом part:",
        en: "the file has the parts \(parts), printed together. If they are given out separately, "
          + "describe each as a work of its own with the key part:"))
  }

  private func unsaid(_ pages: [IdentifiedPage]) -> [Finding] {
    context.looked(
      "material.part-unverified", pages,
      Wording(
        ru: "часть на страницах не названа: взяты все, часть \(work.part) — со слов exam.yaml",
        en: "the pages name no part: all are taken as part \(work.part), as exam.yaml says"))
  }

  private func missing(_ named: Set<Int>) -> Finding {
    let parts = named.sorted().map { "\($0)" }.joined(separator: ", ")
    let remedy = Remedy.download(work, context.policy)
    return context.report(
      "material.part-missing", .stop,
      Wording(
        ru: "части \(work.part) в файле нет, есть: \(parts). \(remedy.ru)",
        en: "the file has no part \(work.part), it has: \(parts). \(remedy.en)"))
  }

  private func leftOut(_ pages: [IdentifiedPage]) -> [Finding] {
    context.report(
      "material.part-left-out", .note, pages,
      Wording(
        ru: "это другая часть, не часть \(work.part): не печатается",
        en: "another part than \(work.part): not printed"))
  }

  private func assumed(_ pages: [IdentifiedPage]) -> [Finding] {
    context.looked(
      "material.part-unverified", pages,
      Wording(
        ru: "на странице не сказана часть: взята часть соседней страницы",
        en: "the page does not say its part: that of the page beside it is taken"))
  }
}
