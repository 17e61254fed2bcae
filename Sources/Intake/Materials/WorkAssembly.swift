import Exam

/// Puts the materials of one work together: copies by variant, and papers.
struct WorkAssembly {
  var work: Work
  var policy: Policy
  /// In the order of exam.yaml.
  var materials: [MaterialPages]
  /// Papers that lay in the participants' archives.
  var found: [PaperPages]
  /// Files of the archives that are no PDF.
  var aside: [MaterialAside]

  private var given: [MaterialPages] { materials.filter { $0.material.give == .participant } }

  private var isAssumed: Bool { given.allSatisfy(\.inOrder.isEmpty) }

  private var variants: [Variant] { Set(given.flatMap(\.variants)).sorted() }

  func pages() -> WorkPages {
    WorkPages(
      work: work.id, variants: isAssumed ? assumed() : known(), papers: papers(),
      assumed: isAssumed)
  }

  private func known() -> [VariantPages] {
    let all: [Variant?] = variants.isEmpty ? [nil] : variants
    return all.map { variant in
      VariantPages(variant: variant, pages: given.flatMap { $0.pages(of: variant) })
    }
  }

  private func assumed() -> [VariantPages] {
    let count = work.assumedPages ?? policy.usualPages
    let all: [Variant?] = policy.usualVariants.isEmpty ? [nil] : policy.usualVariants.sorted()
    return all.map { VariantPages(variant: $0, assumed: count) }
  }

  private func papers() -> [PaperPages] {
    materials.filter { $0.material.give != .participant && !$0.inOrder.isEmpty }.map {
      PaperPages(
        material: $0.material.id, give: $0.material.give, copies: $0.material.copies,
        pages: $0.inOrder)
    } + found
  }

  func findings() -> [Finding] {
    guard isAssumed else { return incomplete() + unequal() + expected() }
    return given.contains(where: \.isThere) ? [] : [missing()]
  }

  private func missing() -> Finding {
    let count = work.assumedPages ?? policy.usualPages
    return finding(
      .materialMissing, .note,
      Wording(
        ru: "материалов «\(work.subject)» ещё нет: считаем по \(count) стр. на участника",
        en: "the material of “\(work.subject)” is not there yet: \(count) pages each are assumed"))
  }

  private func incomplete() -> [Finding] {
    given.flatMap { part -> [Finding] in
      let name = part.material.files.joined(separator: ", ")
      guard !part.inOrder.isEmpty else {
        return [
          finding(
            .materialIncomplete, .stop, at: name,
            Wording(
              ru: "этой части комплекта участника ещё нет: положите файл в папку",
              en: "this part of the participant's copy is not there yet: put the file here"))
        ]
      }
      guard !part.variants.isEmpty else { return [] }
      let lacking = Set(variants).subtracting(
        part.material.variant == nil ? part.variants : describedVariants)
      let lacks = lacking.sorted().map(\.rawValue).joined(separator: ", ")
      let incomplete =
        lacking.isEmpty
        ? []
        : [
          finding(
            .materialVariantMissing, .stop, at: name,
            Wording(
              ru: "нет варианта \(lacks), который есть в других материалах работы",
              en: "variant \(lacks) is missing, which other materials of the work have"))
        ]
      let loose = Set((part.byVariant[nil] ?? []).map(\.file)).sorted()
      return incomplete
        + loose.map { file in
          finding(
            .materialVariantUnknown, .stop, at: file,
            Wording(
              ru: "в файле не сказан вариант, а в других файлах сказан. "
                + "Опишите его отдельным материалом или уберите",
              en: "the file does not say its variant, while others do. "
                + "Describe it as a material of its own or take it away"))
        }
    }
  }

  /// Materials to which exam.yaml gives a variant make one set: each is its variant's part.
  private var describedVariants: Set<Variant> {
    given.filter { $0.material.variant != nil }.reduce(into: []) { $0.formUnion($1.variants) }
  }

  /// What came, held against what the campaign usually has; a variant with a name is seldom the only one.
  private func expected() -> [Finding] {
    let (came, usual) = (variants, policy.usualVariants)
    let count = max(usual.count, 2)
    guard !came.isEmpty, came.count < count, usual.count != 1 else { return [] }
    let names = came.map(\.rawValue).joined(separator: ", ")
    let missing = usual.filter { !came.contains($0) }.map(\.rawValue).joined(separator: ", ")
    let others =
      missing.isEmpty
      ? Wording(same: "") : Wording(ru: " (нет: \(missing))", en: " (missing: \(missing))")
    let left = leftAside
    let remedy = Remedy.download(work, policy)
    return [
      finding(
        .materialVariantsFewer, .warn,
        Wording(
          ru:
            "есть только вариант \(names), а обычно их \(count)\(others.ru): у соседей "
            + "будет один и тот же. \(left.ru)\(remedy.ru)",
          en:
            "there is only variant \(names), usually there are \(count)\(others.en): "
            + "neighbours get the same. \(left.en)\(remedy.en)"))
    ]
  }

  /// Files that could be the missing variant.
  private var leftAside: Wording {
    let word = aside.flatMap(\.names).filter { name in
      [".doc", ".docx", ".odt", ".rtf"].contains { name.lowercased().hasSuffix($0) }
    }
    guard let first = word.first else {
      let names = aside.flatMap(\.names).prefix(3).joined(separator: ", ")
      return names.isEmpty
        ? Wording(same: "")
        : Wording(
          ru: "В архиве лежат и не PDF: \(names). ",
          en: "The archive also holds no PDFs: \(names). ")
    }
    let list = word.count == 1 ? first : word.prefix(3).joined(separator: ", ")
    return Wording(
      ru: "«\(list)» — файл Word, он не печатается: сохраните его как PDF и положите рядом. ",
      en: "“\(list)” is a Word file and not printed: save it as PDF and put it beside. ")
  }

  private func unequal() -> [Finding] {
    let counts = known()
    guard Set(counts.map(\.count)).count > 1 else { return [] }
    let list = counts.map { "\($0.variant?.rawValue ?? "") — \($0.count)" }.joined(separator: ", ")
    return [
      finding(
        .materialPageCounts, .warn,
        Wording(
          ru: "в вариантах разное число страниц: \(list). Проверьте, все ли страницы на месте",
          en: "variants differ in pages: \(list). Check that no page is missing"))
    ]
  }

  private func finding(
    _ kind: Finding.Kind, _ severity: Severity, at place: String = "", _ message: Wording
  ) -> Finding {
    Finding(kind, severity, .work(work.id), at: place, message)
  }
}
