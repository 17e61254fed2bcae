public import Exam
public import PrintRun
import Synchronization

/// A pack to print, and the printers it may go to.
public struct PackTask: Sendable {
  /// The pack.
  public let pack: PackID
  /// The printers that may print it, by name; any if nil.
  public let printers: Set<String>?

  /// Makes a task.
  public init(pack: PackID, printers: Set<String>?) {
    self.pack = pack
    self.printers = printers
  }
}

/// Prints packs: one at a time on each printer, the printers side by side, no pack twice.
///
/// A pack goes, in order, to whichever of its printers is free. A
/// printer whose job failed or needs a person takes no more packs.
public struct PrintRun: Sendable {
  /// A job ready to be sent.
  public typealias Prepare =
    @Sendable (_ pack: PackID, _ printer: any Printer) async throws -> (JobTicket, [UInt8])
  /// What happens on a printer to a job.
  public typealias Progress = @Sendable (String, JobTicket, JobEvent) -> Void

  private let printers: [any Printer]
  private let log: any JobLog
  private let prepare: Prepare

  /// Prepares a run.
  public init(printers: [any Printer], log: any JobLog, prepare: @escaping Prepare) {
    self.printers = printers
    self.log = log
    self.prepare = prepare
  }

  /// Prints the packs; those missing in the result were never begun.
  public func run(
    _ tasks: [PackTask], progress: @escaping Progress,
    stop: @escaping @Sendable () -> StopRequest
  ) async -> [PackID: Result<Verdict, any Error>] {
    let queue = TaskQueue(tasks)
    return await withTaskGroup(of: [PackID: Result<Verdict, any Error>].self) { group in
      for printer in printers {
        group.addTask {
          await serve(printer, from: queue, progress, stop)
        }
      }
      return await group.reduce(into: [:]) { all, part in
        all.merge(part, uniquingKeysWith: { first, _ in first })
      }
    }
  }

  private func serve(
    _ printer: any Printer, from queue: TaskQueue, _ progress: @escaping Progress,
    _ stop: @escaping @Sendable () -> StopRequest
  ) async -> [PackID: Result<Verdict, any Error>] {
    var results: [PackID: Result<Verdict, any Error>] = [:]
    while stop() == .none, let pack = queue.next(for: printer.name) {
      let ticket: JobTicket
      let pdf: [UInt8]
      do {
        (ticket, pdf) = try await prepare(pack, printer)
      } catch {
        // The printer is not to blame: it goes on with the other packs.
        results[pack] = .failure(error)
        continue
      }
      do {
        let sink = JobSink(ticket: ticket, printer: printer.name, log: log) {
          progress(printer.name, ticket, $0)
        }
        let verdict = try await printer.print(pdf, as: ticket, to: sink, stop: stop)
        results[pack] = .success(verdict)
        if verdict == .failed || verdict == .person { return results }
      } catch {
        results[pack] = .failure(error)
        return results
      }
    }
    return results
  }
}

/// The packs not begun yet; each is given out once.
private final class TaskQueue: Sendable {
  private let tasks: Mutex<[PackTask]>

  init(_ tasks: [PackTask]) { self.tasks = Mutex(tasks) }

  func next(for printer: String) -> PackID? {
    tasks.withLock { tasks in
      guard let index = tasks.firstIndex(where: { $0.printers?.contains(printer) ?? true })
      else { return nil }
      return tasks.remove(at: index).pack
    }
  }
}
