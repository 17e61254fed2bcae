public import Exam
public import Planning
public import PrintRun
public import Printing

/// What an operation tells its face while it runs.
public enum RunEvent: Sendable {
  /// Something the user should know before printing starts.
  case finding(Finding)
  /// Packs that an earlier run began and did not see to their end: they are looked for.
  case recovering(plan: Plan, packs: [PackID])
  /// The plan that is printed, and which of its packs.
  case started(plan: Plan, revision: Int, packs: [PackID])
  /// Sets are printed on a printer to be looked at.
  case proofing(Pack, printer: String)
  /// Something happened to a job.
  case job(Job, JobTicket, JobEvent)
  /// Only a person can tell something of a job.
  case asked(Question)
  /// An answer that the question does not take.
  case unanswered(Int)
  /// Something else that people should know.
  case note(Run.Note)
  /// How the run is now; told about every half second.
  case view(Run.View)
}

/// How a pack of a run ended.
public struct PackOutcome: Sendable {
  /// The pack.
  public let pack: Pack
  /// The verdict; nil if nothing was sent.
  public let verdict: Verdict?
  /// Why, where it did not go well.
  public let trouble: Trouble?
  /// Whether it was to be written into a file.
  public var isFile = false
  /// Whether it was printed once more.
  public var isReprint = false
}

/// How a run ended.
public struct RunOutcome: Sendable {
  /// The packs that were to be printed.
  public let packs: [PackOutcome]
  /// Rooms left out because of a stop.
  public let stopped: [RoomName: [Finding]]
  /// Stops of people who are in no pack at all.
  public let withoutRoom: [Finding]
  /// Packs left out because a person must look first.
  public let needPerson: [Pack]
  /// Packs left out because they lie in files, and nobody could be asked whether they are printed.
  public let inFiles: [Pack]
  /// The exit status of a command that ends with this run.
  public let exit: ExitStatus
}
