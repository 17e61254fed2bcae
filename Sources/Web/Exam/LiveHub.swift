import Synchronization

/// Tells every open page that something has changed.
final class LiveHub: Sendable {
  /// What is told.
  enum Word: Sendable {
    /// Something has changed.
    case changed
    /// Nothing has; whoever listens is still there.
    case here
  }

  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<Word>.Continuation] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Whether any page listens.
  var isHeard: Bool { state.withLock { !$0.listeners.isEmpty } }

  /// Changes from now on; what nobody takes is forgotten.
  func changes() -> AsyncStream<Word> {
    AsyncStream(bufferingPolicy: .bufferingNewest(8)) { listener in
      let number = state.withLock { state -> Int? in
        guard !state.isClosed else { return nil }
        state.next += 1
        state.listeners[state.next] = listener
        return state.next
      }
      guard let number else { return listener.finish() }
      listener.onTermination = { [weak self] _ in
        self?.state.withLock { $0.listeners[number] = nil }
      }
    }
  }

  /// Tells of a change.
  func send(_ word: Word = .changed) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(word) }
  }

  /// Ends every page's listening.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}
