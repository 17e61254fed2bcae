import Dispatch
import Exam
import Foundation
import Synchronization

/// Ctrl-C while printing: the job in the printer is followed to its end, no other is begun.
///
/// Unchecked because Dispatch's sources are thread-safe but not declared so; it is only kept alive here.
final class StopSignal: @unchecked Sendable {
  private let raised = Atomic<Bool>(false)
  private let source: any DispatchSourceSignal

  init(_ console: Console) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in
      self?.raise(console)
    }
    source.activate()
  }

  /// Whether the user asked to stop.
  func isRaised() -> Bool { raised.load(ordering: .sequentiallyConsistent) }

  private func raise(_ console: Console) {
    raised.store(true, ordering: .sequentiallyConsistent)
    console.complain(
      Wording(
        ru: "СТОП: больше ничего не отправляю; жду, чем кончится начатое.",
        en: "STOP: nothing more is sent; waiting for what has begun."))
  }
}
