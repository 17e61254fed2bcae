import Exam

/// What is wrong with the variants of a participant's document.
struct VariantChecks {
  var checks: MaterialChecks
  var told: PageVariants

  func findings() -> [Finding] { contradiction() + fileName() + unverified() }

  private func contradiction() -> [Finding] {
    guard let described = checks.material.variant else { return [] }
    let others = checks.pages.filter {
      PageIdentity(text: $0.text).variant.map { $0 != described } ?? false
    }
    let written = told.written.subtracting([described]).sorted().map(\.rawValue)
      .joined(separator: ", ")
    return checks.report(
      "material.variant-contradiction", .stop, others,
      Wording(
        ru: "в exam.yaml вариант \(described.rawValue), а на странице вариант \(written). "
          + "Исправьте variant: или замените файл",
        en: "exam.yaml says variant \(described.rawValue), the page says variant \(written). "
          + "Correct variant: or replace the file"))
  }

  private func fileName() -> [Finding] {
    let document = checks.document
    guard let named = PageIdentity.variant(ofFileName: document.file), !told.written.isEmpty,
      !told.written.contains(named)
    else { return [] }
    let written = told.written.sorted().map(\.rawValue).joined(separator: ", ")
    return [
      Finding(
        "material.file-name", .warn, .work(checks.work.id), at: MaterialText.place(document),
        Wording(
          ru: "по имени файла вариант \(named.rawValue), по тексту страниц вариант \(written). "
            + "Печатается то, что на страницах",
          en: "the file's name says variant \(named.rawValue), the pages say variant \(written). "
            + "What the pages say is printed"))
    ]
  }

  private func unverified() -> [Finding] {
    let bare = checks.pages.filter {
      !$0.isBlank && $0.text.allSatisfy { $0.isWhitespace }
    }
    let placed =
      told.written.isEmpty ? [] : told.silent.filter { !$0.isBlank && !bare.contains($0) }
    guard checks.material.verified else {
      return checks.report(
        "material.unverified", .warn, bare,
        Wording(
          ru: "на странице нет текста (скан?): проверьте глазами предмет, класс и вариант и "
            + "напишите verified: true и variant:",
          en: "the page has no text (a scan?): look at the subject, grade and variant and "
            + "write verified: true and variant:"))
        + checks.report(
          "material.unverified", .warn, placed,
          Wording(
            ru: "на странице не сказан вариант: взят вариант соседней страницы. "
              + "Проверьте и напишите verified: true",
            en: "the page does not say its variant: that of the page beside it is taken. "
              + "Check and write verified: true"))
    }
    guard checks.material.variant == nil, told.written.isEmpty else { return [] }
    return checks.report(
      "material.variant-needed", .stop, bare,
      Wording(
        ru: "страница проверена человеком, но вариант не сказан: допишите variant: в exam.yaml",
        en: "a person vouches for the page, but its variant is not told: add variant: to exam.yaml"
      ))
  }
}
