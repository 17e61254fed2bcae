public import Exam
public import Planning

extension Run {
  /// A run at one moment, as somebody watches it; seconds are counted from that moment.
  public struct View: Sendable {
    /// The reason of a printer whose bin has to be emptied before more of a pack comes.
    public static let untaken = "bin-untaken"

    /// Sheets that the tray of an office printer holds.
    fileprivate static let usualTray = 250

    /// A printer, and what it does.
    public struct Machine: Hashable, Sendable {
      /// Its name.
      public let name: String
      /// Where its pages go.
      public let destination: Destination
      /// What comes out of it now.
      public let job: Printing?
      /// Why it prints nothing, or waits in the middle: IPP `printer-state-reasons`.
      public let reasons: [String]
      /// Seconds for which that has been so.
      public let waitsS: Int?
      /// Pages a minute as it was seen to print; nil until then.
      public let measured: Int?
      /// The pack that comes next.
      public let next: PackID?
      /// Sheets to load where it wants paper: what it has still to print, as far as its tray holds it.
      public let toLoad: Int
      /// Why it gets nothing more, if so.
      public let leave: Leave?
    }

    /// Why a printer gets nothing more in this run.
    public enum Leave: Hashable, Sendable {
      /// Two jobs in a row went wrong on it.
      case aside
      /// By a person's word.
      case stopped
      /// The others are enough so far.
      case reserve
    }

    /// A job that comes out now.
    public struct Printing: Hashable, Sendable {
      /// Its pack.
      public let pack: PackID
      /// Sheets that are out.
      public let out: Int
      /// All its sheets.
      public let sheets: Int
      /// Seconds until the last is out.
      public let leftS: Int
    }

    /// The printers, in their order.
    public let machines: [Machine]
    /// Sheets that are out and good, or come out now.
    public let out: Int
    /// Sheets of all that is to be printed.
    public let sheets: Int
    /// Seconds until the last of them is out; nil where something has no printer.
    public let leftS: Int?
    /// The packs that are to be printed, and where they stand, in order.
    public let packs: [(id: PackID, state: PackState)]
    /// Packs that are not begun, where and when they would be printed.
    public let coming: [Scheduler.Slot]
    /// What people are asked, by number.
    public let questions: [Question]
    /// Whether nothing more is begun.
    public let isStopped: Bool
  }

  /// How the run is now.
  public var view: View {
    let coming = upcoming
    let machines = printers.map { machine($0, coming) }
    let wanted = order.compactMap { packs[$0] }
    let isHomeless = !isHalted && coming.count < waiting.count
    let last = coming.map(\.readyS) + printers.map(secondsLeft)
    return View(
      machines: machines, out: wanted.reduce(0) { $0 + out(of: $1) },
      sheets: wanted.reduce(0) { $0 + total(of: $1) }, leftS: isHomeless ? nil : last.max() ?? 0,
      packs: wanted.map { ($0.pack.id, state(of: $0)) }, coming: coming, questions: questions,
      isStopped: isStopped)
  }

  /// Where packs that are not begun would go; in haste: the run itself takes its time for that.
  private var upcoming: [Scheduler.Slot] {
    guard !isHalted else { return [] }
    let called = printers.filter { $0.isInRun && $0.health == .well && isCalled($0) }
    // One that waits for somebody goes on as soon as they have come.
    let ready = called.filter(\.isReady)
    let machines = (ready.isEmpty ? called : ready).map {
      Scheduler.Machine(name: $0.name, ppm: $0.speed, freeS: secondsLeft(on: $0), media: $0.media)
    }
    return Scheduler.assign(waiting.map(\.load), to: machines, isBettered: false)
  }

  private func machine(_ printer: RunPrinter, _ coming: [Scheduler.Slot]) -> View.Machine {
    let jobs = open.values.filter { $0.printer == printer.name }
    let front = jobs.first(where: \.isFront)
    let blocked = front.map { $0.phase == .printing ? $0.life.blockedBy : [] } ?? []
    let isFull = front == nil && printer.fullSince != nil
    let since =
      isFull ? printer.fullSince : blocked.isEmpty ? printer.healthSince : printer.blockedSince
    let ill: [String] = if case .ill(let reasons) = printer.health { reasons } else { [] }
    let reasons = isFull ? [View.untaken] : blocked.isEmpty ? ill : blocked
    return View.Machine(
      name: printer.name, destination: printer.destination, job: front.map(printing),
      reasons: reasons, waitsS: reasons.isEmpty ? nil : since.map { Int(now - $0) },
      measured: printer.measured, next: next(on: printer, jobs, coming),
      toLoad: min(
        printer.tray ?? View.usualTray,
        sheets(jobs.reduce(0) { $0 + max(0, $1.pages - $1.life.counted) })),
      leave: leave(printer))
  }

  private func leave(_ printer: RunPrinter) -> View.Leave? {
    if printer.isStopped { return .stopped }
    if printer.isAside { return .aside }
    return isCalled(printer) ? nil : .reserve
  }

  private func printing(_ job: OpenJob) -> View.Printing {
    let speed = printers.first { $0.name == job.printer }?.speed ?? Scheduler.usualPPM
    let left = max(0, job.pages - job.life.counted)
    return View.Printing(
      pack: job.key.pack, out: sheets(job.life.counted), sheets: sheets(job.pages),
      leftS: left * 60 / speed)
  }

  /// What lies behind the job that comes out, else what is laid out, else what would go there first.
  private func next(
    on printer: RunPrinter, _ jobs: [OpenJob], _ coming: [Scheduler.Slot]
  ) -> PackID? {
    if let back = jobs.first(where: { !$0.isFront }) { return back.key.pack }
    if let pack = composing[printer.name] { return pack }
    return coming.filter { $0.printer == printer.name }.min { $0.startS < $1.startS }?.pack
  }

  private func sheets(_ pages: Int) -> Int { sides == .one ? pages : (pages + 1) / 2 }

  private func job(_ pack: RunPack) -> OpenJob? { pack.openJob.flatMap { open[$0] } }

  /// Sheets of a pack: of all of it, or of what is printed of it once more.
  private func total(of pack: RunPack) -> Int {
    guard pack.isGiven else { return pack.pack.sheets }
    return job(pack).map { sheets($0.pages) } ?? pack.order?.sheets(of: pack.pack, sides)
      ?? pack.givenSheets
  }

  private func out(of pack: RunPack) -> Int {
    let now = job(pack).map { $0.isFront ? sheets($0.life.counted) : 0 } ?? 0
    guard !pack.isGiven else {
      let isDone = pack.result.verdict == .proved || pack.result.verdict == .delivered
      return isDone ? pack.givenSheets : now
    }
    return min(pack.pack.sheets, pack.sheetsGood + now)
  }

  private func state(of pack: RunPack) -> PackState {
    guard let job = job(pack) else { return pack.state }
    return job.isFront ? .printing : .staged
  }
}
