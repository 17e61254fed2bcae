import Foundation

/// Runs calls that block on a thread of their own, never on one of the concurrency pool.
enum Blocking {
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Swift.Result { try body() }) }
      thread.name = "tirazh.printer"
      thread.start()
    }
  }
}
