import Dispatch
import Exam
import Foundation
import Printing
import Synchronization

/// Ctrl-C while printing: once, and no other job is begun; twice, and what is printing is cancelled.
///
/// Unchecked because Dispatch's sources are thread-safe but not declared so; it is only kept alive here.
final class StopSignal: @unchecked Sendable {
  private let count = Atomic<Int>(0)
  private let source: any DispatchSourceSignal

  init(_ console: Console) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in
      self?.raise(console)
    }
    source.activate()
  }

  /// What the user has asked for so far.
  func request() -> StopRequest {
    StopRequest(rawValue: min(count.load(ordering: .sequentiallyConsistent), 2)) ?? .atOnce
  }

  private func raise(_ console: Console) {
    let (_, now) = count.add(1, ordering: .sequentiallyConsistent)
    switch now {
    case 1:
      console.complain(
        Wording(
          ru: "СТОП: больше ничего не отправляю; жду, чем кончится начатое. "
            + "Ctrl-C ещё раз — отменить и начатое.",
          en: "STOP: nothing more is sent; waiting for what has begun. "
            + "Ctrl-C once more cancels that, too."))
    case 2:
      console.complain(
        Wording(
          ru: "Отменяю начатое. В принтере могли остаться листы: загляните в выходной лоток.",
          en: "Cancelling what has begun. Sheets may be left in the printer: look into its bin."))
    default: break
    }
  }
}
