public import Planning

/// Whether a printer can print now.
public enum PrinterHealth: Hashable, Sendable {
  /// It can.
  case well
  /// It cannot: `unreachable`, `paused`, `stopped`, or what else IPP `printer-state-reasons` says.
  case ill([String])
}

/// A printer as a run knows it.
public struct RunPrinter: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Where its pages go.
  public let destination: Destination
  /// Pages a minute.
  public let ppm: Int
  /// Whether a job may lie staged behind one that is printing.
  public let stagesAhead: Bool
  /// IPP `media` besides the usual one that it takes; nil for any.
  public internal(set) var media: Set<String>?
  /// Whether its own count of a job can be had.
  public internal(set) var counting: Counting
  /// Whether it can print now.
  public internal(set) var health: PrinterHealth

  /// The last jobs in a row that went wrong.
  var misses = 0
  /// Nothing more is begun on it, by a person's word.
  var isStopped = false
  /// How often in a row it was silent.
  var silences = 0
  /// Since when its job has been blocked, and when that was last said.
  var blockedSince: Double?
  var blockedSaid: Double?

  /// Describes a printer.
  public init(
    name: String, destination: Destination = .paper, ppm: Int = Scheduler.usualPPM,
    stagesAhead: Bool, media: Set<String>? = nil, counting: Counting, health: PrinterHealth = .well
  ) {
    self.name = name
    self.destination = destination
    self.ppm = ppm
    self.stagesAhead = stagesAhead
    self.media = media
    self.counting = counting
    self.health = health
  }

  /// Two jobs in a row went wrong: it gets nothing more.
  var isAside: Bool { misses >= 2 }
  /// Whether it may get anything in this run.
  var isInRun: Bool { !isAside && !isStopped }
  /// Whether it may get something now.
  var isReady: Bool { isInRun && health == .well && blockedSince == nil }

  func takes(_ pack: Pack) -> Bool {
    guard let wanted = pack.media, let media else { return true }
    return media.contains(wanted)
  }
}
