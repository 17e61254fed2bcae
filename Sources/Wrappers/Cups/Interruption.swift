import CCups
import Foundation
import Synchronization

/// Ends exchanges that hang: by another thread's wish, or after seconds without a byte.
///
/// libcups asks once a second while nothing moves.
@safe public final class Interruption: Sendable {
  private struct State {
    var isRaised = false
    var limit = 20.0
    var askedAt = Date.distantPast
    var silence = 0.0
  }

  private let state = Mutex(State())

  /// Nothing is interrupted until it is raised.
  public init() {}

  /// Ends the exchange under way, and every later one.
  public func raise() { state.withLock { $0.isRaised = true } }

  /// Whether somebody wished so.
  public var isRaised: Bool { state.withLock(\.isRaised) }

  /// Watches a connection; the connection keeps this alive.
  func watch(_ http: OpaquePointer, limit seconds: Double) {
    state.withLock {
      $0.limit = seconds
      $0.silence = 0
    }
    unsafe httpSetTimeout(
      http, 1,
      { _, context in
        guard let context = unsafe context else { return 0 }
        let interruption = unsafe Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        return interruption.goesOn(at: Date()) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// A second has passed without a byte; after a longer time some have come in between.
  private func goesOn(at now: Date) -> Bool {
    state.withLock { state in
      let passed = now.timeIntervalSince(state.askedAt)
      state.silence = passed < 1.5 ? state.silence + passed : 1
      state.askedAt = now
      return !state.isRaised && state.silence < state.limit
    }
  }
}
