import Exam

/// Files and sections of one material: each must be exactly one variant, or they would be glued into
/// everybody's copy.
struct MaterialSections {
  let work: Work
  let material: Material
  let description: ExamDescription
  let policy: Policy
  /// The participants' pages in their order.
  let taken: [TakenPage]

  func findings() -> [Finding] { unknown() + repeated() }

  /// Pages of one file that belong together.
  private struct Section {
    var pages: [TakenPage]

    var document: MaterialDocument { pages[0].document }
    var variant: Variant? { pages[0].variant }
    var part: Int? { pages.lazy.compactMap(\.page.identity.part).first }
    var firstNumber: Int? { pages.lazy.compactMap(\.page.identity.number?.page).first }
    var lastNumber: Int? { pages.reversed().lazy.compactMap(\.page.identity.number?.page).first }
  }

  /// A section begins with a file, with another variant, and where page numbers begin anew.
  private var sections: [Section] {
    taken.filter { !context(of: $0.document).isStopped($0.page) }.reduce(into: []) {
      sections, page in
      guard let last = sections.last, let before = last.pages.last,
        last.document.sha256 == page.document.sha256, before.variant == page.variant,
        !startsAnew(page, after: last)
      else { return sections.append(Section(pages: [page])) }
      sections[sections.count - 1].pages.append(page)
    }
  }

  private func startsAnew(_ page: TakenPage, after section: Section) -> Bool {
    // Pages that were put side by side by hand are meant so.
    guard let before = section.pages.last, before.isFollowed(by: page) else { return false }
    return page.page.identity.number?.page == 1 && section.lastNumber != nil
  }

  /// Several sections and a variant that nobody tells.
  private func unknown() -> [Finding] {
    guard material.variant == nil else { return [] }
    let silent = sections.filter { $0.variant == nil }
    guard sections.count > 1, !silent.isEmpty, Set(sections.map(\.part)).count < sections.count
    else { return [] }
    let places = silent.map {
      MaterialText.place($0.document, of: $0.pages.map(\.page.facts))
    }
    return [
      Finding(
        .materialVariantsUnknown, .stop, .work(work.id),
        at: Wording(
          ru: places.map(\.ru).joined(separator: "; "), en: places.map(\.en).joined(separator: "; ")
        ),
        Wording(
          ru:
            "здесь несколько файлов или разделов, а вариант сказан не в каждом: в один комплект их "
            + "складывать нельзя. Опишите каждый отдельным материалом: с variant:, если это вариант, "
            + "без него — если это получают все",
          en:
            "these are several files or sections, and not each says its variant: they are never put "
            + "into one copy. Describe each as a material of its own: with variant: if it is one, "
            + "without if everybody gets it"))
    ]
  }

  /// One variant twice: a copy of it, or another variant with a wrong heading.
  private func repeated() -> [Finding] {
    Dictionary(grouping: sections.filter { $0.variant != nil }, by: { $0.variant })
      .sorted { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") }
      .flatMap { variant, sections in
        zip(sections, sections.dropFirst()).flatMap { before, next -> [Finding] in
          guard !continues(before, next) else { return goesOn(before, next) }
          return context(next).looked(
            .materialVariantDoubled, next.pages.map(\.page),
            Wording(
              ru: "вариант \(variant?.rawValue ?? "") уже есть (\(place(before).ru)): оба раза он "
                + "попал бы в один комплект",
              en: "there is variant \(variant?.rawValue ?? "") already (\(place(before).en)): both "
                + "would go into one copy"),
            remedy: Wording(
              ru:
                "Если это копия, уберите её; если другой вариант, опишите его отдельным материалом "
                + "с variant:",
              en:
                "If it is a copy, take it away; if it is another variant, describe it as a material "
                + "of its own with variant:"))
        }
      }
  }

  /// Whether a section goes on where the one before ends: by number, as another part, or as pages of
  /// the same file that another variant's pages came between.
  private func continues(_ before: Section, _ next: Section) -> Bool {
    let isOneFile = before.document.sha256 == next.document.sha256
    if let last = before.lastNumber, let first = next.firstNumber {
      return isOneFile ? first > last : first == last + 1
    }
    if let part = next.part, let former = before.part, part > former { return true }
    return isOneFile
  }

  private func goesOn(_ before: Section, _ next: Section) -> [Finding] {
    guard before.document.sha256 != next.document.sha256 else { return [] }
    return [
      context(next).report(
        .materialVariantGoesOn, .note,
        Wording(
          ru: "продолжает вариант \(next.variant?.rawValue ?? "") из «\(before.document.file)»: "
            + "номера страниц идут подряд",
          en: "goes on with variant \(next.variant?.rawValue ?? "") of “\(before.document.file)”: "
            + "the page numbers follow"))
    ]
  }

  private func place(_ section: Section) -> Wording {
    MaterialText.place(section.document, of: section.pages.map(\.page.facts))
  }

  private func context(_ section: Section) -> MaterialContext { context(of: section.document) }

  private func context(of document: MaterialDocument) -> MaterialContext {
    MaterialContext(
      work: work, material: material, document: document, description: description,
      policy: policy)
  }
}
