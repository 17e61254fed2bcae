import Exam
import Planning
import PrintRun

/// Printers in virtual time that lie as real ones were seen to lie; what really came out is known here only.
struct Fleet {
  /// How a printer is reached, and what it says of what it does.
  enum Kind: CaseIterable {
    /// A queue that hands files on to a printer that counts.
    case counting
    /// The same before a printer that reports no counts.
    case countless
    /// A driver's queue: the filter counts, the printer says nothing.
    case driver
    /// Addressed by IPP itself.
    case direct
  }

  /// A job inside a printer.
  struct DeviceJob {
    let key: JobKey
    let pages: Int
    /// Pages that are out.
    var out = 0
    /// IPP `job-state`.
    var state = 5
    var endedAt = 0.0
  }

  /// A job as its server knows it.
  struct ServerJob {
    let pages: Int
    let id: Int
    /// IPP `job-state`.
    var state = 4
    var since = 0
    var impressions = 0
    var documents = 1
    var reasons: [String] = []
    /// Its place among the device's jobs, once it is there.
    var device: Int?
  }

  /// A printer with its queue.
  struct Device {
    let name: String
    let kind: Kind
    var isOn = true
    var hasPaper = true
    var jobs: [DeviceJob] = []
    var server: [JobKey: ServerJob] = [:]
    var nextID = 1

    var isQueue: Bool { kind != .direct }
    var counts: Bool { kind == .counting || kind == .direct }
    /// The jobs in an order that a seed repeats.
    var ordered: [(JobKey, ServerJob)] { server.sorted { $0.key < $1.key }.map { ($0, $1) } }
    var busy: Int? { jobs.firstIndex { $0.state == 5 } }
  }

  var devices: [Device]
  var dice: Seeded
  var time = 0.0
  /// Whether the CUPS server runs.
  var isServerUp = true
  /// Jobs that are to be killed half-way by the printer itself.
  var isCalm = false

  init(dice: Seeded) {
    self.dice = dice
    let count = Int.random(in: 1...4, using: &self.dice)
    devices = []
    for number in 1...count {
      let kind = Kind.allCases.randomElement(using: &self.dice) ?? .counting
      devices.append(Device(name: "lab\(number)", kind: kind))
    }
  }

  mutating func happens(_ percent: Double) -> Bool {
    Double.random(in: 0..<100, using: &dice) < percent
  }

  // MARK: What a driver does

  func index(_ printer: String) -> Int? { devices.firstIndex { $0.name == printer } }

  /// Hands a job over, held; nil if that fails.
  mutating func stage(_ key: JobKey, _ pages: Int, at printer: String) -> Int? {
    guard let index = index(printer) else { return nil }
    guard devices[index].isQueue else { return 0 }
    guard isServerUp, !happens(1) else { return nil }
    let id = devices[index].nextID
    devices[index].nextID += 1
    devices[index].server[key] = ServerJob(pages: pages, id: id)
    return id
  }

  /// What became of a release.
  enum Release { case done, refused, lost }

  mutating func release(_ key: JobKey, _ pages: Int, at printer: String) -> Release {
    guard let index = index(printer) else { return .refused }
    guard devices[index].isQueue else { return send(key, pages, to: index) }
    guard isServerUp, devices[index].server[key] != nil else { return .lost }
    // The answer may be lost, the act not.
    devices[index].server[key]?.state = 3
    return happens(1) ? .lost : .done
  }

  /// A connection that breaks leaves a stump, which the printer prints.
  private mutating func send(_ key: JobKey, _ pages: Int, to index: Int) -> Release {
    guard devices[index].isOn, devices[index].busy == nil else { return .refused }
    let isCut = happens(1)
    let taken = isCut ? Int.random(in: 0...pages, using: &dice) : pages
    devices[index].jobs.append(DeviceJob(key: key, pages: taken))
    return isCut ? .lost : .done
  }

