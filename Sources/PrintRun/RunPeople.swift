import Exam
import Planning

/// What people ask of a run, and what printers and time do to it.
extension Run {
  mutating func stop(_ printer: String?, _ isNow: Bool) {
    if let printer {
      guard let index = printers.firstIndex(where: { $0.name == printer }) else {
        return out.append(.say(.noSuchPrinter(printer)))
      }
      printers[index].isStopped = true
      for id in packs.keys where packs[id]?.bound == printer { packs[id]?.bound = nil }
    } else {
      isStopped = true
    }
    listWaiting()
    out.append(.say(.stopping(printer: printer, now: isNow)))
    halt(where: { printer == nil || $0.printer == printer }, isNow: isNow)
  }

  /// Takes back what is not let go; `isNow` cancels what is.
  mutating func halt(where isMeant: (OpenJob) -> Bool, isNow: Bool) {
    for key in open.values.filter(isMeant).map(\.key).sorted() {
      withdraw(key)
      guard isNow, let job = open[key], job.isFront, job.withdrawnAt == nil else { continue }
      open[key]?.withdrawnAt = now
      open[key]?.life.withdrawn()
      if job.phase != .finding { out.append(.cancel(key)) }
    }
  }

  mutating func send(_ ids: [PackID], to name: String) {
    guard let index = printers.firstIndex(where: { $0.name == name }) else {
      return out.append(.say(.noSuchPrinter(name)))
    }
    printers[index].misses = 0
    printers[index].isStopped = false
    var moved: [PackID] = []
    for id in ids {
      guard canMove(id, to: printers[index]) else {
        out.append(.say(.notMoved(id, to: name)))
        continue
      }
      moved.append(id)
      packs[id]?.bound = name
      packs[id]?.failedOn.remove(name)
      if let key = packs[id]?.openJob, open[key]?.printer != name {
        withdraw(key, because: "sent to \(name)")
      }
    }
    listWaiting()
    if !moved.isEmpty { out.append(.say(.moved(moved, to: name))) }
  }

  /// What has not been let go may go elsewhere.
  private func canMove(_ id: PackID, to printer: RunPrinter) -> Bool {
    guard let pack = packs[id], pack.isWanted, !pack.isSettled, printer.takes(pack.pack) else {
      return false
    }
    if let key = pack.openJob { return open[key].map { !$0.isFront } ?? false }
    return pack.order != nil
  }

  /// Whether nothing but what is let go is under way, so that another revision can be taken.
  public var isReadyToRevise: Bool {
    isRevising && composing.isEmpty
      && open.values.allSatisfy { $0.phase == .printing || $0.phase == .finding }
  }

  mutating func revising() {
    guard !isRevising else { return }
    isRevising = true
    out.append(.say(.revising))
    for key in open.keys.sorted() { withdraw(key, because: "the plan is revised") }
  }

  /// Goes on with what is wanted now; what is let go ends under its own revision.
  mutating func revised(_ start: Start?) {
    isRevising = false
    defer { listWaiting() }
    guard let start else { return }
    sides = start.sides
    order = start.wanted
    let wanted = Set(start.wanted)
    let jobs = Dictionary(grouping: start.jobs, by: \.pack)
    let planned = Set(start.packs.map(\.pack.id))
    for printer in start.printers {
      guard let index = printers.firstIndex(where: { $0.name == printer.name }) else { continue }
      printers[index].media = printer.media
    }
    for id in packs.keys where !planned.contains(id) { packs[id]?.drop() }
    for history in start.packs {
      let id = history.pack.id
      let leaving = start.leaving[id] ?? []
      packs[id]?.revise(
        history, isWanted: wanted.contains(id), given: start.given[id], leaving: leaving,
        sides: sides)
      guard packs[id] == nil else { continue }
      packs[id] = RunPack(
        history, jobs: jobs[id] ?? [], isWanted: wanted.contains(id), given: start.given[id],
        leaving: leaving, sides: sides)
    }
  }

  mutating func answered(_ key: JobKey, _ answer: TrayAnswer) {
    record(key, .answered(answer))
    packs[key.pack]?.isSettled = false
    listWaiting()
    guard let job = packs[key.pack]?.jobs.first(where: { $0.key == key }),
      let index = printers.firstIndex(where: { $0.name == job.printer })
    else { return }
    // Somebody has looked at the printer.
    printers[index].misses = 0
  }

