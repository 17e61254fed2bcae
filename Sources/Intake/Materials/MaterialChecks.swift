import Exam

/// What is wrong with the pages of one document, whatever variant they are of.
struct MaterialChecks {
  var work: Work
  var material: Material
  var document: MaterialDocument
  var pages: [PageFacts]
  var description: ExamDescription
  var forbidden: [String]

  static let usuallyForbidden = [
    "Система оценивания", "Решения и указания к оцениванию", "Критерии оценивания",
  ]

  func findings() -> [Finding] {
    var all: [Finding] = []
    all += wrongWork()
    all += criteria()
    all += size()
    all += room()
    all += report(
      "material.blank-page", .warn, pages.filter(\.isBlank),
      Wording(
        ru: "пустая страница: посмотрите, так ли задумано",
        en: "a blank page: look whether it is meant"))
    all += fonts()
    return all
  }

  func report(
    _ kind: String, _ severity: Severity, _ pages: [PageFacts], _ message: Wording
  ) -> [Finding] {
    guard !pages.isEmpty else { return [] }
    return [
      Finding(
        kind, severity, .work(work.id),
        at: MaterialText.place(document, pages: pages.map(\.page)), message)
    ]
  }

  private func wrongWork() -> [Finding] {
    let wrong = pages.filter { !WorkMatch.agrees(PageIdentity(text: $0.text), with: work) }
    guard let first = wrong.first else { return [] }
    let message = WorkMatch.message(
      PageIdentity(text: first.text), document: document, work: work)
    return report("material.wrong-work", .stop, wrong, message)
  }

  private func criteria() -> [Finding] {
    guard material.give == .participant else { return [] }
    return forbidden.flatMap { phrase in
      let folded = MaterialText.folded(phrase)
      return report(
        "material.criteria", .stop,
        pages.filter { !folded.isEmpty && MaterialText.folded($0.text).contains(folded) },
        Wording(
          ru: "«\(phrase)»: это критерии или ответы, участникам их не печатают. "
            + "Уберите файл или выберите страницы ключом pages:",
          en: "“\(phrase)”: these are criteria or answers, not printed for participants. "
            + "Take the file away or choose pages with the key pages:"))
    }
  }

  private func size() -> [Finding] {
    guard description.pageSizes == .a4 else { return [] }
    return report(
      "material.page-size", .stop, pages.filter { !$0.isA4 },
      Wording(
        ru: "страница не формата A4. Замените файл или разрешите: pageSizes: any",
        en: "the page is not A4. Replace the file or allow it: pageSizes: any"))
  }

  private func room() -> [Finding] {
    guard description.marks == .pages else { return [] }
    return report(
      "material.no-room-for-mark", .stop, pages.filter { $0.hasRoomForMark == false },
      Wording(
        ru: "для метки нет свободного места. Печатайте без неё: marks: first или marks: none",
        en: "there is no free place for the mark. Print without it: marks: first or marks: none"))
  }

  private func fonts() -> [Finding] {
    let names = Set(pages.flatMap(\.fontsNotEmbedded)).sorted().joined(separator: ", ")
    return report(
      "material.font", .warn, pages.filter { !$0.fontsNotEmbedded.isEmpty },
      Wording(
        ru: "шрифты не встроены (\(names)): сравните предпросмотр с файлом",
        en: "fonts are not embedded (\(names)): compare the preview with the file"))
  }
}
