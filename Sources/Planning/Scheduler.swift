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
  public static let usualPPM = PrinterDescription.usualPPM
  /// Seconds from sending a pack until its first sheet comes.
  private static let overhead = 15

  /// Loads go where they are ready first, each machine in their order; a load that none takes has no slot.
  ///
  /// Where they are few, they are dealt so that the last of them is ready as early as can be found in a moment;
  /// unless `isBettered`, they only go in turn.
  public static func assign(
    _ loads: [Load], to machines: [Machine], isBettered: Bool = true
  ) -> [Slot] {
    let seconds = loads.map { load in
      machines.map { $0.takes(load) ? overhead + $0.seconds(load) : nil }
    }
    let taken = loads.indices.filter { seconds[$0].contains { $0 != nil } }
    let times = taken.map { seconds[$0] }
    let free = machines.map(\.freeS)
    let places = isBettered ? dealt(times, free) : turns(times, free)
    var ends = free
    return zip(taken, places).map { load, machine in
      let start = ends[machine]
      ends[machine] += seconds[load][machine] ?? 0
      return Slot(
        pack: loads[load].pack, printer: machines[machine].name, startS: start + overhead,
        readyS: ends[machine])
    }
  }

  /// How often a deal is shaken to find a better one: less often where looking at one takes longer.
  private static func shakes(_ loads: Int, _ machines: Int) -> Int {
    max(1, min(100, 16_000 / (loads * machines)))
  }

  /// A deal that gains less than this share is no reason to leave the order of the rooms.
  private static let gain = 0.005

  /// The machine of each load, where it is ready first.
  private static func turns(_ times: [[Int?]], _ free: [Int]) -> [Int] {
    var ends = free
    return times.map { own in
      let able = own.indices.filter { own[$0] != nil }
      let best = able.min { (ends[$0] + (own[$0] ?? 0), $0) < (ends[$1] + (own[$1] ?? 0), $1) }
      let place = best ?? 0
      ends[place] += own[place] ?? 0
      return place
    }
  }

  /// The machine of each load.
  private static func dealt(_ times: [[Int?]], _ free: [Int]) -> [Int] {
    let places = turns(times, free)
    guard free.count > 1, (2...ScheduleBettering.most).contains(times.count) else { return places }
    let inTurn = ScheduleBettering(seconds: times, free: free, places: places)
    let bound = bound(times, free)
    var best = inTurn.longestFirst()
    for start in [inTurn, best] {
      var tried = start
      tried.better()
      if tried.end < best.end { best = tried }
    }
    for number in 1...shakes(times.count, free.count)
    where Double(best.end) > Double(bound) * (1 + gain) {
      var tried = number % 4 == 0 ? inTurn : best
      tried.shake(number)
      tried.better()
      if tried.end < best.end { best = tried }
    }
    return Double(best.end) < Double(inTurn.end) * (1 - gain) ? best.places : places
  }

  /// No deal is ready earlier: all work shared out in drops, and the longest load where it is ready first.
  private static func bound(_ times: [[Int?]], _ free: [Int]) -> Int {
    let longest = times.map { own in
      own.indices.compactMap { place in own[place].map { $0 + free[place] } }.min() ?? 0
    }
    let least = times.map { Double(max(1, $0.compactMap(\.self).min() ?? 1)) }
    // How many times longer a machine takes than the fastest does, at least.
    let slowness = free.indices.map { place in
      zip(times, least).compactMap { own, least in own[place].map { Double($0) / least } }.min()
        ?? .infinity
    }
    var (work, speed, end) = (least.reduce(0, +), 0.0, Double.infinity)
    for place in free.indices.sorted(by: { free[$0] < free[$1] }) where slowness[place].isFinite {
      guard Double(free[place]) < end else { break }
      work += Double(free[place]) / slowness[place]
      speed += 1 / slowness[place]
      end = work / speed
    }
    return max(longest.max() ?? 0, end.isFinite ? Int(end) : 0)
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
