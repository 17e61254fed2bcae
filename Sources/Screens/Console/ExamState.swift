public import Exam
public import Operations

/// What the console knows of an exam at a moment: everything that its screens are drawn from.
public struct ExamState: Sendable {
  /// What exam.yaml says, where there is one.
  public var description: ExamDescription?
  /// The exam as its files are now, where that was looked at.
  public var prepared: PreparedExam?
  /// Why the files could not be read.
  public var trouble: Trouble?
  /// The frozen plan, if there is one.
  public var frozen: FrozenPlan?
  /// Where its packs stand.
  public var status: ExamStatus?
  /// The printers, where they have answered.
  public var printers: PrintersReport?
  /// Whether the folder is a copy, and nobody has said of what.
  public var isCopy = false
  /// Whether some window prints.
  public var isPrinting = false
  /// Whether the run waits for an answer before it uses paper.
  public var isAsking = false
  /// Whether printing was asked to stop.
  public var isStopping = false
  /// Whether somebody has looked at the plan.
  public var isPlanSeen = false

  /// Whether there is an exam.yaml.
  public var hasDescription: Bool { description != nil }
  /// Whether the files were looked into.
  public var isWhole: Bool { prepared != nil || trouble != nil }

  /// Nothing is known.
  public init() {}

  /// What comes next.
  var step: NextStep {
    if isCopy { return .settleCopy }
    if let status {
      return NextStep(
        status, isListChanged: frozen?.changes.isListChanged ?? false, isPrinting: isPrinting)
    }
    guard hasDescription || trouble != nil else { return .begin }
    guard let prepared else { return trouble == nil ? .look : .clearStops(othersReady: false) }
    return NextStep(prepared, printers: printers, isPlanSeen: isPlanSeen)
  }

  /// What was found of the files as they are now.
  var findings: [Finding] {
    let found = prepared?.findings ?? []
    return (frozen?.changes.findings ?? []) + found
  }

  /// How many stops there are, as far as it is known.
  var stops: Int { findings.count { $0.severity == .stop } + (trouble == nil ? 0 : 1) }
}
