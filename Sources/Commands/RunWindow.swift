import Dispatch
import Exam
import Foundation
import PrintRun
import Synchronization

/// The window that prints: what Ctrl-C and the lines that are typed into it ask of the run.
///
/// At a terminal Ctrl-C asks what is meant; elsewhere once begins nothing more, and twice cancels what is
/// printing. A terminal that is closed and a shutdown begin nothing more. Unchecked because Dispatch's
/// sources are thread-safe but not declared so; they are only kept alive here.
final class RunWindow: @unchecked Sendable {
  private struct State {
    var raised = 0
    var requests: [RunRequest] = []
    /// Whether the question of Ctrl-C stands on the screen.
    var isAsking = false
    var isRead = false
  }

  private let console: Console
  private let state = Mutex(State())
  private var sources: [any DispatchSourceSignal] = []

  init(_ console: Console) {
    self.console = console
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in self?.raise(number) }
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
    let isFirst = state.withLock { state in
      defer { state.isRead = true }
      return !state.isRead
    }
    guard isFirst, PasswordPrompt.isPossible else { return }
    Thread.detachNewThread { [weak self] in
      while let line = readLine(), let self { read(line) }
    }
  }

  private func raise(_ number: Int32) {
    let asks = state.withLock { state in
      state.raised += 1
      let byHand = number == SIGINT
      if byHand, state.isRead, PasswordPrompt.isPossible, state.raised == 1 {
        state.isAsking = true
        return true
      }
      let isNow = byHand && (state.isAsking ? state.raised > 2 : state.raised > 1)
      if state.raised == 1 || isNow || state.isAsking {
        state.requests.append(.stop(printer: nil, now: isNow))
      }
      return false
    }
    guard asks else { return }
    console.err(
      console.say(
        ru: "\nОстановить? 1 после этого пакета · 2 сейчас, отменить начатое · 3 продолжать",
        en: "\nStop? 1 after this pack · 2 now, cancel what has begun · 3 go on"))
  }

  /// A digit while Ctrl-C asks; else the number of a question and its answer.
  private func read(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let isUnderstood = state.withLock { state in
      if state.isAsking, words.count == 1 { return Self.choose(words[0], &state) }
      guard words.count == 2, let number = Int(words[0]) else { return words.isEmpty }
      state.requests.append(
        .answer(question: number, value: words[1].trimmingCharacters(in: .whitespaces)))
      return true
    }
    guard !isUnderstood else { return }
    console.err(
      console.say(
        ru: "Не понял. Ответ на вопрос: его номер и ответ («1 301-10»). Остановить: Ctrl-C",
        en: "Not understood. To answer a question: its number and the answer (“1 301-10”). "
          + "To stop: Ctrl-C"))
  }

  private static func choose(_ digit: String, _ state: inout State) -> Bool {
    guard ["1", "2", "3"].contains(digit) else { return false }
    state.isAsking = false
    state.raised = 0
    if digit != "3" { state.requests.append(.stop(printer: nil, now: digit == "2")) }
    return true
  }
}
