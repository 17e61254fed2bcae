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

extension Workbench {
  /// Whether a window prints this exam now.
  public var isPrinting: Bool {
    guard ExamJournal.exists(in: folder.url) else { return false }
    return PrintLock.isHeld(in: folder.url)
  }

  /// Asks the window that prints, and waits until it has taken the request up.
  public func ask(_ request: RunRequest) async throws -> RequestOutcome {
    guard isPrinting, let journal = try journal() else { return .noRun }
    let number = try journal.post(request, when: Date())
    for _ in 0..<Self.patience {
      try await Task.sleep(for: .milliseconds(200))
      if try !journal.isWaiting(number) { return .taken }
    }
    try journal.withdraw(number)
    throw Trouble(
      "request.not-taken",
      Wording(
        ru: "Окно, которое печатает, не отвечает. Повторите или остановите его там: Ctrl-C",
        en: "The window that prints does not answer. Repeat, or stop it there: Ctrl-C"))
  }

  /// Fifths of a second that a request waits for.
  private static var patience: Int { 50 }

  /// Asks that packs of rooms, as people write them, be printed on another printer.
  public func ask(toSend rooms: [String], to printer: String) async throws -> RequestOutcome {
    guard let revision = try frozen() else { throw ReprintTrouble.nothingPrinted }
    let packs = try PackChoice.packs(rooms, in: revision.plan)
    return try await ask(.sendTo(printer: try known(printer), packs: packs.sorted()))
  }

  /// Asks that nothing more be begun, on one printer or on all.
  public func askToStop(_ printer: String?, now: Bool) async throws -> RequestOutcome {
    try await ask(.stop(printer: try printer.map(known), now: now))
  }

  /// The printer of this name, if exam.yaml names printers.
  private func known(_ printer: String) throws -> String {
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
