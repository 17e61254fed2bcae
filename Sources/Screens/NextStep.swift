public import Exam
public import Operations
import Planning
import PrintRun

/// The one next command, in every state an exam can be in.
public enum NextStep: Hashable {
  /// There is no exam.yaml.
  case begin
  /// The folder is a copy, and nobody has said of what.
  case settleCopy
  /// exam.yaml knows no work.
  case addWorks
  /// What is left to print was stopped when the plan was frozen.
  case clearFrozenStops
  /// No material is there; or only some rooms wait for theirs.
  case awaitMaterials(othersReady: Bool)
  /// There are stops; other rooms may be free of them.
  case clearStops(othersReady: Bool)
  /// Nothing keeps from printing, but no printer can be used.
  case findPrinter
  /// Everything is ready, and the plan has not been looked at.
  case look
  /// Everything is ready; a room to look at first.
  case print(preview: String?)
  /// The frozen plan knows a work without its materials.
  case takeMaterials
  /// The list changed after the plan was frozen, and packs are left.
  case chooseList
  /// Nothing is to be printed, but the list was changed.
  case takeList
  /// A job was begun and its end is not known: the terminal was closed.
  case resume
  /// Some window prints now.
  case underway
  /// Somebody has to look into a tray.
  case lookAt(question: Int)
  /// A pack waits for a look at its last sheet.
  case confirm(pack: String, question: Int, value: Wording)
  /// Every pack lies in a file.
  case printFiles
  /// All is on paper.
  case done

  /// What comes after looking at inputs that nothing has been printed of.
  public init(_ prepared: PreparedExam, printers: PrintersReport? = nil, isPlanSeen: Bool = false) {
    let rooms = Set(prepared.plan.packs.map(\.place))
    let leftOut = prepared.leftOutRooms
    let othersReady = rooms.contains { leftOut[$0] == nil }
    if prepared.findings.contains(where: { $0.severity == .stop }) {
      self = .clearStops(othersReady: othersReady)
    } else if prepared.description.works.isEmpty {
      self = .addWorks
    } else if prepared.plan.works.contains(where: \.assumed) {
      self = .awaitMaterials(othersReady: othersReady)
    } else if printers?.isRefused == true {
      self = .findPrinter
    } else {
      self = isPlanSeen ? .print(preview: prepared.plan.packs.first?.argument) : .look
    }
  }

  /// What comes after the plan was frozen.
  public init(_ status: ExamStatus, isListChanged: Bool, isPrinting: Bool) {
    self.init(status, isListChanged: isListChanged)
    if case .lookAt = self { return }
    if isPrinting { self = .underway }
  }

  private init(_ status: ExamStatus, isListChanged: Bool) {
    func first(_ states: PackState...) -> PackStanding? {
      status.packs.first { states.contains($0.state) }
    }
    let assumed = Set(status.plan.works.filter(\.assumed).map(\.id))
    let open = status.packs.filter { $0.need != .nothing }
    let ready = open.filter { standing in
      !standing.pack.copies.contains { assumed.contains($0.work) }
        && !status.stopped.contains(standing.pack.place)
    }
    if let question = first(.person)?.questions.first(where: { $0.kind == .tray }) {
      self = .lookAt(question: question.number)
    } else if first(.staged, .printing) != nil {
      self = .resume
    } else if isListChanged {
      self = open.isEmpty ? .takeList : .chooseList
    } else if !ready.isEmpty {
      self = .print(preview: nil)
    } else if open.contains(where: { status.stopped.contains($0.pack.place) }) {
      self = .clearFrozenStops
    } else if !open.isEmpty {
      self = .takeMaterials
    } else if let delivered = first(.delivered), let question = delivered.questions.first {
      let isNumber = question.kind == .endSheet
      self = .confirm(
        pack: delivered.pack.label, question: question.number,
        value: isNumber ? Wording(ru: "ЧИСЛО", en: "NUMBER") : Wording(ru: "все", en: "all"))
    } else {
      let isFiled = status.packs.allSatisfy { $0.state == .proved && $0.isWritten }
      self = isFiled ? .printFiles : .done
    }
  }

  /// What comes next; nil before the first print.
  public init?(frozen desk: ExamDesk) throws {
    guard try desk.copiedFolder() == nil else {
      self = .settleCopy
      return
    }
    guard let status = try desk.status() else { return nil }
    let isListChanged = try desk.frozenPlan()?.changes.isListChanged ?? false
    self.init(status, isListChanged: isListChanged, isPrinting: desk.isPrinting)
  }

