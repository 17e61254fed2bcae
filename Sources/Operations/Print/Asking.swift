import Exam
import Foundation
import Journal
import Planning
public import PrintRun

/// What became of a request to the window that prints.
public enum RequestOutcome: Sendable {
  /// It was taken up.
  case taken
  /// Nothing is printing.
  case noRun
}

extension ExamDesk {
  /// Whether a window prints this exam now.
  public nonisolated var isPrinting: Bool {
    guard ExamJournal.exists(in: folder.url) else { return false }
    return PrintLock.isHeld(in: folder.url)
  }

  /// Waits until nothing prints this exam any more, but not longer than so many seconds.
  public nonisolated func printingEnds(within seconds: Double) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while isPrinting, ContinuousClock.now < deadline { try await Task.sleep(for: Patience.step) }
  }

  /// Asks the window that prints, and waits until it has taken the request up.
  public func ask(_ request: RunRequest) async throws -> RequestOutcome {
    guard isPrinting, let journal = try journal() else { return .noRun }
    try await post(.run(request), journal)
    return .taken
  }

  /// Has the window that prints write something, and waits until it is written.
  func handOver(
    _ request: WindowRequest, until isDone: (ExamJournal) throws -> Bool
  ) async throws {
    guard let journal = try journal() else { throw AskingTrouble.noAnswer }
    try await post(request, journal)
    for _ in 0..<Patience.work {
      if try isDone(journal) { return }
      try await Task.sleep(for: Patience.step)
    }
    throw AskingTrouble.notDone
  }

  private func post(_ request: WindowRequest, _ journal: ExamJournal) async throws {
    let number = try journal.post(request, when: Date())
    for _ in 0..<Patience.hearing {
      try await Task.sleep(for: Patience.step)
      if try !journal.isWaiting(number) { return }
    }
    try journal.withdraw(number)
    throw AskingTrouble.noAnswer
  }

  /// The exam's print lock; nil while a window prints what is frozen.
  nonisolated func lockUnlessPrinting() throws -> PrintLock? {
    do {
      return try PrintLock(folder: folder.url, when: Date())
    } catch {
      guard error.cause == .locked, try frozen() != nil else { throw error }
      return nil
    }
  }

  /// How long another window is waited for, in steps.
  private enum Patience {
    static let step = Duration.milliseconds(200)
    static let hearing = 50
    static let work = 300
  }

  /// Asks that packs of rooms, as people write them, be printed on another printer.
  public func ask(toSend rooms: [String], to printer: String) async throws -> RequestOutcome {
    guard let revision = try frozen() else { throw ReprintTrouble.nothingPrinted }
    let packs = try PackChoice.packs(rooms, in: revision.plan)
    return try await ask(.sendTo(printer: try known(printer), packs: packs.sorted()))
  }

  /// Says that the bin of a printer, or of every one, is empty.
  public func askAsTaken(_ printer: String?) async throws -> RequestOutcome {
    try await ask(.taken(printer: try printer.map(known)))
  }

  /// Asks that nothing more be begun, on one printer or on all.
  public func askToStop(_ printer: String?, now: Bool) async throws -> RequestOutcome {
    try await ask(.stop(printer: try printer.map(known), now: now))
  }

  /// The printer of this name, if exam.yaml names printers.
  private nonisolated func known(_ printer: String) throws -> String {
    guard let names = plannedPrinters?.map(\.name), !names.isEmpty, !names.contains(printer) else {
      return printer
    }
    let all = names.joined(separator: ", ")
    throw Trouble(
      "printer.unknown", at: printer,
      Wording(
        ru: "Такого принтера в exam.yaml нет. Есть: \(all)",
        en: "exam.yaml has no such printer. There are: \(all)"))
  }
}

/// What a window asks of the one that prints.
enum WindowRequest: Codable, Sendable {
  /// Something of its run.
  case run(RunRequest)
  /// Freeze this, and go on by it.
  case revise(RevisionDraft)
  /// Write that a person accepts something, and print what that sets free.
  case accept(AcceptanceDraft)
}

/// Why a window that prints was asked in vain.
private enum AskingTrouble {
  static var noAnswer: Trouble {
    Trouble(
      "request.not-taken",
      Wording(
        ru: "Окно, которое печатает, не отвечает. Повторите или остановите его там: Ctrl-C",
        en: "The window that prints does not answer. Repeat, or stop it there: Ctrl-C"))
  }

  static var notDone: Trouble {
    Trouble(
      "request.not-done",
      Wording(
        ru: "Окно, которое печатает, этого не сделало. Почему, сказано в нём; как дела сейчас: "
          + "tirazh status",
        en: "The window that prints has not done it. It says why; how things are now: "
          + "tirazh status"))
  }
}
