import Dispatch
import Exam
import Foundation
import Operations
import Screens
import Planning
import PrintRun
import Synchronization

/// The window that prints: shows the run, hears signals and what is typed into it.
///
/// At a terminal it is a board at the foot, redrawn in place; elsewhere a line for each thing that happens.
/// Unchecked because Dispatch's sources are thread-safe but not declared so; they are only kept alive here.
final class RunWindow: @unchecked Sendable {
  private struct State {
    var keys = WindowKeys()
    var requests: [RunRequest] = []
    var editor = LineEditor()
    var board: RunBoard?
    var hearing: Hearing?
    var plan: (plan: Plan, revision: Int)?
    var ended: [PackID: Int] = [:]
  }

  /// Somebody at the keyboard is listened to, until the thread has heard that nobody is.
  private struct Hearing: Sendable {
    let ended = DispatchSemaphore(value: 0)
    let terminal: RawTerminal?
  }

  private let console: Console
  private let quiet: Bool
  private let progress: ProgressScreen
  private let state = Mutex(State())
  private var sources: [any DispatchSourceSignal] = []

  /// Hears signals from now on; the keyboard only while something prints, before that questions have it.
  init(_ console: Console, quiet: Bool = false) {
    self.console = console
    self.quiet = quiet
    progress = ProgressScreen(console, quiet: quiet)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in
        self?.carryOut { $0.raised(byHand: number == SIGINT) }
      }
      source.activate()
      return source
    }
  }

  /// What has been asked since the last time.
  func requests() -> [RunRequest] {
    state.withLock { state in
      defer { state.requests = [] }
      return state.requests
    }
  }

  // MARK: What is shown

  /// Shows what happens to the run.
  func report(_ event: RunEvent) {
    switch event {
    case .started(let plan, let revision, _):
      state.withLock { $0.plan = (plan, revision) }
    case .recovering(let plan, _):
      state.withLock { $0.plan = $0.plan ?? (plan, 1) }
    case .job(let job, _, .ended):
      state.withLock { $0.ended[job.pack] = Self.secondOfDay }
    case .unanswered:
      state.withLock { $0.board?.reply = Self.unanswered[console.language] }
    case .view(let view): return show(view)
    case .finding, .job, .asked, .note, .proofing: break
    }
    let isOnBoard = state.withLock { $0.board != nil }
    let lines = progress.lines(event, isTerse: isOnBoard)
    state.withLock { state in
      if state.board != nil {
        state.board?.notes += lines
      } else {
        lines.forEach(console.err)
      }
    }
  }

  private func show(_ view: Run.View) {
    listen()
    state.withLock { state in
      guard let (plan, revision) = state.plan else { return }
      if state.board == nil, state.hearing?.terminal != nil, view.isOnPaper {
        state.board = RunBoard()
      }
      guard state.board != nil else { return }
      state.keys.board = view.surroundings(plan)
      state.board?.scene = RunBoard.Scene(
        view: view, plan: plan, revision: revision, ended: state.ended)
      draw(&state)
    }
  }

  private func draw(_ state: inout State) {
    let (columns, rows) = Keys.size(of: STDERR_FILENO)
    guard
      let text = state.board?.text(
        now: Self.secondOfDay, typed: state.editor.text, prompt: state.keys.prompt,
        printers: state.keys.board?.printers ?? [], language: console.language,
        columns: columns, rows: rows)
    else { return }
    console.screen(text)
  }

  // MARK: What is typed

  /// Gives keyboard and screen back to whoever asks, or to the shell.
  func rest() {
    let hearing = state.withLock { state in
      defer { state.hearing = nil }
      state.keys.isAttended = false
      return state.hearing
    }
    guard let hearing else { return }
    hearing.ended.wait()
    state.withLock { state in
      if let text = state.board?.cleared(columns: Keys.size(of: STDERR_FILENO).columns) {
        console.screen(text)
      }
      (state.board, state.keys.board) = (nil, nil)
    }
    hearing.terminal?.restore()
  }

  /// Listens to what is typed from now on.
  private func listen() {
    guard PasswordPrompt.isPossible else { return }
    let hearing = state.withLock { state -> Hearing? in
      guard state.hearing == nil else { return nil }
      state.keys.isAttended = true
      let hearing = Hearing(terminal: isBoardPossible ? RawTerminal(hearsSignals: true) : nil)
      state.hearing = hearing
      return hearing
    }
    guard let hearing else { return }
    Thread.detachNewThread { [weak self] in
      while let self, isHearing {
        if Keys.isThere(STDIN_FILENO, within: 100) { hear() }
      }
      hearing.ended.signal()
    }
  }

  /// A board needs a terminal on both sides, that can be redrawn and is not too narrow.
  private var isBoardPossible: Bool {
    !quiet && isatty(STDERR_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
      && Keys.size(of: STDERR_FILENO).columns >= RunBoard.narrowest
  }

  private var isHearing: Bool { state.withLock { $0.hearing != nil } }

  private func hear() {
    guard let key = Keys.next(STDIN_FILENO) else {
      // Nobody types any more.
      usleep(100_000)
      return
    }
    let outcome = state.withLock { state in
      state.board?.reply = nil
      let outcome = state.editor.take(key)
      draw(&state)
      return outcome
    }
    if case .line(let bytes) = outcome {
      carryOut { $0.typed(String(decoding: bytes, as: UTF8.self)) }
    }
  }

  private func carryOut(_ happened: (inout WindowKeys) -> WindowKeys.Effect) {
    state.withLock { state in
      let effect = happened(&state.keys)
      if case .request(let request) = effect { state.requests.append(request) }
      guard state.board != nil else { return say(effect, isHearing: state.hearing != nil) }
      switch effect {
      case .nothing, .ask: break
      case .request: state.board?.reply = console.say(ru: "Принято.", en: "Taken.")
      case .details: state.board?.isDetailed.toggle()
      case .notUnderstood: state.board?.reply = Self.notUnderstood[console.language]
      }
      draw(&state)
    }
  }

  /// What follows from a key, where there is no board.
  private func say(_ effect: WindowKeys.Effect, isHearing: Bool) {
    switch effect {
    case .nothing, .details: break
    case .request(.stop) where !isHearing && PasswordPrompt.isPossible:
      console.err(
        console.say(
          ru: "\nСТОП принят: больше ничего не начну.", en: "\nSTOP: nothing more is begun."))
    case .request: break
    case .ask(let prompt):
      console.err("\n" + RunBoard.words(prompt, printers: [], console.language))
    case .notUnderstood: console.complain(Self.notUnderstood)
    }
  }

  private static let notUnderstood = Wording(
    ru: "Не понял. Ответ на вопрос: его номер и ответ («1 301-10»). Остановить: Ctrl-C",
    en: "Not understood. To answer a question: its number and the answer (“1 301-10”). "
      + "To stop: Ctrl-C")

  private static let unanswered = Wording(
    ru: "К вопросу такой ответ не подходит. Посмотрите на лист ещё раз.",
    en: "The question takes no such answer. Look at the sheet once more.")

  private static var secondOfDay: Int {
    let now = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return (now.hour ?? 0) * 3600 + (now.minute ?? 0) * 60 + (now.second ?? 0)
  }
}

