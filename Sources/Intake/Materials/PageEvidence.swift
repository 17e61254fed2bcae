import Exam

/// Which pages of a participants' document are known to be right, and why the others are not.
///
/// A page is known when its own text says the work and the variant, as the layout describes them, and
/// nothing sets it apart from the pages around it. Where the layout allows it, a page that says nothing
/// is known by its neighbours in the file.
struct PageEvidence {
  let context: MaterialContext
  let pages: [IdentifiedPage]
  let told: PageVariants
  private let phrases: [ForbiddenPhrase]

  init(context: MaterialContext, pages: [IdentifiedPage], told: PageVariants) {
    self.context = context
    self.pages = pages
    self.told = told
    phrases = context.policy.criteriaPhrases
  }

  /// One finding for each kind of doubt, and one for what is known by its neighbours only.
  func findings() -> [Finding] {
    let doubts = pages.indices.map(doubt)
    let byNeighbours = pages.indices.filter { doubts[$0] == nil && isKnownByNeighbours($0) }
    return PageDoubt.allCases.flatMap { kind in
      report(kind, pages.indices.filter { doubts[$0] == kind }.map { pages[$0] })
    } + neighbourly(byNeighbours.map { pages[$0] }) + recognised()
  }

  /// A scan whose letters a program has recognised.
  private func recognised() -> [Finding] {
    guard !context.material.verified else { return [] }
    return context.report(
      .materialRecognised, .warn,
      pages.filter { $0.facts.isPictureWithText && $0.facts.complaints.isEmpty },
      Wording(
        ru:
          "это картинка, а текст под ней распознан программой сканера: сверено по нему. Посмотрите "
          + "страницы; если верно, напишите verified: true",
        en:
          "this is a picture, and the text behind it is what a scanner's program recognised: that is "
          + "what was compared. Look at the pages; if they are right, write verified: true"))
  }

  private func report(_ doubt: PageDoubt, _ pages: [IdentifiedPage]) -> [Finding] {
    context.looked(.materialUnverified, pages, doubt.message(context.work))
  }

  private func neighbourly(_ pages: [IdentifiedPage]) -> [Finding] {
    context.report(
      .materialByNeighbours, .note, pages,
      Wording(
        ru: "эти страницы сами не говорят, что это за работа или вариант: взяты по соседним "
          + "страницам файла",
        en: "these pages do not say their work or variant: they are known by the pages beside them")
    )
  }

  /// The first reason to look at a page; nil for one that is known.
  private func doubt(_ index: Int) -> PageDoubt? {
    let page = pages[index]
    if context.isStopped(page) { return nil }
    if page.facts.isBlank { return .blank }
    if page.facts.isBare { return .picture }
    if !page.facts.isLegible { return .illegible }
    return identityDoubt(index) ?? standingDoubt(page, index) ?? unreadDoubt(page.facts)
  }

  /// What is on the page and was not read.
  private func unreadDoubt(_ facts: PageFacts) -> PageDoubt? {
    if facts.isWrittenOver { return .writtenOver }
    // A line to write on is none of a task's signs here: headers have such.
    let asks = TaskSigns.areOn(facts.text.filter { $0 != "_" })
    return facts.isMostlyPicture && !asks ? .mostlyPicture : nil
  }

  private func identityDoubt(_ index: Int) -> PageDoubt? {
    let page = pages[index]
    if page.identity.variants.count > 1 { return .severalVariants }
    let isByNeighbours = isKnownByNeighbours(index)
    if !isSaid(page), !isByNeighbours { return .work }
    if lacksVariant(page), !(isByNeighbours && told.variants[index] != nil) { return .variant }
    if context.work.level != nil, !pages.contains(where: { $0.identity.level != nil }) {
      return .level
    }
    return nil
  }

  private func isSaid(_ page: IdentifiedPage) -> Bool {
    WorkMatch.isSaid(page.identity, of: context.work)
  }

  /// Whether a page says no variant although the work has variants and exam.yaml names none.
  private func lacksVariant(_ page: IdentifiedPage) -> Bool {
    page.identity.variants.isEmpty && context.material.variant == nil
      && !(context.policy.usualVariants.isEmpty && told.written.isEmpty)
  }

  private func standingDoubt(_ page: IdentifiedPage, _ index: Int) -> PageDoubt? {
    if isOdd(page, \.identity.hasCodeField) { return .codeField }
    if index > 0, isOdd(page, { $0.identity.number != nil }) { return .number }
    if AnswerTable.isOn(page.facts.text) { return .answers }
    let text = ForbiddenPhrase.Page(page.facts.text)
    let isTask = page.identity.hasCodeField
    if isTask || isNumbered(index) {
      if phrases.contains(where: { $0.isAtTop(of: text) }) { return .criteria }
    } else if phrases.contains(where: { $0.isOn(text) }) {
      return .criteria
    }
    return index > 0 && isResults(page, index) ? .tasks : nil
  }

  /// Whether a page asks nothing, though the others do, and tells results or hardly anything.
  private func isResults(_ page: IdentifiedPage, _ index: Int) -> Bool {
    let asks = { (page: IdentifiedPage) in TaskSigns.areOn(page.facts.text) }
    guard let last = pages.lastIndex(where: asks), !asks(page) else { return false }
    // A text to read, a poem or a map asks nothing, either, and tells no results.
    if TaskSigns.tellsResults(page.facts.text) { return index > last || isOdd(page, asks) }
    let isShort = PageWords(page.facts.text).words.count < Self.fewestWords
    return isShort && !page.identity.hasCodeField && isOdd(page, asks)
  }