  /// The line.
  public var words: Wording {
    switch self {
    case .begin:
      Wording(
        ru: "Попробовать на придуманной работе: tirazh demo. Своя: положите в папку список и\n"
          + "архив. Дальше:  tirazh init     (справка: tirazh --help)",
        en: "To try an invented exam: tirazh demo. Your own: put list and archive into the\n"
          + "folder. Next:  tirazh init     (help: tirazh --help)")
    case .settleCopy:
      Wording(
        ru: "Эта папка — копия. Что с ней делать, в терминале спросит  tirazh print",
        en: "This folder is a copy. What it is for is asked in a terminal by  tirazh print")
    case .addWorks:
      Wording(
        ru: "В exam.yaml нет работ. Положите материалы в папку. Дальше:  tirazh init",
        en: "exam.yaml has no works. Put the materials into the folder. Next:  tirazh init")
    case .awaitMaterials(let othersReady): Self.awaiting(othersReady)
    case .clearStops(let othersReady): Self.stops(othersReady)
    case .clearFrozenStops:
      Wording(
        ru:
          "Остальное остановлено. Почему и что делать:  tirazh check, затем  tirazh print",
        en: "The rest is stopped. Why, and what to do:  tirazh check, then  tirazh print")
    case .findPrinter:
      Wording(
        ru: "Включите принтер, или печатайте в папку:  tirazh print --to ПАПКА",
        en: "Switch a printer on, or print to a folder:  tirazh print --to DIR")
    case .look: Wording(ru: "Дальше:  tirazh plan", en: "Next:  tirazh plan")
    case .print(let room): Self.printing(room)
    case .takeMaterials:
      Wording(
        ru: "Положите материалы в папку. Дальше:  tirazh check, затем  tirazh print",
        en: "Put the materials into the folder. Next:  tirazh check, then  tirazh print")
    case .takeList:
      Wording(
        ru: "Список изменился. Что изменится:  tirazh plan --delta, взять:  tirazh plan --freeze",
        en:
          "The list has changed. What changes:  tirazh plan --delta, take it:  tirazh plan --freeze"
      )
    case .chooseList:
      Wording(
        ru: "Дальше: по прежнему списку  tirazh print, по новому  tirazh plan --freeze",
        en: "Next: by the former list  tirazh print, by the new one  tirazh plan --freeze")
    case .resume:
      Wording(
        ru: "Печать прервалась: узнать, чем кончилось, и продолжить:  tirazh print",
        en: "Printing was cut off: to learn how it ended and go on:  tirazh print")
    case .underway:
      Wording(
        ru: "Идёт печать. Смотреть:  tirazh status --watch     остановить:  tirazh stop",
        en: "Printing. To watch:  tirazh status --watch     to stop:  tirazh stop")
    case .lookAt(let question):
      Wording(
        ru: "Посмотрите в лоток принтера. Номер последнего целого экземпляра:  "
          + "tirazh answer \(question) НОМЕР",
        en: "Look into the printer's tray. The number of the last whole copy:  "
          + "tirazh answer \(question) NUMBER")
    case .confirm(let pack, let question, let value):
      Wording(
        ru:
          "Возьмите последний лист пакета \(pack). Дальше:  tirazh answer \(question) \(value.ru)",
        en: "Take the last sheet of pack \(pack). Next:  tirazh answer \(question) \(value.en)")
    case .printFiles:
      Wording(
        ru: "Всё записано в файлы. Как их напечатать, сказано в ЧИТАЙ.txt рядом с ними.",
        en: "Everything is written into files. README.txt beside them tells how to print them.")
    case .done: Wording(ru: "Печатать больше нечего.", en: "Nothing is left to print.")
    }
  }

  private static func awaiting(_ othersReady: Bool) -> Wording {
    othersReady
      ? Wording(
        ru: "Не все материалы получены: положите их в папку и повторите  tirazh check; "
          + "остальные кабинеты:  tirazh print",
        en: "Some materials are not there yet: put them into the folder and repeat  tirazh check; "
          + "the other rooms:  tirazh print")
      : Wording(
        ru: "Дальше: положите материалы в папку и повторите  tirazh check",
        en: "Next: put the materials into the folder and repeat  tirazh check")
  }

  private static func stops(_ othersReady: Bool) -> Wording {
    let rest = Wording(
      ru: "; остальные кабинеты:  tirazh print", en: "; the other rooms:  tirazh print")
    return Wording(
      ru: "Дальше: исправьте остановки и повторите  tirazh check" + (othersReady ? rest.ru : ""),
      en: "Next: clear the stops and repeat  tirazh check" + (othersReady ? rest.en : ""))
  }

  private static func printing(_ room: String?) -> Wording {
    guard let room else { return Wording(ru: "Дальше:  tirazh print", en: "Next:  tirazh print") }
    return Wording(
      ru: "Остановок нет. Дальше:  tirazh print\n"
        + "(посмотреть пакет:  tirazh preview \(room) --out ПАПКА)",
      en: "No stops. Next:  tirazh print\n(look at a pack:  tirazh preview \(room) --out DIR)")
  }
}
