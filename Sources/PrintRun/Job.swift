public import Exam
public import Planning

/// An item of a job, or some of its pages.
public struct JobPart: Hashable, Codable, Sendable {
  /// The copy or paper.
  public var item: ItemID
  /// Its pages, from 1; all of them if nil.
  public var pages: [Int]?

  /// Chooses an item.
  public init(item: ItemID, pages: [Int]? = nil) {
    self.item = item
    self.pages = pages
  }
}

/// A job after which more of its pack follows, as soon as somebody has emptied the printer's bin.
public enum JobPortion: String, Codable, Sendable {
  /// The pack begins with it: its first sheet is the packing sheet.
  case opening
  /// It goes on where another ended.
  case middle
}

/// What a job is to print, and why.
public struct JobRequest: Hashable, Codable, Sendable {
  /// The items; nil for the whole pack.
  public var items: [JobPart]?
  /// Why it is printed again; nil the first time.
  public var reason: String?
  /// Whether this repeats what was printed before.
  public var isReprint: Bool
  /// Set where more of the pack follows: then it has no end sheet.
  public var portion: JobPortion?
  /// Where the last sheet comes to lie on top, the job is turned; nil where the first does.
  public var order: SheetOrder?

  /// Makes a request; by default the whole pack, for the first time.
  public init(
    items: [JobPart]? = nil, reason: String? = nil, isReprint: Bool = false,
    order: SheetOrder? = nil
  ) {
    self.items = items
    self.reason = reason
    self.isReprint = isReprint
    self.order = order
  }
}

extension JobPart {
  /// Its sheets of paper.
  func sheets(of pack: Pack, _ sides: Sides) -> Int {
    let pages = pages?.count ?? pack.pages(of: item) ?? 0
    return sides == .one ? pages : (pages + 1) / 2
  }
}

extension JobRequest {
  /// Whether its last sheet comes out first, so that it lies at the bottom.
  public var isTurned: Bool { order == .lastOnTop }

  /// Whether the job begins with a slip that says what it is.
  public var hasSlip: Bool { items != nil && portion != .opening || isReprint }

  /// Sheets of paper of such a job, its slip among them.
  public func sheets(of pack: Pack, _ sides: Sides) -> Int {
    let parts = items ?? pack.printed.map { JobPart(item: $0) }
    return parts.reduce(hasSlip ? 1 : 0) { $0 + $1.sheets(of: pack, sides) }
  }
}

/// Where a job's pages go.
public enum Destination: String, Codable, Sendable {
  /// Out of a printer.
  case paper
  /// Into a file, which somebody may print.
  case file
}

/// One job at a pack: what it was to print, and how far it came.
public struct Job: Hashable, Sendable {
  /// How far a job came.
  public enum Stage: Int, Comparable, Sendable {
    case taken, composed, staging, staged, releasing, released, ended

    /// Orders stages by time.
    public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// The pack.
  public let pack: PackID
  /// The revision it prints.
  public let revision: Int
  /// The attempt: one number for each job of a pack, from 1.
  public let attempt: Int
  /// The printer.
  public let printer: String
  /// Where its pages go.
  public var destination: Destination
  /// What it prints.
  public let request: JobRequest

  /// How far it came.
  public private(set) var stage = Stage.taken
  /// Whether it may have been let go: before that nothing can have come out.
  public private(set) var isReleased = false
  /// Its id at the printer, once there is one.
  public private(set) var jobID: Int?
  /// IPP `time-at-processing`: changes when a server starts the job again.
  public private(set) var processingSince: Int?
  /// Whether it began while nobody watched, so that it may have begun before.
  public private(set) var isUnwatched = false
  /// Whether it was taken back before it was let go.
  public private(set) var isWithdrawn = false
  /// What was odd about it: any of it leaves the end to a person.
  public private(set) var oddities: [String] = []
  /// Impressions that the printer has counted.
  public private(set) var impressions: Int?
  /// Why the printer waits, while it does.
  public private(set) var blockedBy: [String] = []
  /// How it ended; nil until then.
  public private(set) var verdict: Verdict?
  /// What a person said of it.
  public private(set) var answer: TrayAnswer?
  /// The number under which a person is asked about it; given once, never to another question.
  public private(set) var question: Int?
  /// The last number that was ever given to a question of it.
  public private(set) var asked: Int?

