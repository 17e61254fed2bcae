import Cups
import Foundation

/// Runs calls that block on a thread of their own, never on one of the concurrency pool.
enum Blocking {
  /// Runs `body`; cancelling the task interrupts the exchange it waits for.
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable (Interruption) throws -> Result
  ) async throws -> Result {
    let interruption = Interruption()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let thread = Thread {
          continuation.resume(with: Swift.Result { try body(interruption) })
        }
        thread.name = "tirazh.printer"
        thread.start()
      }
    } onCancel: {
      interruption.raise()
    }
  }
}
