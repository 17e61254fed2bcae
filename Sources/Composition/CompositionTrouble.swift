import Exam

/// What keeps a job from being composed.
enum CompositionTrouble {
  static var noPrintFile: Trouble {
    Trouble(
      "verify.unreadable",
      Wording(
        ru: "Это не PDF, или он повреждён: сравнить его не с чем",
        en: "This is no PDF, or it is damaged: there is nothing to compare"))
  }

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

  /// Never the fault of whoever prints: nothing of the job is sent.
  static func notProved(_ fault: ProofFault) -> Trouble {
    Trouble(
      "compose.not-proved", exit: .failed,
      Wording(
        ru: "Файл печати не совпал с материалами (\(fault.wording.ru)), поэтому он не отправлен. "
          + "Повторите команду; если не поможет, пересохраните материалы другой программой",
        en: "The print file differs from the materials (\(fault.wording.en)), so it was not sent. "
          + "Repeat the command; if that does not help, save the materials anew with another "
          + "program"))
  }

  static var noPlan: Trouble {
    Trouble(
      "compose.no-plan", exit: .failed,
      Wording(ru: "Нет плана или макета", en: "There is no plan or layout"))
  }
}

extension ProofFault {
  /// What was found, in words.
  fileprivate var wording: Wording {
    switch self {
    case .unreadable: Wording(ru: "часть его не читается", en: "a part of it cannot be read")
    case .damaged: Wording(ru: "он повреждён", en: "it is damaged")
    case .stray: Wording(ru: "в нём есть лишнее", en: "there is something else in it")
    case .doubled: Wording(ru: "часть его стоит дважды", en: "a part of it stands twice")
    case .differs(.sheet(let index)), .differs(.content(let index)):
      Wording(ru: "страница \(index + 1)", en: "page \(index + 1)")
    case .differs(.form(_, let page)):
      Wording(ru: "страница \(page) материала", en: "page \(page) of a material")
    case .differs:
      Wording(ru: "шрифт или рисунок страницы", en: "a font or a picture of a page")
    }
  }
}
