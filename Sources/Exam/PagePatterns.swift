/// How the pages of a campaign say what they are; read from its layout.
///
/// A pattern is a text with blanks to fill: `{subject}`, `{grade}`, `{year}` (may be missing),
/// `{variant}`. Case, endings of words, look-alike letters and what stands between words do not matter,
/// but for a hyphen beside a blank.
public struct PagePatterns: Hashable, Codable, Sendable {
  /// The running header that names the work: `ВПР {year} {subject} {grade} класс`.
  public var header: [String]
  /// The title that names the work where there is no running header.
  public var title: [String]
  /// The variant: `Вариант {variant}`.
  public var variant: [String]
  /// The words beside the box for the participant's code.
  public var codeField: [String]
  /// Whether a page that names no work may be known by its neighbours in the same file.
  public var neighbours: Bool

  /// Makes patterns.
  public init(
    header: [String], title: [String] = [], variant: [String], codeField: [String] = [],
    neighbours: Bool = false
  ) {
    self.header = header
    self.title = title
    self.variant = variant
    self.codeField = codeField
    self.neighbours = neighbours
  }

  /// The strictest: every page carries the running header of ВПР.
  public static let usual = PagePatterns(
    header: ["ВПР {year} {subject} {grade} класс"],
    title: [
      "Проверочная работа по {subject} для {grade} класса",
      "Проверочная работа по {subject} {grade} класс",
    ],
    variant: [
      "Вариант {variant}", "{variant} вариант", "Вар. {variant}", "В-{variant}",
      "Variant {variant}",
      "Version {variant}", "Form {variant}",
    ],
    codeField: ["КОД"])
}
