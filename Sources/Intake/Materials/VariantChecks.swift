import Exam

/// What is wrong with the variants of a participant's document.
struct VariantChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]
  var told: PageVariants

  func findings() -> [Finding] {
    contradiction() + fileName() + mixed()
      + (context.material.verified ? vouched() : unverified())
  }

  private func contradiction() -> [Finding] {
    guard let described = context.material.variant else { return [] }
    let others = pages.filter { $0.identity.variant.map { $0 != described } ?? false }
    let written = told.written.subtracting([described]).sorted().map(\.rawValue)
      .joined(separator: ", ")
    return context.report(
      "material.variant-contradiction", .stop, others,
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
        "material.file-name", .warn,
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
        "material.variants-mixed", .warn,
        Wording(
          ru: "страницы вариантов перемежаются: \(ru). Печатаются по тексту страниц, "
            + "каждый вариант отдельно; проверьте, не попала ли в файл чужая страница",
          en: "the variants' pages alternate: \(en). Each variant is printed apart, as the pages "
            + "say; check that no page of another file slipped in"))
    ]
  }

  private var bare: [IdentifiedPage] { pages.filter(\.facts.isBare) }

  private var placed: [IdentifiedPage] {
    told.written.isEmpty ? [] : told.silent.filter(\.isReadable)
  }

  private func unverified() -> [Finding] {
    context.report(
      "material.unverified", .warn, bare,
      Wording(
        ru: "на странице нет текста (скан?), сверить её с планом не удалось: проверьте глазами "
          + "предмет, класс и вариант и напишите verified: true и variant:",
        en: "the page has no text (a scan?) to compare with the plan: look at the subject, grade "
          + "and variant and write verified: true and variant:"))
      + context.report(
        "material.unverified", .warn, placed,
        Wording(
          ru: "на странице не сказан вариант: взят вариант соседней страницы. "
            + "Проверьте и напишите verified: true",
          en: "the page does not say its variant: that of the page beside it is taken. "
            + "Check and write verified: true"))
  }

  private func vouched() -> [Finding] {
    let note = context.report(
      "material.verified", .note, bare + placed,
      Wording(
        ru: "по тексту страницу сверить нельзя: за предмет, класс и вариант ручается человек "
          + "(verified: true)",
        en: "the text does not tell: a person vouches for subject, grade and variant "
          + "(verified: true)"))
    guard context.material.variant == nil, told.written.isEmpty else { return note }
    return note
      + context.report(
        "material.variant-needed", .stop, bare,
        Wording(
          ru: "страница проверена человеком, но вариант не сказан: допишите variant: в exam.yaml",
          en:
            "a person vouches for the page, but its variant is not told: add variant: to exam.yaml"
        ))
  }
}
