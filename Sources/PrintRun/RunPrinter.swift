public import Exam
public import Planning

/// Whether a printer can print now.
public enum PrinterHealth: Hashable, Sendable {
  /// It can.
  case well
  /// It cannot: `unreachable`, `paused`, `stopped`, or what else IPP `printer-state-reasons` says.
  case ill([String])
}

extension PrinterHealth {
  /// Whether the printer itself says that its bin is full.
  var isFull: Bool {
    guard case .ill(let reasons) = self else { return false }
    return reasons.contains("output-area-full") || reasons.contains("output-tray-full")
  }
}

/// A printer as a run knows it.
public struct RunPrinter: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Where its pages go.
  public let destination: Destination
  /// Pages a minute.
  public let ppm: Int
  /// Sheets that its tray holds, where that is known.
  public let tray: Int?
  /// Sheets that its bin holds; nil where that is not known, or more than any pack has.
  public let bin: Int?
  /// Whether a job may lie staged behind one that is printing.
  public let stagesAhead: Bool
  /// IPP `media` besides the usual one that it takes; nil for any.
  public internal(set) var media: Set<String>?
  /// Whether its own count of a job can be had.
  public internal(set) var counting: Counting
  /// Whether somebody has seen that what it counts is not what comes out.
  public let isLiar: Bool
  /// Which sheet lies on top: jobs are turned so that the first does.
  public let order: SheetOrder
  /// Whether it prints only when the others are not enough.
  public let isReserve: Bool
  /// Whether it can print now.
  public internal(set) var health: PrinterHealth

  /// Pages a minute as it was seen to print; nil until then.
  var measured: Int?
  /// The last jobs in a row that went wrong.
  var misses = 0
  /// Nothing more is begun on it, by a person's word.
  var isStopped = false
  /// How often in a row it was silent.
  var silences = 0
  /// Since when it has been as it is.
  var healthSince: Double?
  /// Since when a part of a pack lies in its bin, and has to be taken out before the next.
  var fullSince: Double?
  /// Since when its job has been blocked, and when that was last said.
  var blockedSince: Double?
  var blockedSaid: Double?

  /// Describes a printer.
  public init(
    name: String, destination: Destination = .paper, ppm: Int = Scheduler.usualPPM,
    tray: Int? = nil, bin: Int? = nil, stagesAhead: Bool, media: Set<String>? = nil,
    counting: Counting,
    health: PrinterHealth = .well,
    isLiar: Bool = false, order: SheetOrder = .firstOnTop, isReserve: Bool = false
  ) {
    self.name = name
    self.destination = destination
    self.ppm = ppm
    self.tray = tray
    self.bin = bin
    self.stagesAhead = stagesAhead
    self.media = media
    self.counting = isLiar ? .never : counting
    self.isLiar = isLiar
    self.order = order
    self.isReserve = isReserve
    self.health = health
  }

  /// Pages a minute, as it was seen to print, else as people say.
  var speed: Int { max(1, measured ?? ppm) }

  /// Two jobs in a row went wrong: it gets nothing more.
  var isAside: Bool { misses >= 2 }
  /// Whether it may get anything in this run.
  var isInRun: Bool { !isAside && !isStopped }
  /// Whether it may get something now.
  var isReady: Bool { isInRun && health == .well && blockedSince == nil && fullSince == nil }

  func takes(_ pack: Pack) -> Bool {
    guard let wanted = pack.media, let media else { return true }
    return media.contains(wanted)
  }
}

/// How fast a job comes out, by its printer's count.
struct Pace: Hashable, Sendable {
  /// Pages and seconds over which a speed can be told.
  private static let enough = (pages: 4, seconds: 8.0)

  private struct Mark: Hashable {
    let count: Int
    let at: Double
  }

  private var first: Mark?
  private var last = 0

  /// Pages a minute; nil while too little is out.
  private(set) var perMinute: Int?

  /// Takes a count in; time in which the printer waits for somebody, or has only taken the job, is left out.
  mutating func take(_ count: Int, isBlocked: Bool, at time: Double) {
    guard !isBlocked, count > 1 else { return first = nil }
    guard let begin = first else {
      first = Mark(count: count, at: time)
      return
    }
    let (pages, seconds) = (count - begin.count, time - begin.at)
    guard pages >= Self.enough.pages, seconds >= Self.enough.seconds, count != last else {
      return
    }
    last = count
    perMinute = max(1, Int((Double(pages) * 60 / seconds).rounded()))
  }
}
