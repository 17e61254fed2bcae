import Dispatch
import Exam
import Foundation
import PrintRun
import Synchronization

/// What Ctrl-C and typed lines ask of a run, as a value.
///
/// At a terminal Ctrl-C asks what is meant, and pressed again it begins nothing more; elsewhere once begins
/// nothing more. Once more cancels what is printing. A terminal that is closed and a shutdown begin nothing
/// more.
struct WindowKeys {
  /// What follows.
  enum Effect: Equatable {
    case nothing
    case request(RunRequest)
    /// The question of Ctrl-C is to be put.
    case ask
    case notUnderstood
  }

  /// Whether somebody sits at a terminal that is listened to.
  var isAttended = false
  private var isAsking = false
  private var isStopping = false

  /// A signal came; by hand it is Ctrl-C.
  mutating func raised(byHand: Bool) -> Effect {
    guard !isStopping else {
      return byHand ? .request(.stop(printer: nil, now: true)) : .nothing
    }
    if byHand, isAttended, !isAsking {
      isAsking = true
      return .ask
    }
    return stop(now: false)
  }

  /// A line was typed: a digit while Ctrl-C asks, else the number of a question and its answer.
  mutating func typed(_ line: String) -> Effect {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return .nothing }
    switch (isAsking, first, words.count) {
    case (true, "1", 1): return stop(now: false)
    case (true, "2", 1): return stop(now: true)
    case (true, "3", 1):
      isAsking = false
      return .nothing
    default:
      guard words.count == 2, let number = Int(first) else { return .notUnderstood }
      let value = words[1].trimmingCharacters(in: .whitespaces)
      return .request(.answer(question: number, value: value))
    }
  }

  private mutating func stop(now: Bool) -> Effect {
    isAsking = false
    isStopping = true
    return .request(.stop(printer: nil, now: now))
  }
}

/// The window that prints: hears signals and what is typed into it.
///
/// Unchecked because Dispatch's sources are thread-safe but not declared so; they are only kept alive here.
final class RunWindow: @unchecked Sendable {
  private struct State {
    var keys = WindowKeys()
    var requests: [RunRequest] = []
  }

  private let console: Console
  private let state = Mutex(State())
  private var sources: [any DispatchSourceSignal] = []

  init(_ console: Console) {
    self.console = console
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

  /// Listens to what is typed from now on: before, questions have the keyboard.
  func listen() {
    guard PasswordPrompt.isPossible else { return }
    let isFirst = state.withLock { state in
      defer { state.keys.isAttended = true }
      return !state.keys.isAttended
    }
    guard isFirst else { return }
    Thread.detachNewThread { [weak self] in
      while let line = readLine(), let self { carryOut { $0.typed(line) } }
    }
  }

  private func carryOut(_ happened: (inout WindowKeys) -> WindowKeys.Effect) {
    let effect = state.withLock { state in
      let effect = happened(&state.keys)
      if case .request(let request) = effect { state.requests.append(request) }
      return effect
    }
    switch effect {
    case .nothing, .request: break
    case .ask:
      console.err(
        console.say(
          ru: "\nОстановить? 1 после этого пакета · 2 сейчас, отменить начатое · 3 продолжать",
          en: "\nStop? 1 after this pack · 2 now, cancel what has begun · 3 go on"))
    case .notUnderstood:
      console.err(
        console.say(
          ru: "Не понял. Ответ на вопрос: его номер и ответ («1 301-10»). Остановить: Ctrl-C",
          en: "Not understood. To answer a question: its number and the answer (“1 301-10”). "
            + "To stop: Ctrl-C"))
    }
  }
}
