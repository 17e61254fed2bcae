import Dispatch
import Exam
import Foundation
import PrintRun
import Synchronization
import Web

/// The window that serves: Ctrl-C ends it, and asks first while this process prints.
///
/// Unchecked because Dispatch's sources are thread-safe but not declared so; they are only kept alive here.
final class ServeWindow: @unchecked Sendable {
  private let server: ConsoleServer
  private let console: Console
  private let keys = Mutex(WindowKeys())
  private var sources: [any DispatchSourceSignal] = []

  init(_ server: ConsoleServer, _ console: Console) {
    self.server = server
    self.console = console
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in
        guard let self else { return }
        Task { await self.raised(byHand: number == SIGINT) }
      }
      source.activate()
      return source
    }
    listen()
  }

  /// Hears nothing any more.
  func rest() { for source in sources { source.cancel() } }

  private func raised(byHand: Bool) async {
    guard await server.isPrinting else { return await server.end() }
    let effect = keys.withLock { keys in
      keys.isAttended = PasswordPrompt.isPossible
      return keys.raised(byHand: byHand)
    }
    await carryOut(effect)
  }

  /// Typed lines answer what Ctrl-C asks; questions of a run are answered on its pages.
  private func listen() {
    guard PasswordPrompt.isPossible else { return }
    Thread.detachNewThread { [weak self] in
      while let line = readLine(), let self {
        let effect = keys.withLock { $0.typed(line) }
        Task { await self.carryOut(effect) }
      }
    }
  }

  private func carryOut(_ effect: WindowKeys.Effect) async {
    switch effect {
    case .ask(let prompt):
      console.err("\n" + RunBoard.words(prompt, printers: [], console.language))
    case .request(.stop(_, let now)): await stop(now: now)
    case .request, .nothing, .details, .notUnderstood: break
    }
  }

  /// Has nothing more begun, and ends once nothing prints.
  private func stop(now: Bool) async {
    await server.stopPrinting(now: now)
    while await server.isPrinting { try? await Task.sleep(for: .milliseconds(200)) }
    await server.end()
  }
}