/// The board as it stands on a terminal.
struct RunBoard {
  /// What there is to be seen.
  struct Scene {
    let view: Run.View
    let plan: Plan
    let revision: Int
    let ended: [PackID: Int]
  }

  /// The narrowest terminal on which a board can be read.
  static let narrowest = 60

  var scene: Scene?
  /// What is said once, above the board.
  var notes: [String] = []
  /// What is said to the last thing that was typed.
  var reply: String?
  var isDetailed = false
  private var redraw = Redraw()

  /// What has to be written to the terminal.
  mutating func text(
    now: Int, typed: String, prompt: WindowKeys.Prompt?, printers: [String], language: Language,
    columns: Int, rows: Int
  ) -> String? {
    guard let scene else { return nil }
    let board = BoardScreen(
      view: scene.view, plan: scene.plan, revision: scene.revision, now: now, ended: scene.ended,
      isDetailed: isDetailed, language: language, width: columns)
    let isAsked = !scene.view.questions.isEmpty
    let foot =
      [reply, prompt.map { Self.words($0, printers: printers, language) }]
      .compactMap(\.self) + (prompt == nil ? [Self.keys(isAsked, scene.view.isFull, language)] : [])
    let below = foot.flatMap { Self.broken($0, columns) } + ["> " + typed.suffix(columns - 3)]
    let above = notes.flatMap { Self.broken($0, columns) }
    notes = []
    let lines = Redraw.fit([""] + board.lines + [""] + below, rows: rows, foot: below.count)
    return redraw.text(notes: above, lines: lines, columns: columns)
  }

