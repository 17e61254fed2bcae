public import Exam
import Operations
import Planning
public import PrintRun

/// «Печать»: what each printer does, where each pack stands, and what a person is asked.
public struct ConsolePrinting: Sendable {
  /// A printer at work.
  public struct Machine: Sendable {
    /// Its name.
    public let name: String
    /// The pack that it prints.
    public let pack: String?
    /// Where the pack is looked at.
    public let path: String?
    /// Sheets that are out.
    public let done: Int
    /// Sheets of the pack.
    public let all: Int
    /// How far it is, in words.
    public let word: String
    /// What keeps it waiting.
    public let blocked: String?
  }

  /// A pack.
  public struct PackLine: Sendable {
    /// What people call it.
    public let name: String
    /// Where it is looked at.
    public let path: String
    /// How it stands.
    public let state: String
    /// How it stands, for the drawing.
    public let look: String
    /// How many sheets it has.
    public let sheets: Int
    /// Its printer.
    public let printer: String
  }

  /// Packs that came to the same end.
  public struct Pile: Sendable {
    /// What they have in common.
    public let name: String
    /// The packs.
    public let packs: String
  }

  /// What is asked, with fields for the answers.
  public let questions: [ConsoleQuestion]
  /// The printers at work.
  public let machines: [Machine]
  /// When the last sheet is out, and whether that is in time.
  public let finish: String?
  /// The packs.
  public let packs: [PackLine]
  /// What is whole, cut and untouched, once nothing prints.
  public let piles: [Pile]
  /// What a person should know of it.
  public let remarks: [ConsoleLine]
  /// What the run has said, the newest first.
  public let notes: [String]
  /// How it ended.
  public let outcome: [ConsoleLine]
  /// What can be begun.
  public let begin: ConsoleAct?
  /// Whether packs may be printed into a folder.
  public let isPrintable: Bool
  /// Whether nothing was printed yet.
  public let isEmpty: Bool

  /// Draws the screen; `view`, `notes` and `outcome` are the words of the run in this window.
  public init(
    _ state: ExamState, view: Run.View?, notes: [String], outcome: String?, _ language: Language,
    _ now: ConsoleFrame.Moment
  ) {
    let next = state.step.offer(language)
    begin =
      [next.main].compactMap(\.self).first(where: \.isPost) ?? next.others.first(where: \.isPost)
    isPrintable = begin != nil || state.step == .findPrinter
    self.notes = notes.reversed()
    self.outcome = (outcome ?? "").split(separator: "\n").map { ConsoleLine(String($0), language) }
    isEmpty = state.status == nil
    guard let status = state.status else {
      (questions, machines, finish, packs, piles, remarks) = ([], [], nil, [], [], [])
      return
    }
    questions = status.questions.map { ConsoleQuestion($0, language) }
    let standing = status.packs.filter { !$0.history.isGone }
    machines =
      view.map { view in
        view.machines.map { Machine($0, of: status.plan, language, now) }
      } ?? Self.machines(standing, status, language)
    let left =
      view.map(\.leftS) ?? Remainder(status: status, printers: state.frozen?.printers).seconds
    finish = state.isPrinting ? Self.finish(in: left, status.plan, language, now) : nil
    packs = standing.map { pack in
      PackLine(
        name: Wording.room(pack.pack.label)[language], path: ConsolePlace.room(pack.pack.id).path,
        state: StateWords.word(pack)[language], look: ConsoleRoom.look(pack.state),
        sheets: pack.pack.sheets, printer: status.printer(of: pack) ?? "—")
    }
    let isBegun = standing.contains(where: \.isBegun)
    piles = isBegun && !state.isPrinting ? Self.piles(standing, language) : []
    remarks = StatusScreen(status, language).remarks.map { ConsoleLine($0, language) }
  }

  private static func machines(
    _ packs: [PackStanding], _ status: ExamStatus, _ language: Language
  ) -> [Machine] {
    let open = packs.compactMap { pack in pack.open.map { (pack, $0) } }
    let names = Set(open.map(\.1.printer)).sorted()
    return names.compactMap { name in
      let mine = open.filter { $0.1.printer == name }
      guard let (pack, job) = mine.first(where: { $0.0.state == .printing }) ?? mine.first else {
        return nil
      }
      let all = job.sheets(of: pack.history.pack(of: job), status.plan.sides)
      let pages = job.impressions ?? 0
      let done = min(all, status.plan.sides == .one ? pages : (pages + 1) / 2)
      return Machine(
        name: PrinterLabel.of(name), pack: Wording.room(pack.pack.label)[language],
        path: ConsolePlace.room(pack.pack.id).path, done: done, all: all,
        word: language.say(
          ru: "\(done) из \(Numbers.plural(all, "листа", "листов", "листов"))",
          en: "\(done) of \(all) sheets"),
        blocked: job.blockedBy.isEmpty ? nil : ReasonWords.blocked(job.blockedBy)[language])
    }
  }

