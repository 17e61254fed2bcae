import Dispatch
import Exam
import Foundation
import PrintRun
import Synchronization

/// Ctrl-C while printing: once, and nothing more is begun; twice, and what is printing is cancelled.
///
/// A terminal that is closed and a shutdown count as the first. Unchecked because Dispatch's sources are
/// thread-safe but not declared so; they are only kept alive here.
final class StopSignal: @unchecked Sendable {
  private struct State {
    var count = 0
    var requests: [RunRequest] = []
  }

  private let state = Mutex(State())
  private var sources: [any DispatchSourceSignal] = []

  init() {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in self?.raise(byHand: number == SIGINT) }
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

  private func raise(byHand: Bool) {
    state.withLock { state in
      state.count += 1
      let isNow = byHand && state.count > 1
      if state.count == 1 || isNow { state.requests.append(.stop(printer: nil, now: isNow)) }
    }
  }
}
