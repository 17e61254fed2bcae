import Exam
import Poppler
import RenderProtocol

/// Why a PDF is refused, in words.
enum PDFTrouble {
  static func of(_ error: PopplerError) -> Trouble {
    switch error {
    case .damaged:
      Trouble(
        "pdf.damaged",
        Wording(
          ru: "PDF испорчен, открыть его нельзя. Скачайте файл заново",
          en: "The PDF is damaged and cannot be opened. Download it again"))
    case .encrypted:
      Trouble(
        "pdf.encrypted", cause: .encrypted,
        Wording(
          ru: "PDF закрыт паролем. Сохраните его без пароля и повторите",
          en: "The PDF has a password. Save it without one and repeat"))
    case .noPages:
      Trouble("pdf.no-pages", Wording(ru: "В PDF нет страниц", en: "The PDF has no pages"))
    case .noPage(let page):
      Trouble(
        "pdf.no-page",
        Wording(
          ru: "Страницу \(page) нельзя прочитать. Скачайте файл заново",
          en: "Page \(page) cannot be read. Download the file again"))
    }
  }

  static func unexpected(_ error: any Error) -> Trouble {
    Trouble(
      "pdf.unexpected", exit: .failed,
      Wording(ru: "Ошибка при обработке PDF: \(error)", en: "Error while drawing: \(error)"))
  }

  static func version(_ version: Int) -> Trouble {
    Trouble(
      "worker.version", exit: .failed,
      Wording(
        ru: "Версия \(version) не подходит, нужна \(renderProtocolVersion)",
        en: "Version \(version) does not match \(renderProtocolVersion)"))
  }
}
