public import Exam
import Foundation
import Intake
import Layout
import Printing

/// Turns what exam.yaml says of printers, or `--to`, into printers to send to.
struct PrinterChoice {
  let folder: ExamFolder
  let gate: PrinterGate
  private let described: [PrinterDescription]?

  /// Takes what exam.yaml says now; while it cannot be read, what was `recorded` at the freeze.
  init(
    _ folder: ExamFolder, _ gate: PrinterGate, recorded: [PrinterDescription]? = nil
  ) throws {
    self.folder = folder
    self.gate = gate
    do {
      described = folder.hasDescription ? try folder.description().printers : recorded
    } catch {
      guard let recorded else { throw error }
      described = recorded
    }
  }

  /// The printers of a run; those that cannot be used are among them, for the gate to set aside.
  func printers(to directory: String? = nil) async throws -> [any Printer] {
    if let directory {
      let url = URL(fileURLWithPath: directory, isDirectory: true)
      return [FolderPrinter(url: url, language: folder.paperLanguage)]
    }
    if let named { return named }
    let queues = try await Printers.queues(for: gate.usualTicket)
    let chosen = queues.filter { $0.obstacle?.isOnlyForChoice != true }
    guard !chosen.isEmpty else { throw Self.none(queues) }
    return chosen.map { QueuePrinter(queue: $0.status.name) }
  }

  /// The printers that exam.yaml names; nil if it leaves the choice.
  var named: [any Printer]? {
    guard let described, !described.isEmpty else { return nil }
    return described.map { printer in
      switch printer.address {
      case .queue(let name): QueuePrinter(queue: name)
      case .direct(let uri): DirectPrinter(uri: uri, name: printer.name, pins: PinnedPrinters())
      case .folder(let path):
        FolderPrinter(
          url: URL(fileURLWithPath: path, relativeTo: folder.url), name: printer.name,
          language: folder.paperLanguage)
      }
    }
  }

  /// How printers get the pages of materials, by their names, where exam.yaml says so.
  var styles: [String: PageStyle] { (described ?? []).styles }

  /// The printer that the journal calls by this name, whatever is printed on now.
  func printer(named name: String) -> any Printer {
    if let named = named?.first(where: { $0.name == name }) { return named }
    guard name.hasPrefix("/") else { return QueuePrinter(queue: name) }
    let url = URL(fileURLWithPath: name, isDirectory: true)
    return FolderPrinter(url: url, language: folder.paperLanguage)
  }

  private static func none(_ queues: [FoundQueue]) -> Trouble {
    let left = queues.compactMap { queue in queue.obstacle.map { (queue.status.name, $0.reason) } }
    let ru = left.map { "\($0) — \($1.ru)" }.joined(separator: "; ")
    let en = left.map { "\($0) \($1.en)" }.joined(separator: "; ")
    return Trouble(
      "printers.none", cause: .printers,
      Wording(
        ru: "Нет ни одного принтера для печати" + (ru.isEmpty ? "" : " (\(ru))")
          + ". Включите принтер, или печатайте в папку: tirazh print --to ПАПКА",
        en: "There is no printer to print on" + (en.isEmpty ? "" : " (\(en))")
          + ". Switch one on, or print to a folder: tirazh print --to DIR"))
  }
}

extension ExamFolder {
  /// The language that names of files and the note beside them speak: of exam.yaml, else of the layout.
  public var paperLanguage: Language {
    let description = (try? description()) ?? ExamDescription()
    if let said = description.language { return said }
    return (try? LayoutSource.load(description.layout, in: self).profile().language) ?? .ru
  }

  /// Whether the journal's name of a printer is a folder's: of `--to`, or one that exam.yaml names.
  func isFolder(printer name: String) -> Bool {
    if name.hasPrefix("/") { return true }
    let described = (try? description())?.printers ?? []
    return described.contains { printer in
      guard printer.name == name, case .folder = printer.address else { return false }
      return true
    }
  }
}

extension [PrinterDescription] {
  /// How printers get the pages of materials, by their names.
  var styles: [String: PageStyle] { reduce(into: [:]) { $0[$1.name] = $1.pages } }
}
