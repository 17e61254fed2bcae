import Dispatch
import Exam
import Foundation
import Synchronization

/// Ctrl-C while printing: the job in the printer is followed to its end, no other is begun.
final class StopSignal: Sendable {
  private let raised = Atomic<Bool>(false)
  // Sources are thread-safe objects of Dispatch; kept only to stay alive.
  private let source: any DispatchSourceSignal

  init(_ console: Console) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [raised = Unmanaged.passUnretained(self)] in
      raised.takeUnretainedValue().raise(console)
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
