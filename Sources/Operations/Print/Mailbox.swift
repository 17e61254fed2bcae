import Foundation
import Journal
import PrintRun
import Synchronization

/// What a run is asked while it prints: by its own window, and by others through the journal.
///
/// What is to be written down waits until the run has nothing under way that it would concern.
final class Mailbox: Sendable {
  private let journal: ExamJournal
  private let own: @Sendable () -> [RunRequest]
  private let unwritten = Mutex<[WindowRequest]>([])

  init(_ journal: ExamJournal, own: @escaping @Sendable () -> [RunRequest]) {
    self.journal = journal
    self.own = own
  }

  /// What has been asked since the last time.
  func take() -> [RunRequest] {
    let others = (try? journal.takeRequests(as: WindowRequest.self)) ?? []
    return own() + others.map(forRun)
  }

  private func forRun(_ request: WindowRequest) -> RunRequest {
    switch request {
    case .run(let request): return request
    case .revise, .accept:
      unwritten.withLock { $0.append(request) }
      return .revise
    }
  }

  /// Writes down what waits for it, in order; what cannot be written is dropped, and thrown at the end.
  func carryOut() throws {
    let waiting = unwritten.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    var failure: (any Error)?
    for request in waiting {
      do {
        switch request {
        case .run: break
        case .revise(let draft): _ = try journal.freeze(draft, when: Date())
        case .accept(let draft): try draft.write(to: journal)
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }
}
