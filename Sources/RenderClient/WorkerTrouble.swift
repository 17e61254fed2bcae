import ChildProcess
import Exam
import RenderProtocol

/// What goes wrong between the program and its render worker.
enum WorkerTrouble {
  static func cannotStart(_ error: any Error) -> Trouble {
    let code = (error as? SystemError)?.code ?? -1
    return Trouble(
      "worker.cannot-start", exit: .failed,
      Wording(
        ru: "Не удалось запустить обработку PDF (код \(code))",
        en: "The PDF worker cannot be started (code \(code))"))
  }

  /// The exchange broke: as a rule a PDF that crashes or stalls poppler.
  static func of(
    _ broken: WorkerConnection.Broken, during request: RenderRequest, at page: Int?, limit: Int
  ) -> Trouble {
    let what = page.map { Wording(ru: "Страницу \($0)", en: "Page \($0)") }
    return switch (broken, request) {
    case (.confused, _): confused
    case (.tooSlow, .open), (.tooSlow, .facts), (.tooSlow, .marks):
      Trouble(
        "worker.too-slow", exit: .failed,
        Wording(
          ru: "\(what?.ru ?? "Файл") не удалось разобрать за \(limit) с. Скачайте файл заново",
          en: "\(what?.en ?? "The file") could not be read within \(limit) s. "
            + "Download the file again"))
    case (.died, .open), (.died, .facts), (.died, .marks):
      Trouble(
        "worker.died", exit: .failed,
        Wording(
          ru: "\(what?.ru ?? "Файл") нельзя прочитать: обработка PDF на этом обрывается. "
            + "Скачайте файл заново",
          en: "\(what?.en ?? "The file") cannot be read: the PDF worker dies of it. "
            + "Download the file again"))
    case (.tooSlow, _):
      Trouble(
        "worker.too-slow", exit: .failed,
        Wording(
          ru: "\(task(request).ru): нет ответа за \(limit) с. Повторите команду",
          en: "\(task(request).en): no answer within \(limit) s. Repeat the command"))
    case (.died, _):
      Trouble(
        "worker.died", exit: .failed,
        Wording(
          ru: "\(task(request).ru): обработка PDF прервалась. Повторите команду",
          en: "\(task(request).en): the PDF worker died. Repeat the command"))
    }
  }

  private static func task(_ request: RenderRequest) -> Wording {
    switch request {
    case .compose(let pack, _):
      Wording(ru: "Пакет \(pack.rawValue) не собран", en: "Pack \(pack.rawValue) is not composed")
    case .pictures(let pack, _, _):
      Wording(
        ru: "Пакет \(pack.rawValue) не нарисован", en: "Pack \(pack.rawValue) is not drawn")
    default:
      Wording(ru: "Подготовка не закончена", en: "The preparation is not finished")
    }
  }

  static var confused: Trouble {
    Trouble(
      "worker.confused", exit: .failed,
      Wording(ru: "Обработка PDF ответила не на тот вопрос", en: "The PDF worker lost the thread"))
  }
}
