public import Exam
import Foundation
import Layout
import LayoutFiles
public import Planning
import PrintRun
import Printing
import RenderClient
import RenderProtocol

/// How a rehearsal went on a printer.
public struct RehearsedPrinter: Sendable {
  /// How its job ended.
  public enum End: Hashable, Sendable {
    /// It counted every sheet, as far as it says.
    case counted
    /// It took the job and does not count.
    case taken
    /// It did not print, or nobody knows: why.
    case failed(Wording)
  }

  /// Its name.
  public let name: String
  /// How its job ended.
  public let end: End
  /// Pages a minute by its own count.
  public let ppm: Int?
}

/// What a person sees in a printer's bin.
public struct RehearsalLook: Sendable {
  /// Which sheet lies on top; nil where not all three are there.
  public var order: SheetOrder?
  /// Whether each sheet has one printed side.
  public var isOneSided: Bool
  /// Whether everything is whole and crisp.
  public var isCrisp: Bool

  /// Says what is seen.
  public init(order: SheetOrder?, isOneSided: Bool, isCrisp: Bool) {
    self.order = order
    self.isOneSided = isOneSided
    self.isCrisp = isCrisp
  }
}

/// Asks what a rehearsal cannot see.
public protocol RehearsalQuestions: Sendable {
  /// Says that a printer is printing its sheets.
  func tell(_ printer: String) async

  /// What lies in a printer's bin; nil if nobody could be asked.
  func look(at printer: RehearsedPrinter) async throws -> RehearsalLook?
}

/// What a rehearsal has shown.
public struct Rehearsal: Sendable {
  /// The printers, in their order.
  public let printers: [RehearsedPrinter]
  /// Printers that could not take part, and why.
  public let aside: [Trouble]
  /// What is known of them now.
  public let learnt: LearntPrinters
  /// Printers of which somebody has still to say what lies in their bins.
  public let unasked: [String]
  /// How long all packs take with the speeds that are known now.
  public let timetable: Timetable
  /// When packs must be at the doors.
  public let ready: ClockTime?
  /// Whether all is as it should be.
  public var isSound: Bool {
    aside.isEmpty && unasked.isEmpty
      && printers.allSatisfy { printer in
        let known = learnt[printer.name]
        if case .failed = printer.end { return false }
        return known.isCrisp != false && known.isOneSided != false && known.counts != false
      }
  }
}

extension ExamDesk {
  /// Prints a packing sheet and two sheets of marks on every printer, or on those that are named, and learns
  /// what it can from them.
  ///
  /// Needs no materials, freezes nothing and counts nowhere.
  public func rehearse(
    _ names: [String], on day: CivilDate, asking: any RehearsalQuestions
  ) async throws -> Rehearsal {
    try await withOwnWorker { worker in
      let source = try await paperSource(worker)
      let choice = try PrinterChoice(
        folder, PrinterGate(exam: source.plan.exam.id, policy: source.policy))
      let printers = try await choice.printers()
        .filter { $0.destination == .paper && (names.isEmpty || names.contains($0.name)) }
      guard !printers.isEmpty else { throw RehearsalTrouble.noPrinter(names) }
      let admission = try await choice.gate.admit(printers, [])
      let stage = RehearsalStage(worker: worker, source: source, gate: choice.gate, desk: self)
      var learnt = LearntPrinters()
      var unasked: [String] = []
      var rehearsed: [RehearsedPrinter] = []
      for printer in admission.able {
        await asking.tell(printer.name)
        let result = try await stage.play(on: printer)
        rehearsed.append(result)
        learnt.learn(printer.name) { $0.take(result, on: day) }
        if case .failed = result.end { continue }
        guard let look = try await asking.look(at: result) else {
          unasked.append(printer.name)
          continue
        }
        learnt.learn(printer.name) { $0.take(look, result) }
      }
      return Rehearsal(
        printers: rehearsed, aside: admission.aside, learnt: learnt, unasked: unasked,
        timetable: Timetable(source.plan, on: described(admission.able)),
        ready: source.plan.exam.ready)
    }
  }

  /// Printers as the timetable wants them.
  private nonisolated func described(_ printers: [any Printer]) -> [PrinterDescription] {
    let known = plannedPrinters ?? []
    let learnt = LearntPrinters()
    return printers.map { printer in
      known.first { $0.name == printer.name }
        ?? learnt.complete(
          PrinterDescription(name: printer.name, address: .queue(printer.name)))
    }
  }
}

extension LearntPrinter {
  /// What a job has shown.
  fileprivate mutating func take(_ result: RehearsedPrinter, on day: CivilDate) {
    rehearsed = day
    ppm = result.ppm ?? ppm
    if result.end == .counted { counts = true }
    if result.end == .taken { counts = nil }
  }

  /// What a person has seen; a printer that counted what is not there is not believed any more.
  fileprivate mutating func take(_ look: RehearsalLook, _ result: RehearsedPrinter) {
    order = look.order ?? order
    isOneSided = look.isOneSided
    isCrisp = look.isCrisp
    if result.end == .counted { counts = look.order != nil }
  }
}

/// Prints the sheets of a rehearsal.
private struct RehearsalStage {
  let worker: RenderClient
  let source: ExamDesk.PaperSource
  let gate: PrinterGate
  let desk: ExamDesk