  /// A job of which nothing is known but its intent.
  public init(
    pack: PackID, revision: Int = 1, attempt: Int, printer: String,
    destination: Destination = .paper, request: JobRequest = JobRequest()
  ) {
    self.pack = pack
    self.revision = revision
    self.attempt = attempt
    self.printer = printer
    self.destination = destination
    self.request = request
  }

  /// Takes in what happened; a question that arises by it gets the next number.
  public mutating func take(_ event: JobEvent, numbering next: inout Int) {
    let before = asks
    take(event)
    guard asks != before else { return }
    question = nil
    guard asks != nil else { return }
    question = next
    asked = next
    next += 1
  }

  /// Takes in a count that stands beside the events: it changes no question.
  public mutating func counted(_ count: Int) { impressions = max(impressions ?? 0, count) }

  private mutating func take(_ event: JobEvent) {
    if let reached = event.stage { stage = max(stage, reached) }
    if (.releasing..<Stage.ended).contains(stage) { isReleased = true }
    switch event {
    case .staged(let id): jobID = id
    case .progress(let count): impressions = max(impressions ?? 0, count)
    case .blocked(let reasons): blockedBy = reasons
    case .processing(let since):
      if since == nil { isUnwatched = true }
      processingSince = since ?? processingSince
      blockedBy = []
    case .unblocked: blockedBy = []
    case .odd(let what): oddities.append(what)
    case .withdrawn: isWithdrawn = true
    case .ended(let verdict, _):
      self.verdict = verdict
      blockedBy = []
    case .answered(let answer): self.answer = answer
    case .composed, .staging, .releasing, .released: break
    }
  }
}

extension JobEvent {
  /// How far a job has come when this happens to it.
  fileprivate var stage: Job.Stage? {
    switch self {
    case .composed: .composed
    case .staging: .staging
    case .staged: .staged
    case .releasing: .releasing
    case .released, .processing, .progress: .released
    case .ended: .ended
    case .blocked, .unblocked, .odd, .withdrawn, .answered: nil
    }
  }
}

extension Job {
  /// What is known of a job's pages.
  public enum Outcome: Hashable, Sendable {
    /// Nothing of it came out, or ever will: it never happened.
    case nothing
    /// It may come out now.
    case underway
    /// All came out; *proved* or *delivered*.
    case whole(Verdict)
    /// Whole up to this item, the rest not; nil if nothing is whole.
    case upTo(ItemID?)
    /// Only a person can tell.
    case unknown
  }

  /// What is known of the job's pages.
  ///
  /// Before `releasing` nothing can have come out; a job that failed after the printer counted sheets is
  /// not known to have left nothing behind.
  public var outcome: Outcome {
    switch answer {
    case .whole: return .whole(.proved)
    case .upTo(let item): return .upTo(item)
    case .nothing: return .upTo(nil)
    case .noEndSheet: return .unknown
    case nil: break
    }
    switch verdict {
    case .proved: return .whole(.proved)
    case .delivered: return .whole(.delivered)
    case .person: return .unknown
    case .failed: return (impressions ?? 0) > 0 ? .unknown : .nothing
    case nil: return stage < .releasing ? .nothing : .underway
    }
  }

  /// Sheets of paper of the job, its slip among them.
  public func sheets(of pack: Pack, _ sides: Sides) -> Int {
    request.sheets(of: pack, sides)
  }

  /// Its items in the order in which they come out; without its slip.
  public func parts(of pack: Pack) -> [JobPart] {
    request.isTurned ? pile(of: pack).reversed() : pile(of: pack)
  }

  /// Its items in the order in which they are to lie, the topmost first; without its slip.
  public func pile(of pack: Pack) -> [JobPart] {
    request.items ?? pack.printed.map { JobPart(item: $0) }
  }
}
