import Exam
import Planning

/// What is begun next, and where.
extension Run {
  func isInRun(_ printer: String) -> Bool {
    printers.first { $0.name == printer }?.isInRun ?? false
  }

  /// Whether a person gave the pack to another printer while its pages were being laid out.
  func isRerouted(_ pack: RunPack, from printer: String) -> Bool {
    pack.bound.map { $0 != printer } ?? false
  }

  /// Whether some printer of this run could take the pack, now or later.
  func canEverGo(_ pack: RunPack) -> Bool {
    printers.contains { $0.isInRun && canGo(pack, to: $0) }
  }

  private func canGo(_ pack: RunPack, to printer: RunPrinter) -> Bool {
    guard printer.takes(pack.pack) else { return false }
    if let bound = pack.bound { return bound == printer.name }
    return !pack.failedOn.contains(printer.name)
  }

  /// Moves every printer on as far as it goes.
  mutating func dispatch() {
    callReserve()
    var slots: [Scheduler.Slot]?
    for index in printers.indices {
      while advance(printers[index], &slots) {}
    }
    let isAwaited = printers.contains { $0.fullSince.map { now - $0 < Patience.taking } ?? false }
    let isIdle =
      composing.isEmpty && !isAwaited && open.values.allSatisfy { $0.isGivenUp(now) }
    idleSince = isIdle ? idleSince ?? now : nil
  }

  /// One step of a printer; false if there is none.
  private mutating func advance(_ printer: RunPrinter, _ slots: inout [Scheduler.Slot]?) -> Bool {
    guard !isHalted, printer.isInRun, printer.health == .well, printer.fullSince == nil,
      isCalled(printer)
    else { return false }
    let jobs = open.values.filter { $0.printer == printer.name }
    let isFree = !jobs.contains(where: \.isFront)
    if let back = jobs.first(where: { !$0.isFront }) {
      switch back.phase {
      case .composed where isFree || printer.stagesAhead && printer.isReady:
        enter(.staging, back.key)
        tell(back.key, .staging)
        out.append(.stage(back.key))
      case .staged where isFree:
        enter(.releasing, back.key)
        tell(back.key, .releasing)
        out.append(.release(back.key))
      default: return false
      }
      return true
    }
    guard printer.isReady, composing[printer.name] == nil, !waiting.isEmpty,
      !jobs.contains(where: isPortion)
    else { return false }
    return begin(on: printer, &slots)
  }

  private mutating func begin(on printer: RunPrinter, _ slots: inout [Scheduler.Slot]?) -> Bool {
    guard let (id, next) = choose(printer, &slots),
      let order = packs[id].flatMap({ order(of: $0, on: printer) })
    else { return false }
    composing[printer.name] = id
    packs[id]?.isComposing = true
    packs[id]?.isTouched = true
    packs[id]?.result = Result()
    out.append(.compose(id, order, on: printer.name, next: next))
    listWaiting()
    return true
  }

  /// What a printer gets of a pack: as much as its bin holds, in the order in which it stacks.
  func order(of pack: RunPack, on printer: RunPrinter?) -> JobOrder? {
    guard let printer, let order = pack.order?.turned(for: printer.order) else {
      return pack.order
    }
    return pack.isGiven ? order : order.portion(of: pack.pack, sides, bin: printer.bin)
  }

  /// Whether more of its pack follows: then nothing else lies between.
  private func isPortion(_ job: OpenJob) -> Bool { self.job(job.key)?.request.portion != nil }

  /// The next pack of a printer, and the one that is to follow.
  private func choose(
    _ printer: RunPrinter, _ slots: inout [Scheduler.Slot]?
  ) -> (PackID, next: PackID?)? {
    let apart = waiting.lazy.filter(\.isApart).compactMap { packs[$0.load.pack] }
    if let first = apart.first(where: { canGo($0, to: printer) }) { return (first.pack.id, nil) }
    let assigned = slots ?? assign(for: printer)
    let mine = assigned.filter { $0.printer == printer.name }.sorted { $0.startS < $1.startS }
    slots = assigned.filter { $0.pack != mine.first?.pack }
    guard let first = mine.first else { return nil }
    let isLarge = packs[first.pack]?.pack.media != nil
    let next = mine.dropFirst().first { packs[$0.pack]?.pack.media == nil }
    return (first.pack, isLarge ? nil : next?.pack)
  }

  /// Where packs would go: a few for each printer, all of them where that gives this one nothing.
  private func assign(for printer: RunPrinter) -> [Scheduler.Slot] {
    let machines = printers.filter { $0.isReady && isCalled($0) }.map {
      Scheduler.Machine(name: $0.name, ppm: $0.speed, freeS: secondsLeft(on: $0), media: $0.media)
    }
    let loads = waiting.filter { !$0.isApart }.map(\.load)
    let some = Scheduler.assign(Array(loads.prefix(machines.count * 4)), to: machines)
    if some.contains(where: { $0.printer == printer.name }) { return some }
    return Scheduler.assign(loads, to: machines)
  }

  /// Whether a printer takes part: one that is kept in reserve only where the others are not enough.
  func isCalled(_ printer: RunPrinter) -> Bool { !printer.isReserve || isReserveCalled }

  /// The reserve helps where another printer is out, where none else takes a pack, or time would run out.
  mutating func callReserve() {
    guard !isReserveCalled, !isHalted, !waiting.isEmpty else { return }
    guard let reserve = printers.first(where: { $0.isReserve && $0.isReady }) else { return }
    let regulars = printers.filter { !$0.isReserve }
    let isOneOut = regulars.contains { !$0.isInRun || $0.health != .well || isStuck($0) }
    let isTakenByNone = waiting.contains { waiting in
      packs[waiting.load.pack].map { pack in !regulars.contains { canGo(pack, to: $0) } } ?? false
    }
    guard isOneOut || isTakenByNone || isLate(on: regulars) else { return }
    isReserveCalled = true
    out.append(.say(.reserveCalled(printer: reserve.name)))
  }

  private func isStuck(_ printer: RunPrinter) -> Bool {
    printer.blockedSince.map { now - $0 >= Patience.blocked } ?? false
  }

  /// Whether these printers would not be done when the packs are needed.
  private func isLate(on printers: [RunPrinter]) -> Bool {
    guard let readyAt else { return false }
    let machines = printers.filter(\.isReady).map {
      Scheduler.Machine(name: $0.name, ppm: $0.speed, freeS: secondsLeft(on: $0), media: $0.media)
    }
    let slots = Scheduler.assign(waiting.map(\.load), to: machines, isBettered: false)
    return slots.contains { now + Double($0.readyS) > readyAt }
  }

  /// Seconds until what a printer has is out.
  func secondsLeft(on printer: RunPrinter) -> Int {
    let jobs = open.values.filter { $0.printer == printer.name }
    let pages = jobs.reduce(0) { $0 + max(0, $1.pages - $1.life.counted) }
    let coming = composing[printer.name].flatMap { packs[$0] }
    return (pages + (coming?.load?.impressions ?? 0)) * 60 / printer.speed
  }
}
