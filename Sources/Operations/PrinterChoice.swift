import Exam
import Foundation
import Printing

/// Turns what exam.yaml says of printers, or `--to`, into printers to send to.
enum PrinterChoice {
  static func printers(
    _ description: ExamDescription?, to directory: String?, exam: ExamID, in folder: ExamFolder
  ) async throws -> [any Printer] {
    if let directory {
      return [FolderPrinter(url: URL(fileURLWithPath: directory, isDirectory: true), examID: exam)]
    }
    guard let described = description?.printers, !described.isEmpty else {
      return try await acceptingQueues()
    }
    return described.map { printer in
      switch printer.address {
      case .queue(let name): QueuePrinter(queue: name)
      case .direct(let uri): DirectPrinter(uri: uri, name: printer.name)
      case .folder(let path):
        FolderPrinter(
          url: URL(fileURLWithPath: path, relativeTo: folder.url), examID: exam,
          name: printer.name)
      }
    }
  }

  private static func acceptingQueues() async throws -> [any Printer] {
    let queues = try await Printers.acceptingQueues()
    guard !queues.isEmpty else {
      throw Trouble(
        "printers.none",
        Wording(
          ru: "Нет ни одного принтера, который принимает задания. Включите принтер, "
            + "или печатайте в папку: tirazh print --to ПАПКА",
          en: "No printer accepts jobs. Switch one on, or print to a folder: tirazh print --to DIR"
        ))
    }
    return queues.map { QueuePrinter(queue: $0.name) }
  }
}