  mutating func cancel(_ key: JobKey, at printer: String) -> Bool {
    guard let index = index(printer) else { return false }
    guard devices[index].isQueue else {
      cancel(key, in: index)
      return true
    }
    guard isServerUp else { return false }
    guard let job = devices[index].server[key], job.state < 7 else { return true }
    devices[index].server[key]?.state = 7
    if job.device != nil { cancel(key, in: index) }
    return true
  }

  /// Some printers stop at once, others finish what they have taken in.
  private mutating func cancel(_ key: JobKey, in index: Int) {
    guard let running = devices[index].busy, devices[index].jobs[running].key == key,
      happens(50)
    else { return }
    devices[index].jobs[running].state = 7
    devices[index].jobs[running].endedAt = time
  }

  /// What a poll brings: nothing at all, that there is no such job, or a snapshot.
  enum Sight {
    case silence
    case unknown
    case seen(Int, JobSnapshot)
  }

  mutating func look(_ key: JobKey, at printer: String) -> Sight {
    guard let index = index(printer), !happens(2) else { return .silence }
    let device = devices[index]
    guard device.isQueue else { return lookDirectly(key, device) }
    guard isServerUp else { return .silence }
    guard let job = device.server[key] else { return .unknown }
    var snapshot = JobSnapshot(
      state: job.state, impressions: job.impressions, reasons: job.reasons,
      processingSince: job.since, documents: job.documents)
    if job.state >= 7, device.kind != .driver { snapshot.record = record(key, device) }
    return .seen(job.id, snapshot)
  }

  private func lookDirectly(_ key: JobKey, _ device: Device) -> Sight {
    guard device.isOn else { return .silence }
    guard let record = record(key, device) else { return .unknown }
    return .seen(
      1,
      JobSnapshot(
        state: record.state, impressions: record.impressions, reasons: reasons(device),
        processingSince: 1, record: record))
  }

  /// Printers forget after a minute, and when they are switched off.
  private func record(_ key: JobKey, _ device: Device) -> PrinterRecord? {
    guard device.isOn else { return nil }
    let known = device.jobs.filter {
      $0.key == key && $0.state != 0 && ($0.state == 5 || time - $0.endedAt < 60)
    }
    guard let newest = known.last else { return nil }
    return PrinterRecord(
      jobs: known.count, state: newest.state, impressions: device.counts ? newest.out : 0)
  }

  private func reasons(_ device: Device) -> [String] {
    device.hasPaper ? [] : ["media-empty-error"]
  }

  func health(_ printer: String) -> (PrinterHealth, Counting) {
    guard let index = index(printer) else { return (.ill(["unreachable"]), .unknown) }
    let device = devices[index]
    let counting: Counting =
      device.kind == .driver
      ? .never : device.counts && device.jobs.contains { $0.state == 9 } ? .shown : .unknown
    let isSilent = !device.isOn || device.isQueue && !isServerUp
    return (isSilent ? .ill(["unreachable"]) : .well, counting)
  }

  // MARK: What happens by itself

  /// A second passes.
  mutating func tick() {
    time += 1
    if !isCalm { misfortune() } else { mend() }
    for index in devices.indices {
      print(index)
      if isServerUp, devices[index].isQueue { serve(index) }
    }
  }

  private mutating func mend() {
    isServerUp = true
    for index in devices.indices {
      devices[index].isOn = true
      devices[index].hasPaper = true
    }
  }

  private mutating func misfortune() {
    if isServerUp {
      if happens(0.1) { killServer() }
      if happens(0.1) { restartServer() }
    } else if happens(10) {
      isServerUp = true
    }
    for index in devices.indices {
      if devices[index].hasPaper ? happens(0.5) : happens(3) { devices[index].hasPaper.toggle() }
      if devices[index].isOn ? happens(0.2) : happens(3) { turn(index) }
      if happens(0.2) { abort(index) }
      if happens(0.1) { hold(index) }
    }
  }

