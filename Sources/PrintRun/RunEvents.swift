public import Exam

/// What makes a job unique within its exam.
public struct JobKey: Hashable, Sendable, Comparable {
  /// The pack.
  public var pack: PackID
  /// The attempt.
  public var attempt: Int

  /// Names a job.
  public init(pack: PackID, attempt: Int) {
    self.pack = pack
    self.attempt = attempt
  }

  /// Orders by pack, then by attempt.
  public static func < (left: JobKey, right: JobKey) -> Bool {
    (left.pack, left.attempt) < (right.pack, right.attempt)
  }
}

extension Job {
  /// What makes it unique.
  public var key: JobKey { JobKey(pack: pack, attempt: attempt) }
}

/// What another window asks of a run.
public enum RunRequest: Hashable, Codable, Sendable {
  /// Begin nothing more, on one printer or on all; `now` cancels what is printing, too.
  case stop(printer: String?, now: Bool)
  /// A person's answer to a question.
  case answer(question: Int, value: String)
  /// Print packs that are not begun on this printer.
  case sendTo(printer: String, packs: [PackID])
  /// Somebody has emptied the bin of a printer, or of all.
  case taken(printer: String?)
  /// What is to be printed changes: take back what is not let go, and go on by what is wanted then.
  case revise
}

extension Run {
  /// What happens to a run.
  public enum Event: Sendable {
    /// A printer was looked at.
    case seen(String, PrinterHealth, Counting)
    /// The intent of a job is written down and its pages are laid out.
    case composed(PackID, attempt: Int, pages: Int)
    /// A job's pages could not be laid out, or its intent not be written down.
    case notComposed(PackID, attempt: Int?, Trouble)
    /// The printer holds the whole job.
    case staged(JobKey, jobID: Int)
    /// The printer does not have the job.
    case notStaged(JobKey, Trouble)
    /// The job was let go, under this id.
    case released(JobKey, jobID: Int)
    /// The job was not let go, for certain if the printer refused it.
    case notReleased(JobKey, isRefused: Bool, detail: String)
    /// A job that was held is gone.
    case cancelled(JobKey)
    /// A job that was held could not be cancelled.
    case notCancelled(JobKey)
    /// What a printer says of a job that was let go; nil if it knows no such job.
    case looked(JobKey, JobSnapshot?)
    /// What a printer says of a job that an earlier run began; nil if it knows no such job.
    case found(JobKey, jobID: Int, JobSnapshot?)
    /// A printer did not answer when it was asked about a job.
    case unseen(JobKey)
    /// The intent of an act could not be written down: the act was not carried out.
    case unrecorded(JobKey, JobEvent, Trouble)
    /// Somebody has emptied the bin of a printer, or of all.
    case taken(printer: String?)
    /// A person's answer.
    case answered(JobKey, TrayAnswer)
    /// The user asks to begin nothing more, or to cancel what is printing, too.
    case stop(printer: String?, now: Bool)
    /// The user gives packs to a printer.
    case sendTo(printer: String, packs: [PackID])
    /// What is to be printed is about to change.
    case revising
    /// What is to be printed from now on; nil if it stays as it was.
    case revised(Start?)
    /// Time has passed.
    case tick
  }

  /// What a run wants done.
  public enum Command: Hashable, Sendable {
    /// Write down what happened.
    case record(JobKey, JobEvent)
    /// Take an attempt, which is the intent, and lay the pages out; `next` follows on the same printer.
    case compose(PackID, JobOrder, on: String, next: PackID?)
    /// Hand the job over, held; its intent first.
    case stage(JobKey)
    /// Let the job go; its intent first.
    case release(JobKey)
    /// Take the job back, whatever has become of it.
    case cancel(JobKey)
    /// Tell the people.
    case say(Note)

    /// What must be written down before the act; if it cannot, the act is not carried out.
    public var intent: (JobKey, JobEvent)? {
      switch self {
      case .stage(let key): (key, .staging)
      case .release(let key): (key, .releasing)
      default: nil
      }
    }
  }

  /// What people are told besides what happens to jobs.
  public enum Note: Hashable, Sendable {
    /// A printer can print nothing: IPP `printer-state-reasons`.
    case ill(printer: String, reasons: [String])
    /// It can again.
    case well(printer: String)
    /// Two jobs in a row went wrong on it: it gets nothing more.
    case aside(printer: String)
    /// It still waits for somebody in the middle of a job, for so many seconds.
    case waits(printer: String, reasons: [String], seconds: Int)
    /// It has waited for long: packs that it was to print next may go elsewhere.
    case freed(printer: String, packs: [PackID])
    /// A part of a pack lies in its bin: the next comes when it has been taken out.
    case full(printer: String, pack: PackID)
    /// A printer that was kept in reserve takes part from now on.
    case reserveCalled(printer: String)
    /// Packs go to another printer.
    case moved([PackID], to: String)
    /// A pack cannot go there: it is begun, it is not to be printed, or its paper is not there.
    case notMoved(PackID, to: String)
    /// The run does not print on this printer.
    case noSuchPrinter(String)
    /// Nothing more is begun.
    case stopping(printer: String?, now: Bool)
    /// What is to be printed changes: what was not let go is taken back.
    case revising
    /// The journal cannot be written: nothing more is begun.
    case unwritable
  }

  /// A job that has to be asked about.
  public struct Watch: Hashable, Sendable {
    /// The job.
    public let job: JobKey
    /// Its printer.
    public let printer: String
    /// Its id there; nil where it has to be found by its name first.
    public let jobID: Int?
  }

  /// How a pack fared in this run.
  public struct Result: Sendable {
    /// The verdict of its last job; nil if nothing was let go.
    public var verdict: Verdict?
    /// Why nothing was let go, where something went wrong.
    public var trouble: Trouble?
  }
}
