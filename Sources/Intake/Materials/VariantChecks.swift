import Exam

/// What is wrong with the variants of a participant's document.
struct VariantChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]
  var told: PageVariants

  func findings() -> [Finding] {
    contradiction() + fileName() + mixed() + needed()
  }

  private func contradiction() -> [Finding] {
    guard let described = context.material.variant else { return [] }
    let others = pages.filter { $0.identity.variant.map { $0 != described } ?? false }
    let written = told.written.subtracting([described]).sorted().map(\.rawValue)
      .joined(separator: ", ")
    return context.report(
      .materialVariantContradiction, .stop, others,
      Wording(
        ru: "в exam.yaml вариант \(described.rawValue), а на странице вариант \(written). "
          + "Исправьте variant: или замените файл",
        en: "exam.yaml says variant \(described.rawValue), the page says variant \(written). "
          + "Correct variant: or replace the file"))
  }

  private func fileName() -> [Finding] {
    guard let named = PageIdentity.variant(ofFileName: context.document.file),
      !told.written.isEmpty, !told.written.contains(named)
    else { return [] }
    let written = told.written.sorted().map(\.rawValue).joined(separator: ", ")
    return [
      context.report(
        .materialFileName, .warn,
        Wording(
          ru: "по имени файла вариант \(named.rawValue), по тексту страниц вариант \(written). "
            + "Печатается то, что на страницах",
          en: "the file's name says variant \(named.rawValue), the pages say variant \(written). "
            + "What the pages say is printed"))
    ]
  }

  /// A variant that begins anew after another one: a page may have slipped in.
  private func mixed() -> [Finding] {
    guard told.runs.count > told.written.count, context.material.variant == nil else { return [] }
    let lists = told.written.sorted().map { variant in
      let own = zip(pages, told.variants).filter { $0.1 == variant }.map(\.0.facts)
      return (variant.rawValue, MaterialText.list(of: own))
    }
    let ru = lists.map { "\($0.0) — \($0.1.ru)" }.joined(separator: "; ")
    let en = lists.map { "\($0.0) — \($0.1.en)" }.joined(separator: "; ")
    return [
      context.report(
        .materialVariantsMixed, .warn,
        Wording(
          ru: "страницы вариантов перемежаются: \(ru). Печатаются по тексту страниц, "
            + "каждый вариант отдельно; проверьте, не попала ли в файл чужая страница",
          en: "the variants' pages alternate: \(en). Each variant is printed apart, as the pages "
            + "say; check that no page of another file slipped in"))
    ]
  }

  /// A page without text gets no variant from anybody but exam.yaml.
  private func needed() -> [Finding] {
    guard context.material.variant == nil, told.written.isEmpty,
      !context.policy.usualVariants.isEmpty
    else { return [] }
    return context.report(
      .materialVariantNeeded, .stop, pages.filter { !$0.isReadable && !$0.facts.isBlank },
      Wording(
        ru:
          "какой это вариант, по странице не прочесть: посмотрите и допишите у материала variant: "
          + "в exam.yaml; другой вариант опишите отдельным материалом",
        en:
          "the page's variant cannot be read: look, and add variant: to the material in exam.yaml; "
          + "describe another variant as a material of its own"))
  }
}
