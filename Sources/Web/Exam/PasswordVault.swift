import Operations
import Synchronization

/// The passwords that were typed into pages: each is given to the desk once, and kept in memory only.
final class PasswordVault: Sendable {
  private struct State {
    var typed: [[UInt8]] = []
    var left: [[UInt8]] = []
    var wanted: String?
  }

  private let state = Mutex(State())

  /// The file that wants a password which nobody has typed yet.
  var wanted: String? { state.withLock(\.wanted) }

  /// Keeps a password for a desk that begins anew.
  func take(_ password: String) {
    state.withLock { state in
      state.typed.append(Array(password.utf8))
      (state.left, state.wanted) = (state.typed, nil)
    }
  }

  /// The next password for a file; nil, and the file is wanted, where all have been tried.
  func ask(_ question: PasswordQuestion) -> [UInt8]? {
    state.withLock { state in
      guard !state.left.isEmpty else {
        state.wanted = question.file
        return nil
      }
      return state.left.removeFirst()
    }
  }
}