  /// Switched off, a printer forgets its jobs; what was in it ends there.
  private mutating func turn(_ index: Int) {
    devices[index].isOn.toggle()
    guard !devices[index].isOn else { return }
    for job in devices[index].jobs.indices {
      if devices[index].jobs[job].state == 5 { devices[index].jobs[job].endedAt = time }
      devices[index].jobs[job].state = 0
    }
  }

  private mutating func abort(_ index: Int) {
    guard let running = devices[index].busy else { return }
    devices[index].jobs[running].state = 8
    devices[index].jobs[running].endedAt = time
  }

  /// A person, or the queue's error policy, holds what is printing; the printer goes on.
  private mutating func hold(_ index: Int) {
    for (key, job) in devices[index].ordered where job.state == 5 {
      devices[index].server[key]?.state = 4
    }
  }

  /// Killed, CUPS prints every job in flight once more, without a word.
  private mutating func killServer() {
    isServerUp = false
    for index in devices.indices {
      for (key, job) in devices[index].ordered where job.state == 5 {
        devices[index].server[key]?.state = 3
        devices[index].server[key]?.since = 0
        devices[index].server[key]?.device = nil
      }
    }
  }

  /// Restarted, CUPS aborts jobs in flight, or leaves them pending without their document.
  private mutating func restartServer() {
    isServerUp = false
    for index in devices.indices {
      for (key, job) in devices[index].ordered where job.state == 5 {
        let isAborted = happens(50)
        if isAborted {
          devices[index].server[key]?.state = 8
        } else {
          devices[index].server[key]?.state = 3
          devices[index].server[key]?.documents = 0
        }
      }
    }
  }

  private mutating func print(_ index: Int) {
    guard let running = devices[index].busy, devices[index].isOn, devices[index].hasPaper else {
      return
    }
    if devices[index].jobs[running].out < devices[index].jobs[running].pages {
      devices[index].jobs[running].out += 1
      return
    }
    devices[index].jobs[running].state = 9
    devices[index].jobs[running].endedAt = time
  }

  /// The server hands the next job on, and follows the one that is in the printer.
  private mutating func serve(_ index: Int) {
    let device = devices[index]
    for (key, job) in device.ordered where job.state == 5 { follow(key, job, index) }
    guard !devices[index].server.values.contains(where: { $0.state == 5 }), device.isOn,
      devices[index].busy == nil
    else { return }
    let ready = devices[index].server.filter { $0.value.state == 3 && $0.value.documents > 0 }
    guard let (key, job) = ready.min(by: { $0.value.id < $1.value.id }) else { return }
    devices[index].jobs.append(DeviceJob(key: key, pages: job.pages))
    devices[index].server[key]?.state = 5
    let since = Int(time)
    devices[index].server[key]?.since = since
    let counted = device.kind == .driver ? job.pages : 1
    devices[index].server[key]?.impressions = counted
    let place = devices[index].jobs.count - 1
    devices[index].server[key]?.device = place
  }

  private mutating func follow(_ key: JobKey, _ job: ServerJob, _ index: Int) {
    guard let place = job.device else { return }
    let device = devices[index]
    let inside = device.jobs[place]
    let reasons = reasons(device)
    devices[index].server[key]?.reasons = reasons
    switch inside.state {
    case 0 where device.isOn:
      // The printer was switched off and on: CUPS says completed.
      devices[index].server[key]?.state = 9
      devices[index].server[key]?.reasons = ["cups-ipp-missing-job-history"]
    case 5:
      if device.kind == .counting, inside.out > 0 {
        devices[index].server[key]?.impressions = max(1, inside.out)
      }
    case 8:
      let isHidden = happens(30) || device.kind == .driver
      devices[index].server[key]?.state = isHidden ? 9 : 7
      if device.kind != .driver { devices[index].server[key]?.impressions = 1 }
    case 9:
      devices[index].server[key]?.state = 9
      if device.kind == .counting { devices[index].server[key]?.impressions = inside.out }
    default: break
    }
  }
}
