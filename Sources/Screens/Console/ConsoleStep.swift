import Exam
import PrintRun

/// What comes next, as the console offers it: one large button, and what else may be done.
public struct ConsoleStep: Sendable {
  /// What stands above it.
  public let title: String
  /// What it means.
  public let text: String?
  /// The one thing to do; nil where nothing is.
  public let main: ConsoleAct?
  /// What else may be done.
  public let others: [ConsoleAct]
}

extension NextStep {
  /// The step as the console offers it.
  func offer(_ language: Language) -> ConsoleStep {
    let words = ConsoleStepWords(language: language)
    switch self {
    case .begin, .addWorks, .awaitMaterials, .takeMaterials: return words.missing(self)
    case .clearStops, .clearFrozenStops, .findPrinter: return words.hindered(self)
    case .look, .print, .chooseList, .takeList: return words.ready(self)
    case .settleCopy, .resume, .underway, .lookAt, .confirm: return words.underway(self)
    case .printFiles, .done: return words.over(self)
    }
  }
}

/// The words of the steps.
private struct ConsoleStepWords {
  let language: Language

  private func step(
    _ title: Wording, _ text: Wording? = nil, _ main: ConsoleAct? = nil, _ others: [ConsoleAct] = []
  ) -> ConsoleStep {
    ConsoleStep(title: title[language], text: text?[language], main: main, others: others)
  }

  private func go(_ ru: String, _ en: String, _ place: ConsolePlace, at anchor: String = "")
    -> ConsoleAct
  {
    .go(language.say(ru: ru, en: en), place, at: anchor)
  }

  private func print(_ ru: String, _ en: String) -> ConsoleAct {
    .post(language.say(ru: ru, en: en), "print")
  }

  private var printOthers: ConsoleAct {
    print("Печатать остальные кабинеты", "Print the other rooms")
  }

  private var addFiles: ConsoleAct { go("Добавить файлы", "Add files", .begin) }

  func missing(_ step: NextStep) -> ConsoleStep {
    switch step {
    case .addWorks:
      self.step(
        Wording(ru: "Добавьте материалы", en: "Add the materials"),
        Wording(
          ru: "В описании проведения ещё нет ни одной работы.", en: "The exam has no work yet."),
        addFiles)
    case .awaitMaterials(let othersReady):
      self.step(
        Wording(ru: "Ждём материалы", en: "Waiting for the materials"),
        othersReady
          ? Wording(
            ru: "Материалы есть не для всех работ.", en: "Some works have no materials yet.")
          : Wording(
            ru: "Архив ещё не получен: число листов примерное (≈).",
            en: "The archive is not there yet: sheets are estimated (≈)."),
        addFiles,
        othersReady ? [printOthers] : [go("Посмотреть план", "Look at the plan", .plan)])
    case .takeMaterials:
      self.step(
        Wording(ru: "Ждём материалы", en: "Waiting for the materials"),
        Wording(
          ru: "Когда они будут здесь, примите изменения на странице «План».",
          en: "When they are here, take the changes on the page “Plan”."),
        addFiles, [go("План", "Plan", .plan, at: "delta")])
    default:
      self.step(
        Wording(ru: "Начнём", en: "Let us begin"),
        Wording(
          ru: "Положите сюда список и архив с материалами. Остальное программа спросит.",
          en: "Put the list and the archive of materials here. The program asks for the rest."),
        addFiles)
    }
  }

  func hindered(_ step: NextStep) -> ConsoleStep {
    switch step {
    case .clearFrozenStops:
      self.step(
        Wording(ru: "Остальное остановлено", en: "The rest is stopped"),
        Wording(
          ru: "Посмотрите почему, исправьте и примите изменения на странице «План».",
          en: "See why, set it right, and take the changes on the page “Plan”."),
        go("Посмотреть остановки", "See the stops", .findings),
        [go("План", "Plan", .plan, at: "delta")])
    case .findPrinter:
      self.step(
        Wording(ru: "Печатать не на чем", en: "There is nothing to print on"),
        Wording(
          ru: "Ни один принтер сейчас не годится.", en: "No printer can be used at the moment."),
        go("Посмотреть принтеры", "See the printers", .printers),
        [go("Печатать в папку", "Print into a folder", .printing, at: "to-folder")])
    default:
      self.step(
        Wording(ru: "Есть остановки", en: "There are stops"),
        Wording(
          ru: "То, чего они касаются, печатать нельзя, пока это не исправлено.",
          en: "What they concern cannot be printed until it is set right."),
        go("Посмотреть остановки", "See the stops", .findings),
        step == .clearStops(othersReady: true) ? [printOthers] : [])
    }
  }

  func ready(_ step: NextStep) -> ConsoleStep {
    switch step {
    case .look:
      self.step(
        Wording(ru: "Посмотрите план", en: "Look at the plan"),
        Wording(
          ru: "Всё прочитано, остановок нет.", en: "Everything has been read, there are no stops."),
        go("Посмотреть план", "Look at the plan", .plan))
    case .takeList, .chooseList:
      self.step(
        Wording(ru: "Список изменился", en: "The list has changed"),
        Wording(
          ru: "План пока прежний. Посмотрите, что изменилось и чего это стоит.",
          en: "The plan is still the former one. See what has changed and what it costs."),
        go("Что изменилось", "What has changed", .plan, at: "delta"),
        step == .chooseList ? [print("Печатать", "Print")] : [])
    case .print(.some):
      self.step(
        Wording(ru: "Всё готово к печати", en: "Everything is ready to be printed"),
        Wording(
          ru: "Перед печатью программа скажет, сколько листов и на каких принтерах.",
          en: "Before it prints, the program says how many sheets and on which printers."),
        print("Печатать", "Print"), [go("Посмотреть план", "Look at the plan", .plan)])
    default:
      self.step(
        Wording(ru: "Печатать дальше", en: "Go on printing"),
        Wording(
          ru: "Напечатается только то, чего ещё нет на бумаге.",
          en: "Only what is not on paper yet is printed."),
        print("Печатать", "Print"))
    }
  }

  func underway(_ step: NextStep) -> ConsoleStep {
    switch step {
    case .settleCopy:
      self.step(
        Wording(ru: "Эта папка — копия", en: "This folder is a copy"),
        Wording(
          ru: "Что с ней делать, программа спросит перед печатью.",
          en: "What it is for is asked before anything is printed."),
        print("Печатать", "Print"))
    case .resume:
      self.step(
        Wording(ru: "Печать прервалась", en: "Printing was cut off"),
        Wording(
          ru: "Программа узнает, чем кончилось начатое, и продолжит.",
          en: "The program finds out how it ended and goes on."),
        print("Продолжить", "Go on"))
    case .lookAt(let number), .confirm(_, let number, _):
      self.step(
        Wording(ru: "Посмотрите в лоток принтера", en: "Look into the printer's tray"),
        nil, go("Ответить на вопрос", "Answer the question", .printing, at: "question-\(number)"))
    default:
      self.step(
        Wording(ru: "Идёт печать", en: "Printing"), nil,
        go("Смотреть печать", "Watch the printing", .printing))
    }
  }

  func over(_ step: NextStep) -> ConsoleStep {
    step == .printFiles
      ? self.step(
        Wording(ru: "Всё записано в файлы", en: "Everything is written into files"),
        Wording(
          ru: "Как их напечатать, сказано в ЧИТАЙ.txt рядом с ними.",
          en: "README.txt beside them tells how to print them."))
      : self.step(
        Wording(ru: "Всё напечатано", en: "Everything is printed"),
        Wording(ru: "Печатать больше нечего.", en: "Nothing is left to print."))
  }
}
