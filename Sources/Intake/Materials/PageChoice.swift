import Exam

/// The pages of a document that a material takes: by number or outline, cut apart, of one part.
struct PageChoice {
  let context: MaterialContext
  private(set) var findings: [Finding] = []

  private var document: MaterialDocument { context.document }

  init(context: MaterialContext) { self.context = context }

  /// The chosen pages, in the order in which they are printed.
  mutating func pages() -> [IdentifiedPage] {
    guard !document.facts.isEmpty else {
      findings.append(
        context.report(
          "material.empty", .stop,
          Wording(
            ru: "в файле нет страниц: скачайте его заново",
            en: "the file has no pages: download it again")))
      return []
    }
    let pages = cut(selected()).map(IdentifiedPage.init)
    guard context.isForParticipants else { return pages }
    var parts = PartChoice(context: context)
    let chosen = parts.pages(of: pages)
    findings += parts.findings
    return chosen
  }

  private mutating func selected() -> [PageFacts] {
    if let title = context.material.outline { return entry(title) }
    guard let selection = context.material.pages else { return document.facts }
    let count = document.facts.count
    if selection.ranges.contains(where: { $0.upperBound > count }) {
      findings.append(
        context.report(
          "material.pages-beyond", .stop,
          Wording(
            ru: "выбраны страницы \(selection.text), а в файле их \(count): "
              + "исправьте pages: в exam.yaml",
            en: "pages \(selection.text) are chosen, but the file has \(count): "
              + "correct pages: in exam.yaml")))
    }
    return selection.ranges.flatMap { range in
      range.lowerBound > count
        ? [] : Array(document.facts[(range.lowerBound - 1)..<min(range.upperBound, count)])
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
      "material.outline-unknown", .stop,
      Wording(
        ru: "по строке оглавления «\(title)» страниц не найти: \(there.0). "
          + "Исправьте outline: или выберите страницы ключом pages:",
        en: "the outline's line “\(title)” gives no pages: \(there.1). "
          + "Correct outline: or choose pages with the key pages:"))
  }

  private mutating func cut(_ pages: [PageFacts]) -> [PageFacts] {
    guard let split = context.material.split, !pages.isEmpty else { return pages }
    let lying = pages.filter { split.cuts($0) && !$0.halves.isEmpty }
    guard !lying.isEmpty else {
      findings.append(
        context.report(
          "material.split-nothing", .warn,
          Wording(
            ru: "split: \(split.rawValue), но резать нечего: таких листов в файле нет. "
              + "Уберите ключ или проверьте файл",
            en:
              "split: \(split.rawValue), but there is nothing to cut: the file has no such sheets. "
              + "Take the key away or check the file")))
      return pages
    }
    findings += context.report(
      "material.split", .note, lying.map(IdentifiedPage.init),
      Wording(
        ru: "листы разрезаны пополам, сначала левая половина",
        en: "the sheets are cut in two, the left half first"))
    return pages.flatMap { split.cuts($0) && !$0.halves.isEmpty ? $0.halves : [$0] }
  }
}