  /// A page of fewer words, the header among them, is hardly a text to read.
  private static let fewestWords = 40

  /// Whether a page lacks what at least half of the pages with text have.
  private func isOdd(_ page: IdentifiedPage, _ has: (IdentifiedPage) -> Bool) -> Bool {
    guard !has(page) else { return false }
    let readable = pages.filter(\.isReadable)
    let count = readable.count(where: has)
    return count > 0 && count * 2 >= readable.count
  }

  /// Whether the page's number follows that of a page beside it.
  private func isNumbered(_ index: Int) -> Bool {
    guard let number = pages[index].identity.number?.page else { return false }
    return [index - 1, index + 1].contains { other in
      guard pages.indices.contains(other) else { return false }
      let distance = other - index
      let beside = pages[other].identity.number?.page
      return beside == number + distance || (beside == nil && other == 0 && number == 2)
    }
  }

  /// Whether a page that says no work or no variant is of the file it stands in: the layout allows it,
  /// another page names the work, and the numbers follow each other, or there are none.
  private func isKnownByNeighbours(_ index: Int) -> Bool {
    let page = pages[index]
    guard context.policy.pagePatterns.neighbours, page.isReadable,
      !isSaid(page) || lacksVariant(page)
    else { return false }
    guard pages.contains(where: isSaid) else { return false }
    let isUnnumbered = pages.allSatisfy { $0.identity.number == nil }
    return isUnnumbered || isNumbered(index) || (index == 0 && pages.count > 1 && isNumbered(1))
  }
}

/// Why a page of the participants is not known to be right until a person has looked at it.
enum PageDoubt: Hashable, CaseIterable {
  /// There is no text: a scan, or letters made of lines.
  case picture
  /// There are letters, but nobody can tell which.
  case illegible
  /// Nothing is on it.
  case blank
  /// It does not say what work it is of.
  case work
  /// It names several variants.
  case severalVariants
  /// It does not say its variant.
  case variant
  /// The work has a level, and the file does not say it.
  case level
  /// It has no field for the code, which other pages of the file have.
  case codeField
  /// It has no page number, which other pages of the file have.
  case number
  /// It looks like a table of answers.
  case answers
  /// It has no question, order or task, which other pages of the file have.
  case tasks
  /// It speaks of criteria or answers, and nothing shows that it is a page of tasks all the same.
  case criteria
  /// Notes or values of form fields are printed over it.
  case writtenOver
  /// Its header can be read, the rest is a picture or lines.
  case mostlyPicture

  /// What is said of a page.
  func message(_ work: Work) -> Wording {
    switch self {
    case .picture:
      Wording(
        ru: "на странице нет текста, который можно прочесть (скан?): предмет, класс и вариант "
          + "с планом не сверить",
        en: "the page has no text that can be read (a scan?): subject, grade and variant cannot be "
          + "compared with the plan")
    case .illegible:
      Wording(
        ru: "буквы на странице не читаются программой (в файле не сказано, какие они): предмет, "
          + "класс и вариант с планом не сверить",
        en: "the page's letters cannot be read (the file does not say which they are): subject, "
          + "grade and variant cannot be compared with the plan")
    case .blank: Wording(ru: "пустая страница", en: "a blank page")
    case .work:
      Wording(
        ru: "на странице не сказано, что это за работа (предмет и класс)",
        en: "the page does not say what work it is of (subject and grade)")
    case .severalVariants:
      Wording(
        ru: "на странице названо несколько вариантов", en: "the page names several variants")
    case .variant:
      Wording(ru: "на странице не сказан вариант", en: "the page does not say its variant")
    case .level:
      Wording(
        ru: "уровень (\(work.level ?? "")) на страницах не назван",
        en: "the pages do not name the level (\(work.level ?? ""))")
    case .codeField:
      Wording(
        ru: "нет поля для кода, которое есть на других страницах файла: не ключ ли это?",
        en: "there is no field for the code, which other pages of the file have: is it a key?")
    case .number:
      Wording(
        ru: "нет номера страницы, который есть на других страницах файла: не ключ ли это?",
        en: "there is no page number, which other pages of the file have: is it a key?")
    case .answers:
      Wording(
        ru: "похоже на ответы: номера с короткими ответами или записанное решение",
        en: "it looks like answers: numbers with short answers, or a solution written out")
    case .tasks:
      Wording(
        ru: "нет ни вопроса, ни задания, которые есть на других страницах файла: не ключ ли это?",
        en: "there is no question or task, which other pages of the file have: is it a key?")
    case .criteria:
      Wording(
        ru: "на странице говорится о критериях или ответах",
        en: "the page speaks of criteria or answers")
    case .writtenOver:
      Wording(
        ru: "поверх страницы печатаются пометки или заполненные поля: нет ли там ответов?",
        en: "notes or filled fields are printed over the page: are there answers in them?")
    case .mostlyPicture:
      Wording(
        ru: "прочесть можно только заголовок, остальное картинка: что на ней, с планом не сверить",
        en:
          "only the header can be read, the rest is a picture: it cannot be compared with the plan"
      )
    }
  }
}
