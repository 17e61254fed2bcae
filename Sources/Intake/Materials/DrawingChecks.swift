import Exam

/// What a printer would not get as its author meant it: broken parts, letters without a shape, layers,
/// forms.
struct DrawingChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  func findings() -> [Finding] {
    form() + portfolio() + broken() + glyphs() + fields() + layers()
  }

  /// A stop until somebody looked for the participants' pages, a warning for papers.
  private func doubt(
    _ kind: String, _ pages: [IdentifiedPage], _ message: Wording, remedy: Wording? = nil
  ) -> [Finding] {
    context.isForParticipants
      ? context.looked(kind, pages, message, remedy: remedy)
      : context.report(kind, .warn, pages, message)
  }

  private func form() -> [Finding] {
    context.report(
      "material.form", .stop, pages.filter { $0.facts.document.isDynamicForm || isPleaseWait($0) },
      Wording(
        ru:
          "это форма, которую показывает только Adobe Acrobat (XFA): на бумаге вышла бы заставка. "
          + "Откройте файл там и напечатайте его в PDF, затем положите сюда обычный PDF",
        en:
          "this is a form that only Adobe Acrobat shows (XFA): paper would get its cover. Open it "
          + "there, print it to PDF and put that file here"))
  }

  private func isPleaseWait(_ page: IdentifiedPage) -> Bool {
    let text = MaterialText.folded(page.facts.text)
    return text.hasPrefix("please wait") && text.contains("viewer may not be able to display")
  }

  /// One that holds no PDF, or lies inside another.
  private func portfolio() -> [Finding] {
    let names = pages.first?.facts.document.portfolio ?? []
    guard !names.isEmpty else { return [] }
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return [
      context.report(
        "material.portfolio", .stop,
        Wording(
          ru: "это папка-портфолио PDF, сами работы внутри неё: \(list). Извлеките их (Acrobat: "
            + "сохранить вложения) и укажите в exam.yaml вместо неё",
          en: "this is a PDF portfolio, the papers are files inside it: \(list). Extract them "
            + "(Acrobat: save attachments) and name them in exam.yaml instead"))
    ]
  }

  private func broken() -> [Finding] {
    let costly = pages.map { page in
      page.facts.complaints.map(Complaint.init).filter { !$0.isHarmless }
    }
    let parts = Set(costly.joined().map(\.part)).sorted { $0.rawValue < $1.rawValue }
    let ru = parts.map(\.words.ru).joined(separator: ", ")
    let en = parts.map(\.words.en).joined(separator: ", ")
    return doubt(
      "material.broken", zip(pages, costly).filter { !$0.1.isEmpty }.map(\.0),
      Wording(
        ru: "в файле повреждено (\(ru)): на листе может не хватать слов или рисунков",
        en: "the file is damaged (\(en)): words or pictures may be missing on paper"),
      remedy: Remedy.download(context.work, context.policy))
  }

  private func glyphs() -> [Finding] {
    let found = pages.filter { $0.facts.missingGlyphs > 0 }
    let count = found.reduce(0) { $0 + $1.facts.missingGlyphs }
    return doubt(
      "material.glyphs", found,
      Wording(
        ru: "вместо букв выйдут пустые прямоугольники (\(count)): в шрифте файла этих букв нет",
        en: "empty boxes come out instead of letters (\(count)): the file's font does not have them"
      ),
      remedy: Remedy.download(context.work, context.policy))
  }

  private func fields() -> [Finding] {
    doubt(
      "material.field", pages.filter(\.facts.hasUndrawnField),
      Wording(
        ru: "в форме есть заполненные поля, вид которых в файле не сохранён: слова могут не выйти",
        en: "a form has fields with values whose looks are not in the file: words may be missing"),
      remedy: Wording(
        ru: "Напечатайте файл в PDF и положите сюда новый",
        en: "Print the file to PDF and put that here"))
  }

  private func layers() -> [Finding] {
    let facts = pages.first?.facts.document ?? DocumentFacts()
    let hidden = facts.hiddenLayers.joined(separator: ", ")
    let note =
      hidden.isEmpty
      ? []
      : [
        context.report(
          "material.layers-hidden", .note,
          Wording(
            ru: "в файле есть слои, которые не печатаются: \(hidden)",
            en: "the file has layers that are not printed: \(hidden)"))
      ]
    let doubtful = facts.doubtfulLayers.joined(separator: ", ")
    return note
      + (doubtful.isEmpty
        ? []
        : doubt(
          "material.layers", pages,
          Wording(
            ru: "о слоях \(doubtful) в файле сказано по-разному: одни программы их напечатали бы, "
              + "другие нет",
            en:
              "the file says two things of the layers \(doubtful): some programs would print them, "
              + "others not")))
  }
}
