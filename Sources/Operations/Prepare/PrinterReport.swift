public import Exam
import Foundation
import Intake
import Journal
import Layout
public import Planning
public import Printing

/// A printer as it is now, and whether it will take part.
public struct PrinterReport: Sendable {
  /// How it is.
  public let status: PrinterStatus
  /// Why it is left out, and what to do; nil if it takes part.
  public let obstacle: (reason: Wording, advice: Wording)?
  /// What rehearsals and runs have learnt of it.
  public let learnt: LearntPrinter
  /// The paper that jobs ask for, where the printer says that other paper lies in it.
  public let missingMedia: String?
}

/// What a run would find.
public struct PrintersReport: Sendable {
  /// Every printer, and every queue that is left out.
  public let printers: [PrinterReport]

  /// Whether any of them that takes part is reached through CUPS.
  public let usesQueues: Bool

  /// Whether there are printers and none can be used: then `print` refuses.
  public var isRefused: Bool { !printers.isEmpty && printers.allSatisfy { $0.obstacle != nil } }
}

extension ExamDesk {
  /// The names of the CUPS queues that may be chosen.
  public static func acceptingPrinters() async throws -> [String] {
    guard let exam = ExamID(rawValue: "ABC234") else { return [] }
    return try await Printers.queues(for: PrinterGate(exam: exam, policy: Policy()).usualTicket)
      .filter { $0.obstacle == nil }.map(\.status.name)
  }

  /// The printers of exam.yaml, or every queue there is; asked all that printing the plan will need.
  public func printers(for plan: Plan? = nil) async throws -> PrintersReport {
    let description = folder.hasDescription ? try folder.description() : ExamDescription()
    let policy = (try? LayoutSource.load(description.layout, in: folder).profile().policy)
    let gate = PrinterGate(
      exam: try plan?.exam.id ?? folder.examID(description), policy: policy ?? Policy())
    let choice = try PrinterChoice(folder, gate)
    guard let named = choice.named else {
      let ticket = gate.largestTicket(of: plan)
      let queues = try await Printers.queues(for: ticket)
      return PrintersReport(
        printers: queues.map { queue in
          Self.report(queue.status, queue.obstacle.map { ($0.reason, $0.advice) }, gate)
        }, usesQueues: queues.contains { $0.obstacle == nil })
    }
    return PrintersReport(
      printers: try await withThrowingTaskGroup(of: (Int, PrinterReport).self) { group in
        for (index, printer) in named.enumerated() {
          group.addTask { (index, try await Self.report(printer, gate, plan)) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
          .sorted { $0.0 < $1.0 }.map(\.1)
      }, usesQueues: named.contains { $0 is QueuePrinter })
  }

  private static func report(
    _ printer: any Printer, _ gate: PrinterGate, _ plan: Plan?
  ) async throws -> PrinterReport {
    do {
      let status = try await printer.status()
      var obstacle: Trouble?
      do {
        try await printer.check(gate.largestTicket(of: plan))
      } catch let trouble as Trouble where trouble.cause == .printer {
        obstacle = trouble
      } catch let trouble as Trouble where trouble.cause == .noFolder {
        obstacle = trouble
      } catch let trouble as Trouble where trouble.cause == .foreignFile {
        obstacle = nil
      }
      return report(status, obstacle.map { ($0.message, Wording(same: "")) }, gate)
    } catch let trouble as Trouble where trouble.cause == .printer {
      return report(.silent(printer.name), (trouble.message, Wording(same: "")), gate)
    }
  }

  private static func report(
    _ status: PrinterStatus, _ obstacle: (reason: Wording, advice: Wording)?, _ gate: PrinterGate
  ) -> PrinterReport {
    let media = gate.policy.media
    let isMissing = !status.mediaReady.isEmpty && !status.mediaReady.contains(media)
    return PrinterReport(
      status: status, obstacle: obstacle, learnt: LearntPrinters()[status.name],
      missingMedia: obstacle == nil && isMissing ? media : nil)
  }
}

extension PrinterGate {
  /// The job that asks most: the plan's largest pack of ordinary paper.
  func largestTicket(of plan: Plan?) -> JobTicket {
    var ticket = usualTicket
    let sheets = plan?.packs.filter { $0.media == nil }.map(\.sheets).max() ?? 2
    ticket.sheets = max(2, sheets)
    ticket.pages = ticket.sheets
    return ticket
  }
}