  mutating func cleared(columns: Int) -> String {
    redraw.cleared(columns: columns) + notes.map { $0 + "\n" }.joined()
  }

  private static func broken(_ text: String, _ columns: Int) -> [String] {
    Wrapping.fit(text, columns).split(separator: "\n").map(String.init)
  }

  /// What a prompt asks.
  static func words(
    _ prompt: WindowKeys.Prompt, printers: [String], _ language: Language
  ) -> String {
    let words =
      switch prompt {
      case .stop:
        Wording(
          ru: "Остановить? 1 после этого пакета · 2 сейчас, отменить начатое · 3 продолжать",
          en: "Stop? 1 after this pack · 2 now, cancel what has begun · 3 go on")
      case .room:
        Wording(
          ru: "Какой кабинет перенести на другой принтер? 0 никакой",
          en: "Which room goes to another printer? 0 none")
      case .printer:
        Wording(
          ru: "На какой принтер? " + choices(printers) + " · 0 никакой",
          en: "To which printer? " + choices(printers) + " · 0 none")
      }
    return words[language]
  }

  private static func choices(_ printers: [String]) -> String {
    printers.enumerated().map { "\($0.offset + 1) \(PrinterLabel.of($0.element))" }
      .joined(separator: " · ")
  }

  private static func keys(_ isAsked: Bool, _ isFull: Bool, _ language: Language) -> String {
    let taken = Wording(ru: "7 забрал листы   ", en: "7 sheets taken   ")
    let keys = Wording(
      ru: "8 перенести кабинет на другой принтер   9 СТОП   5 подробности",
      en: "8 move a room to another printer   9 STOP   5 details")
    let answer = Wording(
      ru: "Ответ: номер вопроса и ответ.  ", en: "To answer: the question's number, the answer.  ")
    return (isAsked ? answer[language] : "") + (isFull ? taken[language] : "") + keys[language]
  }
}

extension Run.View {
  /// Whether a bin has to be emptied.
  fileprivate var isFull: Bool { machines.contains { $0.reasons == [Self.untaken] } }

  /// Whether anything comes out of a printer.
  fileprivate var isOnPaper: Bool { machines.contains { $0.destination == .paper } }

  /// What can be meant by what is typed while this is seen.
  fileprivate func surroundings(_ plan: Plan) -> WindowKeys.Surroundings {
    let movable = packs.filter { ![.proved, .delivered, .printing, .person].contains($0.state) }
    return WindowKeys.Surroundings(
      questions: questions.map(\.number),
      rooms: Dictionary(
        movable.map { (plan.pack($0.id)?.label ?? $0.id.rawValue, $0.id) },
        uniquingKeysWith: { first, _ in first }),
      printers: machines.map(\.name), isFull: isFull)
  }
}
