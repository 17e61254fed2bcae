public import Exam
public import Planning

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
  /// Announces packs.
  init(_ kind: Kind, _ packs: [Pack], on printers: [String], intoFiles: Bool, of plan: Plan) {
    let bound = Dictionary(grouping: packs) { pack in
      pack.printer.flatMap { printers.contains($0) ? $0 : nil } ?? ""
    }.mapValues { $0.reduce(0) { $0 + $1.readyS - $1.startS } }
    let free = (bound[""] ?? 0) / max(1, printers.count)
    self.init(
      kind: kind, rooms: packs.map(\.label), sheets: packs.reduce(0) { $0 + $1.sheets },
      printers: printers.map(PrinterLabel.of), isIntoFiles: intoFiles,
      seconds: intoFiles ? 0 : max(free, bound.filter { $0.key != "" }.values.max() ?? 0),
      date: plan.exam.date)
  }
}
