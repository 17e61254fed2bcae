import ChildProcess
import Exam

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

  /// The worker ended by itself: as a rule a PDF that crashes poppler.
  static var died: Trouble {
    Trouble(
      "worker.died", exit: .failed,
      Wording(
        ru: "Обработка PDF прервалась: файл испорчен так, что его нельзя прочитать. "
          + "Скачайте его заново",
        en: "The PDF worker died: the file is broken beyond reading. Download it again"))
  }

  static func tooSlow(_ seconds: Int32) -> Trouble {
    Trouble(
      "worker.too-slow", exit: .failed,
      Wording(
        ru: "Обработка PDF не ответила за \(seconds) с. Скачайте файл заново",
        en: "The PDF worker did not answer within \(seconds) s. Download the file again"))
  }

  static var confused: Trouble {
    Trouble(
      "worker.confused", exit: .failed,
      Wording(ru: "Обработка PDF ответила не на тот вопрос", en: "The PDF worker lost the thread"))
  }
}