  private enum Patience {
    static let step = Duration.milliseconds(200)
    /// What a printer is given to print three sheets, warming up among it.
    static let whole = 180.0
  }

  /// The sheets on a printer, and what it said of them.
  func play(on printer: any Printer) async throws -> RehearsedPrinter {
    let (pdf, ticket) = try await composed(for: printer)
    let job: Int
    do {
      job = try await printer.release(try await printer.stage(pdf, ticket), ticket)
    } catch let trouble as Trouble {
      return failed(printer, trouble.message)
    } catch {
      return failed(
        printer, Wording(ru: "не взял задание", en: "did not take the job"))
    }
    return try await watched(printer, job, ticket)
  }

  private func composed(for printer: any Printer) async throws -> ([UInt8], JobTicket) {
    let slots = source.plan.schedule(on: desk.plannedPrinters)
    let own = source.plan.packs.first {
      $0.media == nil && slots[$0.id]?.printer == printer.name
    }
    guard let room = own ?? source.plan.packs.first(where: { $0.media == nil }) else {
      throw RehearsalTrouble.noRoom
    }
    var plan = source.plan
    let pack = RehearsalPack.like(room)
    plan.packs.append(pack)
    try await worker.layout(name: source.layout.name, files: files)
    try await worker.use(plan: plan)
    // Numbered by the second, so that none is met twice.
    let attempt = Int(Date().timeIntervalSince1970)
    let recipe = JobRecipe(
      revision: 1, attempt: attempt, items: pack.order.map { JobItem(item: $0) },
      printer: PrinterLabel.of(printer.name))
    let composed = try await worker.compose(pack: pack.id, recipe: recipe)
    var ticket = gate.usualTicket
    ticket.pack = pack.id
    ticket.attempt = attempt
    (ticket.pages, ticket.sheets) = (composed.pages, composed.sheets)
    return (composed.pdf, ticket)
  }

  /// The layout's files; one that is older than rehearsals borrows the sheet.
  private var files: [String: String] {
    let own = source.layout.files
    guard !own.keys.contains(where: { $0.hasSuffix("-rehearsal.yaml") }) else { return own }
    let language = (try? source.layout.profile().language) ?? .ru
    let lender = language == .ru ? "vpr" : "plain"
    let name = "\(lender)-rehearsal.yaml"
    return own.merging([name: LayoutFiles.builtIn[lender]?[name] ?? ""]) { own, _ in own }
  }

  private func watched(
    _ printer: any Printer, _ job: Int, _ ticket: JobTicket
  ) async throws -> RehearsedPrinter {
    let counting = (try? await printer.status())?.counting ?? .unknown
    var life = JobLife(pages: ticket.pages, counting: counting)
    var first: (count: Int, at: Double)?
    var last = 0.0
    let start = ContinuousClock.now
    var now = 0.0
    while !life.hasEnded, now < Patience.whole {
      try await Task.sleep(for: Patience.step)
      now = (ContinuousClock.now - start) / .seconds(1)
      guard let snapshot = try? await printer.look(job, ticket) else { continue }
      let before = life.counted
      _ = life.observe(snapshot, at: now)
      guard life.counted > max(1, before) else { continue }
      if first == nil { first = (life.counted, now) }
      last = now
    }
    let ppm = first.flatMap { first -> Int? in
      let (pages, seconds) = (life.counted - first.count, last - first.at)
      return pages > 0 && seconds > 0.5 ? Int((Double(pages) * 60 / seconds).rounded()) : nil
    }
    return RehearsedPrinter(name: printer.name, end: end(life), ppm: ppm)
  }

  private func end(_ life: JobLife) -> RehearsedPrinter.End {
    guard life.hasEnded else {
      return .failed(
        life.isBlocked
          ? Wording(ru: "ждёт: посмотрите на его экран", en: "waits: look at its display")
          : Wording(ru: "не допечатал за три минуты", en: "did not end within three minutes"))
    }
    switch life.verdict.0 {
    case .proved: return .counted
    case .delivered: return .taken
    case .failed: return .failed(Wording(ru: "ничего не напечатал", en: "printed nothing"))
    case .person:
      return .failed(
        Wording(
          ru: "вышло не всё, или неизвестно сколько", en: "not all came out, or nobody knows"))
    }
  }

  private func failed(_ printer: any Printer, _ why: Wording) -> RehearsedPrinter {
    RehearsedPrinter(name: printer.name, end: .failed(why), ppm: nil)
  }
}

/// What keeps a rehearsal from starting.
private enum RehearsalTrouble {
  static func noPrinter(_ names: [String]) -> Trouble {
    Trouble(
      "rehearsal.no-printer", cause: .printers, at: names.joined(separator: ", "),
      Wording(
        ru: "Репетировать не на чем: такого принтера нет. Какие есть: tirazh printers",
        en: "There is nothing to rehearse on: no such printer. See: tirazh printers"))
  }

  static var noRoom: Trouble {
    Trouble(
      "rehearsal.no-room",
      Wording(
        ru: "В плане нет ни одного кабинета. Проверьте список: tirazh check",
        en: "The plan has no room. Check the list: tirazh check"))
  }
}
