public import Exam

/// Which printer prints what, and when: a pure function of what is to be printed and of the printers.
///
/// It is no part of a plan: a plan says what is on paper, never where or when it is printed.
public enum Scheduler {
  /// Something that is to be printed in one go.
  public struct Load: Hashable, Sendable {
    /// The pack.
    public var pack: PackID
    /// Sides of paper that the printer has to print.
    public var impressions: Int
    /// IPP `media` where it is not the campaign's usual one.
    public var media: String?

    /// Makes a load.
    public init(pack: PackID, impressions: Int, media: String? = nil) {
      self.pack = pack
      self.impressions = impressions
      self.media = media
    }
  }

  /// A printer, as far as time is concerned.
  public struct Machine: Hashable, Sendable {
    /// Its name; nil for one that is not known yet.
    public var name: String?
    /// Pages a minute.
    public var ppm: Int
    /// Seconds from now until it is free.
    public var freeS: Int
    /// IPP `media` besides the usual one that it takes; nil for any.
    public var media: Set<String>?

    /// Makes a machine that is free now and takes everything.
    public init(name: String?, ppm: Int, freeS: Int = 0, media: Set<String>? = nil) {
      self.name = name
      self.ppm = ppm
      self.freeS = freeS
      self.media = media
    }

    fileprivate func takes(_ load: Load) -> Bool {
      guard let wanted = load.media, let media else { return true }
      return media.contains(wanted)
    }

    fileprivate func seconds(_ load: Load) -> Int {
      let ppm = max(1, ppm)
      return (load.impressions * 60 + ppm - 1) / ppm
    }
  }

  /// Where and when a pack is printed.
  public struct Slot: Hashable, Sendable {
    /// The pack.
    public var pack: PackID
    /// The printer; nil where no printer is known.
    public var printer: String?
    /// Seconds from now when its first sheet comes.
    public var startS: Int
    /// Seconds from now when its last sheet is out.
    public var readyS: Int
  }

  /// Pages a minute of a printer of which nothing is known.
  public static let usualPPM = 20
  /// Seconds from sending a pack until its first sheet comes.
  private static let overhead = 15

  /// Each load in turn goes to the machine that would finish it first; a load that none of them takes has
  /// no slot.
  public static func assign(_ loads: [Load], to machines: [Machine]) -> [Slot] {
    var free = machines.map(\.freeS)
    return loads.compactMap { load in
      let able = machines.indices.filter { machines[$0].takes(load) }
      let ends = able.map { (end: free[$0] + overhead + machines[$0].seconds(load), index: $0) }
      guard let best = ends.min(by: { ($0.end, $0.index) < ($1.end, $1.index) }) else { return nil }
      defer { free[best.index] = best.end }
      return Slot(
        pack: load.pack, printer: machines[best.index].name,
        startS: free[best.index] + overhead, readyS: best.end)
    }
  }
}

extension Plan {
  /// When each pack would be ready if printing began now, on these printers or on one that nobody named.
  public func schedule(on printers: [PrinterDescription]?) -> [PackID: Scheduler.Slot] {
    let named = (printers ?? []).map { Scheduler.Machine(name: $0.name, ppm: $0.ppm) }
    let machines =
      named.isEmpty ? [Scheduler.Machine(name: nil, ppm: Scheduler.usualPPM)] : named
    let loads = packs.map { pack in
      Scheduler.Load(
        pack: pack.id, impressions: sides == .one ? pack.sheets : pack.sheets * 2,
        media: pack.media)
    }
    return Dictionary(
      Scheduler.assign(loads, to: machines).map { ($0.pack, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