  /// What lay in a bin has been taken out.
  mutating func taken(_ printer: String?) {
    for index in printers.indices where printer == nil || printers[index].name == printer {
      printers[index].fullSince = nil
    }
  }

  mutating func saw(_ name: String, _ health: PrinterHealth, _ counting: Counting) {
    guard let index = printers.firstIndex(where: { $0.name == name }) else { return }
    if counting != .unknown, !printers[index].isLiar { printers[index].counting = counting }
    let isSilent = health == .ill(["unreachable"])
    printers[index].silences = isSilent ? printers[index].silences + 1 : 0
    // One look may fail.
    if isSilent, printers[index].silences < 2, printers[index].health == .well { return }
    guard printers[index].health != health else { return }
    let wasFull = printers[index].health.isFull
    printers[index].health = health
    printers[index].healthSince = now
    switch health {
    case .well:
      // A sensor has seen that the bin is empty.
      if wasFull { printers[index].fullSince = nil }
      out.append(.say(.well(printer: name)))
    case .ill(let reasons):
      // Of a job that it prints it is said in the job's own line.
      if !open.values.contains(where: { $0.printer == name && $0.phase == .printing }) {
        out.append(.say(.ill(printer: name, reasons: reasons)))
      }
      takeBack(from: name, because: "the printer is gone", unlessAlone: true)
    }
  }

  /// Frees packs that wait at a printer; `unlessAlone` only if another could take them.
  mutating func takeBack(from name: String, because detail: String, unlessAlone: Bool = false) {
    for job in open.values.sorted(by: { $0.key < $1.key }) where job.printer == name {
      let others = printers.contains {
        $0.name != name && $0.isReady && packs[job.key.pack].map(\.pack).map($0.takes) == true
      }
      if others || !unlessAlone, packs[job.key.pack]?.bound != name {
        withdraw(job.key, because: detail)
      }
    }
  }

  func isSilent(_ printer: String) -> Bool {
    printers.first { $0.name == printer }?.health == .ill(["unreachable"])
  }

  mutating func tick() {
    for job in open.values.sorted(by: { $0.key < $1.key }) {
      if let withdrawnAt = job.withdrawnAt, now - withdrawnAt >= Patience.farewell {
        // A printer that is still taking the job in is waited for: its connection is closed by now.
        if job.phase == .printing || job.phase == .finding {
          let (verdict, detail) = job.life.verdict
          close(job.key, verdict == .failed ? .person : verdict, detail)
        }
      }
    }
    sayStuck()
  }

  /// Keeps in mind which printers wait for somebody in the middle of a job.
  mutating func noteBlocked() {
    for index in printers.indices {
      let name = printers[index].name
      let isBlocked = open.values.contains {
        $0.printer == name && $0.phase == .printing && $0.life.isBlocked
      }
      if !isBlocked {
        printers[index].blockedSince = nil
        printers[index].blockedSaid = nil
      } else if printers[index].blockedSince == nil {
        printers[index].blockedSince = now
      }
    }
  }

  /// What waits for somebody is said again and again; after a while the packs behind it go elsewhere.
  private mutating func sayStuck() {
    sayFull()
    for index in printers.indices {
      guard let since = printers[index].blockedSince else { continue }
      let name = printers[index].name
      if now - (printers[index].blockedSaid ?? since) >= Patience.reminder {
        printers[index].blockedSaid = now
        let reasons = open.values.first { $0.printer == name && $0.life.isBlocked }?.life.blockedBy
        out.append(.say(.waits(printer: name, reasons: reasons ?? [], seconds: Int(now - since))))
      }
      guard now - since >= Patience.blocked, printers.contains(where: \.isReady) else { continue }
      let packs = open.values.filter { $0.printer == name && !$0.isFront }.map(\.key.pack)
        .filter { self.packs[$0]?.bound != name }
      guard !packs.isEmpty else { continue }
      out.append(.say(.freed(printer: name, packs: packs.sorted())))
      takeBack(from: name, because: "the printer waits for somebody", unlessAlone: true)
    }
  }

  private mutating func sayFull() {
    for index in printers.indices where printers[index].fullSince != nil {
      let name = printers[index].name
      guard now - (printers[index].blockedSaid ?? now) >= Patience.reminder,
        let pack = packs.values.first(where: { $0.bound == name && $0.waiting != nil })
      else { continue }
      printers[index].blockedSaid = now
      out.append(.say(.full(printer: name, pack: pack.pack.id)))
    }
  }
}
