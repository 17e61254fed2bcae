public import Exam
public import Planning
import Printing

/// What a run is about to do with paper, for a person to approve.
public struct PrintAnnouncement: Sendable {
  /// What paper it is about.
  public enum Kind: Sendable {
    /// The first print of the exam.
    case first
    /// The rest of a print that was begun.
    case rest
    /// Something once more.
    case reprint
  }

  /// What paper it is about.
  public let kind: Kind
  /// The packs, as people call them.
  public let rooms: [String]
  /// Sheets in all.
  public let sheets: Int
  /// The printers, as people call them.
  public let printers: [String]
  /// Whether everything is written into files.
  public let isIntoFiles: Bool
  /// Seconds until the last sheet is out.
  public let seconds: Int
  /// The exam's day.
  public let date: CivilDate?
}

/// What a run asks the person who started it.
public protocol PrintQuestions: Sendable {
  /// Returns if the run may go on, else throws a `Trouble`; nothing has been frozen or sent yet.
  func approve(_ announcement: PrintAnnouncement) throws

  /// Whether packs that lie in files have been printed from them; nil if nobody could be asked.
  func arePrinted(_ inFiles: [Pack]) throws -> Bool?
}

extension PrintAnnouncement {
  /// Announces jobs.
  init(
    _ kind: Kind, _ jobs: [(pack: Pack, order: JobOrder)], on printers: [any Printer], of plan: Plan
  ) {
    let names = printers.map(\.name)
    let bound = Dictionary(grouping: jobs) { job in
      job.pack.printer.flatMap { names.contains($0) ? $0 : nil } ?? ""
    }.mapValues { $0.reduce(0) { $0 + Self.seconds($1.order, $1.pack, plan.sides) } }
    let free = (bound[""] ?? 0) / max(1, names.count)
    self.init(
      kind: kind, rooms: jobs.map(\.pack.label),
      sheets: jobs.reduce(0) { $0 + $1.order.sheets(of: $1.pack, plan.sides) },
      printers: names.map(PrinterLabel.of), isIntoFiles: printers.areFiles,
      seconds: printers.areFiles
        ? 0 : max(free, bound.filter { $0.key != "" }.values.max() ?? 0),
      date: plan.exam.date)
  }

  /// How long a job takes at the pace that the plan counts with.
  private static func seconds(_ order: JobOrder, _ pack: Pack, _ sides: Sides) -> Int {
    guard order.slip != nil else { return pack.readyS - pack.startS }
    let pace = max(1, pack.readyS - pack.startS) / max(1, pack.sheets)
    return order.sheets(of: pack, sides) * max(1, pace)
  }
}
