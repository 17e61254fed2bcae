public import Exam

/// How long the packs of a plan take on the printers that are there, and what would change that.
///
/// All times are seconds from the start of printing.
public struct Timetable: Sendable {
  /// A printer whose tray does not hold all that it prints.
  public struct Refill: Hashable, Sendable {
    /// The printer.
    public var printer: String
    /// How often paper is put in while it prints.
    public var count: Int
    /// When the tray is empty for the first time.
    public var firstS: Int
  }

  /// Packs that are larger than a printer's output bin.
  public struct Overfull: Hashable, Sendable {
    /// The printer.
    public var printer: String
    /// Sheets that its bin holds.
    public var output: Int
    /// What people call the packs.
    public var packs: [String]
  }

  /// A morning on which a printer fails before it has printed anything.
  public struct Failure: Hashable, Sendable {
    /// The printer.
    public var printer: String
    /// When the last pack is ready on the others; nil where they cannot print everything.
    public var readyS: Int?
  }

  /// Where and when each pack is printed.
  public let slots: [PackID: Scheduler.Slot]
  /// When the last pack is ready.
  public let readyS: Int
  /// Printers to put paper into.
  public let refills: [Refill]
  /// Bins that people have to empty while a pack prints.
  public let overfull: [Overfull]
  /// What happens if one printer fails; empty where there is only one.
  public let failures: [Failure]
  /// When the last pack would be ready with one more printer of the usual speed.
  public let withOneMoreS: Int

  /// Plans the morning.
  public init(_ plan: Plan, on printers: [PrinterDescription]?) {
    let named = printers ?? []
    let slots = plan.schedule(on: printers)
    self.slots = slots
    readyS = Self.end(slots)
    refills = named.compactMap { Self.refill($0, plan, slots) }
    overfull = named.compactMap { Self.overfull($0, plan, slots) }
    failures =
      named.count < 2
      ? []
      : named.map { broken in
        let left = plan.schedule(on: named.filter { $0.name != broken.name })
        return Failure(
          printer: broken.name, readyS: left.count == plan.packs.count ? Self.end(left) : nil)
      }
    let usual = PrinterDescription(name: "", address: .queue(""), ppm: Scheduler.usualPPM)
    withOneMoreS = Self.end(plan.schedule(on: (named.isEmpty ? [usual] : named) + [usual]))
  }

  /// The latest start with which the packs are at the doors in time; nil where no start would do.
  public static func latestStart(for ready: ClockTime, seconds: Int) -> ClockTime? {
    let minutes = ready.minutes - (seconds + 59) / 60
    return minutes < 0 ? nil : ClockTime(minutes: minutes)
  }

  private static func end(_ slots: [PackID: Scheduler.Slot]) -> Int {
    slots.values.map(\.readyS).max() ?? 0
  }

  private static func packs(
    of printer: PrinterDescription, _ plan: Plan, _ slots: [PackID: Scheduler.Slot]
  ) -> [(pack: Pack, slot: Scheduler.Slot)] {
    plan.packs.compactMap { pack in
      slots[pack.id].flatMap { $0.printer == printer.name ? (pack, $0) : nil }
    }.sorted { $0.slot.startS < $1.slot.startS }
  }

  private static func refill(
    _ printer: PrinterDescription, _ plan: Plan, _ slots: [PackID: Scheduler.Slot]
  ) -> Refill? {
    guard let tray = printer.tray, tray > 0 else { return nil }
    var printed = 0
    var first: Int?
    for (pack, slot) in packs(of: printer, plan, slots) {
      if first == nil, printed + pack.sheets > tray {
        let share = (tray - printed) * (slot.readyS - slot.startS) / max(1, pack.sheets)
        first = slot.startS + share
      }
      printed += pack.sheets
    }
    return first.map {
      Refill(printer: printer.name, count: (printed + tray - 1) / tray - 1, firstS: $0)
    }
  }

  private static func overfull(
    _ printer: PrinterDescription, _ plan: Plan, _ slots: [PackID: Scheduler.Slot]
  ) -> Overfull? {
    guard let output = printer.output else { return nil }
    let large = packs(of: printer, plan, slots).filter { $0.pack.sheets > output }
    return large.isEmpty
      ? nil : Overfull(printer: printer.name, output: output, packs: large.map(\.pack.label))
  }
}
