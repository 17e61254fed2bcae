import Exam
import Foundation
public import Printing

extension Workbench {
  /// The names of the CUPS queues that accept jobs.
  public static func acceptingPrinters() async throws -> [String] {
    try await Printers.acceptingQueues().map(\.name)
  }

  /// The printers of exam.yaml, or every queue that accepts, and how they are.
  public func printers() async throws -> [PrinterStatus] {
    let description = folder.hasDescription ? try folder.description() : nil
    guard let described = description?.printers, !described.isEmpty else {
      return try await Printers.acceptingQueues()
    }
    let id = try folder.examID(description ?? ExamDescription())
    let printers = try await PrinterChoice.printers(
      description, to: nil, exam: id, in: folder)
    var statuses: [PrinterStatus] = []
    for printer in printers { statuses.append(try await printer.status()) }
    return statuses
  }
}
