import Exam

/// Whether the mark and its line find a place on the pages that get one.
struct MarkRoom {
  let context: MaterialContext

  func findings(_ pages: [IdentifiedPage]) -> [Finding] {
    context.report(
      "material.no-room-for-mark", .stop, pages.filter { $0.facts.hasRoomForMark == false }, without
    )
      + context.report(
        "material.no-room-for-line", .warn,
        pages.filter { $0.facts.hasRoomForMark != false && $0.facts.hasRoomForLine == false },
        Wording(
          ru: "для строки с номером экземпляра и кодом рядом с меткой нет места: на этих страницах "
            + "код впишут от руки",
          en: "there is no place beside the mark for the line with serial and code: on these pages "
            + "the code is written by hand"))
  }

  /// What is set already is no advice.
  private var without: Wording {
    context.description.marks == .pages
      ? Wording(
        ru: "для метки нет свободного места. Печатайте без неё: marks: none; или только на первых "
          + "страницах, если место есть там: marks: first",
        en:
          "there is no free place for the mark. Print without it: marks: none; or only on the first "
          + "pages, if there is a place on those: marks: first")
      : Wording(
        ru: "для метки нет свободного места. Печатайте без неё: marks: none",
        en: "there is no free place for the mark. Print without it: marks: none")
  }
}
