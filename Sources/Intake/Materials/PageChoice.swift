import Exam

/// The pages of a document that a material takes: by number or outline, cut apart, of one part.
struct PageChoice {
  let context: MaterialContext
  private(set) var findings: [Finding] = []

  private var document: MaterialDocument { context.document }

  init(context: MaterialContext) { self.context = context }

  private func identified(_ facts: PageFacts) -> IdentifiedPage {
    IdentifiedPage(facts, patterns: context.policy.pagePatterns)
  }

  /// The chosen pages, in the order in which they are printed.
  mutating func pages() -> [IdentifiedPage] {
    guard !document.facts.isEmpty else {
      findings.append(
        context.report(
          .materialEmpty, .stop,
          Wording(
            ru: "в файле нет страниц: скачайте его заново",
            en: "the file has no pages: download it again")))
      return []
    }
    let pages = cut(selected()).map(identified)
    guard context.isForParticipants else { return pages }
    var parts = PartChoice(context: context)
    let chosen = parts.pages(of: pages)
    findings += parts.findings
    return chosen
  }

  /// A page, and the half of it where only one is wanted.
  private typealias Selected = (page: PageFacts, half: PageHalf?)

  private mutating func selected() -> [Selected] {
    if let title = context.material.outline { return entry(title).map { ($0, nil) } }
    guard let selection = context.material.pages else { return document.facts.map { ($0, nil) } }
    let count = document.facts.count
    if selection.choices.contains(where: { $0.range.upperBound > count }) {
      findings.append(
        context.report(
          .materialPagesBeyond, .stop,
          Wording(
            ru: "выбраны страницы \(selection.text), а в файле их \(count): "
              + "исправьте pages: в exam.yaml",
            en: "pages \(selection.text) are chosen, but the file has \(count): "
              + "correct pages: in exam.yaml")))
    }
    return selection.choices.flatMap { choice in
      choice.range.clamped(to: 1...max(count, 1)).filter(choice.range.contains)
        .map { (document.facts[$0 - 1], choice.half) }
    }
  }

  /// From a line of the outline to the next one that stands no deeper.
  private mutating func entry(_ title: String) -> [PageFacts] {
    let all = document.facts.flatMap { facts in facts.outline.map { (page: facts.page, entry: $0) }
    }
    let wanted = MaterialText.folded(title)
    let found = all.indices.filter { MaterialText.folded(all[$0].entry.title) == wanted }
    guard let index = found.first, found.count == 1 else {
      findings.append(unknown(title, among: all.map(\.entry), isDoubled: found.count > 1))
      return []
    }
    let first = all[index].page
    let next = all[(index + 1)...].first { $0.entry.level <= all[index].entry.level }
    let last = next.map { max(first, $0.page - 1) } ?? document.facts.count
    return Array(document.facts[(first - 1)..<last])
  }

  private func unknown(
    _ title: String, among entries: [OutlineEntry], isDoubled: Bool
  ) -> Finding {
    let known = entries.prefix(20).map { "«\($0.title)»" }.joined(separator: ", ")
    let there =
      entries.isEmpty
      ? ("оглавления в файле нет", "the file has no outline")
      : isDoubled
        ? ("в оглавлении их несколько", "the outline has several of them")
        : ("в оглавлении есть: \(known)", "the outline has: \(known)")
    return context.report(
      .materialOutlineUnknown, .stop,
      Wording(
        ru: "по строке оглавления «\(title)» страниц не найти: \(there.0). "
          + "Исправьте outline: или выберите страницы ключом pages:",
        en: "the outline's line “\(title)” gives no pages: \(there.1). "
          + "Correct outline: or choose pages with the key pages:"))
  }

  private mutating func cut(_ pages: [Selected]) -> [PageFacts] {
    let split = context.material.split
    let isCut = { (page: PageFacts) in split?.cuts(page) == true && page.halves.count == 2 }
    let whole = pages.filter { !isCut($0.page) }
    if split != nil, !pages.isEmpty, whole.count == pages.count { findings.append(nothingToCut()) }
    findings += context.report(
      .materialHalfOfWhole, .stop,
      whole.filter { $0.half != nil }.map { identified($0.page) },
      Wording(
        ru: "в pages: названа половина страницы, но страница не разрезана: "
          + "напишите split: или уберите слова «слева», «справа»",
        en: "pages: names a half, but the page is not cut apart: "
          + "write split: or take the words left and right away"))
    findings += context.report(
      .materialSplit, .note, pages.filter { isCut($0.page) }.map { identified($0.page) },
      Wording(
        ru: "листы разрезаны пополам, сначала левая половина",
        en: "the sheets are cut in two, the left half first"))
    return pages.flatMap { page, half in
      isCut(page) ? page.halves.filter { half == nil || $0.half == half } : [page]
    }
  }

  private func nothingToCut() -> Finding {
    let key = context.material.split?.rawValue ?? ""
    return context.report(
      .materialSplitNothing, .warn,
      Wording(
        ru: "split: \(key), но резать нечего: таких листов в файле нет. "
          + "Уберите ключ или проверьте файл",
        en: "split: \(key), but there is nothing to cut: the file has no such sheets. "
          + "Take the key away or check the file"))
  }
}

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
      .materialPartsTogether, .warn,
      Wording(
        ru: "в файле части \(parts), печатаются вместе. Если их выдают отдельно, "
          + "опишите каждую отдельной работой с ключом part:",
        en: "the file has the parts \(parts), printed together. If they are given out separately, "
          + "describe each as a work of its own with the key part:"))
  }

  private func unsaid(_ pages: [IdentifiedPage]) -> [Finding] {
    context.looked(
      .materialPartUnverified, pages,
      Wording(
        ru: "часть на страницах не названа: взяты все, часть \(work.part) — со слов exam.yaml",
        en: "the pages name no part: all are taken as part \(work.part), as exam.yaml says"))
  }

  private func missing(_ named: Set<Int>) -> Finding {
    let parts = named.sorted().map { "\($0)" }.joined(separator: ", ")
    let remedy = Remedy.download(work, context.policy)
    return context.report(
      .materialPartMissing, .stop,
      Wording(
        ru: "части \(work.part) в файле нет, есть: \(parts). \(remedy.ru)",
        en: "the file has no part \(work.part), it has: \(parts). \(remedy.en)"))
  }

  private func leftOut(_ pages: [IdentifiedPage]) -> [Finding] {
    context.report(
      .materialPartLeftOut, .note, pages,
      Wording(
        ru: "это другая часть, не часть \(work.part): не печатается",
        en: "another part than \(work.part): not printed"))
  }

  private func assumed(_ pages: [IdentifiedPage]) -> [Finding] {
    context.looked(
      .materialPartUnverified, pages,
      Wording(
        ru: "на странице не сказана часть: взята часть соседней страницы",
        en: "the page does not say its part: that of the page beside it is taken"))
  }
}
