public import Exam
public import Planning
public import PrintRun
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

/// What a run asks the person who started it; a face answers when it can, in whatever way it asks.
public protocol PrintQuestions: Sendable {
  /// Returns if the run may go on, else throws a `Trouble`; nothing has been frozen or sent yet.
  func approve(_ announcement: PrintAnnouncement) async throws

  /// Whether packs that lie in files have been printed from them; nil if nobody could be asked.
  func arePrinted(_ inFiles: [Pack]) async throws -> Bool?

  /// Whether what has changed becomes a new revision; nil if nobody could be asked.
  func takesChanges(_ delta: PlanDelta) async throws -> Bool?

  /// Whether somebody new in a list is somebody who is missing there; nil if nobody could be asked.
  func isSame(_ doubt: Doubt) async throws -> Bool?

  /// What a copied folder is; nil if nobody could be asked.
  func whatIs(_ copy: CopiedFolder) async throws -> CopiedFolder.Answer?

  /// Whether somebody is there who can look at sheets.
  var isAttended: Bool { get }

  /// Whether the sets that lie in a printer's bin are right, so that all others may follow.
  func looksRight(_ proof: Pack, on printer: String) async throws -> Bool

  /// Who of these does it, by initials; nil if nobody could be asked.
  func who(_ part: Attendance.Part, among names: [String]) async throws -> String?
}

extension PrintQuestions {
  /// Nobody, where a face does not say.
  public var isAttended: Bool { false }

  /// Nobody has looked.
  public func looksRight(_ proof: Pack, on printer: String) async throws -> Bool { false }

  /// Nobody could be asked.
  public func who(_ part: Attendance.Part, among names: [String]) async throws -> String? { nil }
}

extension PrintAnnouncement {
  /// Announces jobs on these machines.
  init(
    _ kind: Kind, _ jobs: [(pack: Pack, order: JobOrder)], on machines: Machines, of plan: Plan
  ) {
    let loads = jobs.map { pack, order in
      let sheets = order.sheets(of: pack, plan.sides)
      return Scheduler.Load(
        pack: pack.id, impressions: plan.sides == .one ? sheets : sheets * 2, media: pack.media)
    }
    let slots = Scheduler.assign(loads, to: machines.all)
    self.init(
      kind: kind, rooms: jobs.map(\.pack.label),
      sheets: jobs.reduce(0) { $0 + $1.order.sheets(of: $1.pack, plan.sides) },
      printers: machines.all.compactMap(\.name).map(PrinterLabel.of),
      isIntoFiles: machines.areFiles,
      seconds: machines.areFiles ? 0 : slots.map(\.readyS).max() ?? 0,
      date: plan.exam.date)
  }
}

/// The printers of a run as the schedule sees them.
struct Machines {
  let all: [Scheduler.Machine]
  /// Whether everything goes into files.
  let areFiles: Bool
}

extension ExamDesk {
  /// Printers with the speed that exam.yaml gives them.
  nonisolated func machines(_ printers: [any Printer]) -> Machines {
    let described = plannedPrinters ?? []
    let learnt = LearntPrinters()
    return Machines(
      all: printers.map { printer in
        let ppm = described.first { $0.name == printer.name }?.ppm ?? learnt[printer.name].ppm
        return Scheduler.Machine(name: printer.name, ppm: ppm ?? Scheduler.usualPPM)
      },
      areFiles: printers.areFiles)
  }
}
