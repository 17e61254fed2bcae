import Exam

/// What keeps a job from being composed.
enum CompositionTrouble {
  static func noItem(_ item: ItemID) -> Trouble {
    Trouble(
      "compose.no-item", exit: .failed, at: item.rawValue,
      Wording(ru: "В пакете нет такого листа", en: "The pack has no such sheet"))
  }

  static func noMaterial(_ item: ItemID) -> Trouble {
    Trouble(
      "compose.no-material", at: item.rawValue,
      Wording(
        ru: "Материалы ещё не получены: показать и напечатать пакет нельзя",
        en: "The materials are not there yet: the pack can be neither shown nor printed"))
  }

  static func notOpened(_ file: String) -> Trouble {
    Trouble(
      "compose.not-opened", exit: .failed, at: file,
      Wording(ru: "Файл не открыт", en: "The file has not been opened"))
  }

  static func cannotDraw(_ page: Int) -> Trouble {
    Trouble(
      "pdf.cannot-draw",
      Wording(
        ru: "Страницу \(page) нельзя нарисовать. Скачайте файл заново "
          + "или пересохраните его другой программой",
        en: "Page \(page) cannot be drawn. Download the file again or save it anew with another "
          + "program"))
  }

  static func tooLarge(_ page: Int) -> Trouble {
    Trouble(
      "pdf.page-too-large",
      Wording(
        ru: "Страница \(page) больше полутора метров, печатать такую нельзя. Замените файл",
        en: "Page \(page) is larger than a metre and a half and cannot be printed. "
          + "Replace the file"))
  }

  static func noPlace(_ page: SourcePage) -> Trouble {
    Trouble(
      "compose.no-place", at: "\(page.file), \(page.page)",
      Wording(
        ru: "На странице нет чистого места для метки. Поставьте в exam.yaml marks: first или none",
        en: "The page has no clean place for the mark. Set marks: first or none in exam.yaml"))
  }

  static var noPlan: Trouble {
    Trouble(
      "compose.no-plan", exit: .failed,
      Wording(ru: "Нет плана или макета", en: "There is no plan or layout"))
  }
}