  private static func piles(_ packs: [PackStanding], _ language: Language) -> [Pile] {
    let kinds: [(Wording, Set<PackState>)] = [
      (Wording(ru: "Напечатаны целиком", en: "Printed whole"), [.proved, .delivered]),
      (Wording(ru: "Напечатаны не до конца", en: "Printed in part"), [.partly, .person]),
      (Wording(ru: "Не начаты", en: "Not begun"), [.waiting, .stopped, .staged, .failed]),
    ]
    return kinds.compactMap { name, states in
      let mine = packs.filter { states.contains($0.state) }.map(\.pack.label)
      return mine.isEmpty ? nil : Pile(name: name[language], packs: mine.joined(separator: ", "))
    }
  }
}

extension ConsolePrinting.Machine {
  /// A printer of this process's run, with the speed at which it was seen to print.
  init(
    _ machine: Run.View.Machine, of plan: Plan, _ language: Language, _ now: ConsoleFrame.Moment
  ) {
    let job = machine.job
    var words = [
      job.map { job in
        language.say(
          ru: "\(job.out) из \(Numbers.plural(job.sheets, "листа", "листов", "листов"))",
          en: "\(job.out) of \(job.sheets) sheets")
      } ?? language.say(ru: "свободен", en: "idle")
    ]
    if let measured = machine.measured {
      words.append(language.say(ru: "\(measured) л/мин", en: "\(measured) ppm"))
    }
    if let next = machine.next.flatMap({ plan.pack($0)?.label }) {
      words.append(language.say(ru: "затем \(next)", en: "then \(next)"))
    }
    self.init(
      name: PrinterLabel.of(machine.name),
      pack: job.flatMap { plan.pack($0.pack) }.map { Wording.room($0.label)[language] },
      path: job.map { ConsolePlace.room($0.pack).path }, done: job?.out ?? 0, all: job?.sheets ?? 1,
      word: words.joined(separator: " · "), blocked: Self.blocked(machine, language, now))
  }

  /// What a printer that waits wants, since when, and what to do.
  private static func blocked(
    _ machine: Run.View.Machine, _ language: Language, _ now: ConsoleFrame.Moment
  ) -> String? {
    switch machine.leave {
    case .aside:
      return language.say(
        ru: "отставлен: два задания подряд не вышли. Посмотрите на него",
        en: "put aside: two jobs in a row went wrong. Look at it")
    case .stopped: return language.say(ru: "остановлен", en: "stopped")
    case .reserve: return nil
    case nil: break
    }
    guard !machine.reasons.isEmpty else { return nil }
    let since = machine.waitsS.map { seconds in
      let clock = ClockTime(minutes: now.time.minutes - seconds / 60)
      return language.say(ru: " с \(clock.text)", en: " since \(clock.text)")
    }
    let from = machine.job.flatMap { $0.out > 1 ? $0.out + 1 : nil }
    let advice = ReasonWords.advice(machine.reasons, sheets: machine.toLoad, from: from)[language]
    return ReasonWords.of(machine.reasons)[language].uppercased() + (since ?? "") + ". " + advice
  }
}

extension ConsolePrinting {
  fileprivate static func finish(
    in seconds: Int?, _ plan: Plan, _ language: Language, _ now: ConsoleFrame.Moment
  ) -> String {
    guard let seconds else {
      return language.say(
        ru: "Остальное печатать не на чем", en: "There is nothing to print the rest on")
    }
    let end = ClockTime(minutes: now.time.minutes + (seconds + 59) / 60)
    let words = language.say(
      ru: "Последний лист выйдет примерно в \(end.text)",
      en: "The last sheet is out at about \(end.text)")
    guard plan.exam.date == now.day, let ready = plan.exam.ready else { return words }
    return words
      + (end <= ready
        ? language.say(ru: ", вовремя: нужны к \(ready.text)", en: ", in time for \(ready.text)")
        : language.say(
          ru: ": позже, чем нужно (\(ready.text))", en: ": later than needed (\(ready.text))"))
  }
}

/// When what is left would be printed.
private struct Remainder {
  let status: ExamStatus
  let printers: [PrinterDescription]?

  var seconds: Int {
    let jobs = status.packs.compactMap(\.open)
    let names = Set((printers ?? []).map(\.name) + jobs.map(\.printer)).sorted()
    let machines = names.map { name in
      Scheduler.Machine(
        name: name, ppm: printers?.first { $0.name == name }?.ppm ?? Scheduler.usualPPM)
    }
    let sides = status.plan.sides
    let loads = status.packs.compactMap { standing -> Scheduler.Load? in
      let left: Int
      if let job = standing.open {
        let all = job.sheets(of: standing.history.pack(of: job), sides) * (sides == .one ? 1 : 2)
        left = max(0, all - (job.impressions ?? 0))
      } else {
        left = JobOrder(standing)?.impressions(of: standing.pack, sides) ?? 0
      }
      guard left > 0 else { return nil }
      return Scheduler.Load(pack: standing.pack.id, impressions: left, media: standing.pack.media)
    }
    guard !machines.isEmpty else { return 0 }
    return Scheduler.assign(loads, to: machines).map(\.readyS).max() ?? 0
  }
}
