import Exam

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
  /// It speaks of criteria or answers, and nothing shows that it is a page of tasks all the same.
  case criteria

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
        ru: "похоже на таблицу ответов: номера и короткие ответы",
        en: "it looks like a table of answers: numbers and short answers")
    case .criteria:
      Wording(
        ru: "на странице говорится о критериях или ответах",
        en: "the page speaks of criteria or answers")
    }
  }
}
