public import Exam
import Operations
import Planning
import PrintRun

/// «Сегодня»: where the exam stands, what needs a person, and the one next thing to do.
public struct ConsoleToday: Sendable {
  /// A step of the morning.
  public struct Step: Sendable {
    /// How it stands.
    public enum State: String, Sendable {
      case done, needed, stopped, underway, later
    }

    /// What it is called.
    public let name: String
    /// How it stands, for the drawing.
    public let look: String
    /// How it stands, in words.
    public let word: String
    /// Where it is looked at.
    public let path: String
  }

  /// A number that people ask for.
  public struct Fact: Sendable {
    /// The number.
    public let value: String
    /// What it counts.
    public let name: String
  }

  /// What comes next.
  public let next: ConsoleStep
  /// Whether something needs a person.
  public let needsPerson: Bool
  /// What only a person can tell.
  public let questions: [ConsoleQuestion]
  /// What else a person should look at.
  public let minds: [ConsoleLine]
  /// The steps, in order.
  public let steps: [Step]
  /// The numbers.
  public let facts: [Fact]
  /// How long printing takes, and what would change that.
  public let times: [ConsoleLine]

  /// Draws the screen.
  public init(_ state: ExamState, _ language: Language, _ now: ConsoleFrame.Moment) {
    next = state.step.offer(language)
    questions = (state.status?.questions ?? []).map { ConsoleQuestion($0, language) }
    minds = Self.minds(state, language)
    needsPerson = !questions.isEmpty || !minds.isEmpty
    steps = MorningSteps(state: state, language: language).all
    let plan = state.status?.plan ?? state.prepared?.plan
    facts = plan.map { Self.facts($0, language) } ?? []
    times = plan.map { Self.times($0, state, language, now) } ?? []
  }

  private static func minds(_ state: ExamState, _ language: Language) -> [ConsoleLine] {
    var lines: [String] = []
    if let trouble = state.trouble {
      lines.append(
        (trouble.place.isEmpty ? "" : trouble.place[language] + ": ") + trouble.message[language])
    }
    for standing in state.status?.packs ?? [] {
      if let open = standing.open, !open.blockedBy.isEmpty {
        lines.append(
          PrinterLabel.of(open.printer) + ": " + ReasonWords.blocked(open.blockedBy)[language])
      }
      if standing.state == .failed {
        lines.append(
          Wording.room(standing.pack.label)[language] + ": " + StateWords.word(standing)[language])
      }
    }
    lines += (state.frozen?.changes.findings ?? []).map {
      ($0.place.isEmpty ? "" : $0.place[language] + ": ") + $0.message[language]
    }
    if let status = state.status { lines += StatusScreen(status, language).remarks }
    return lines.map { ConsoleLine($0, language) }
  }

  private static func facts(_ plan: Plan, _ language: Language) -> [Fact] {
    let about = plan.works.contains(where: \.assumed) ? "≈" : ""
    let rooms = Set(plan.packs.filter { $0.participants > 0 }.map(\.place)).count
    func fact(_ count: Int, _ ru: (String, String, String), _ en: String) -> Fact {
      let words = Numbers.plural(count, ru.0, ru.1, ru.2).split(separator: " ").last ?? ""
      return Fact(value: Numbers.grouped(count), name: language.say(ru: String(words), en: en))
    }
    let sheets = fact(plan.sheets, ("лист", "листа", "листов"), "sheets")
    return [
      fact(
        plan.participants, ("участник", "участника", "участников"), "participants"),
      fact(rooms, ("кабинет", "кабинета", "кабинетов"), "rooms"),
      Fact(value: about + sheets.value, name: sheets.name),
    ]
  }

  private static func times(
    _ plan: Plan, _ state: ExamState, _ language: Language, _ now: ConsoleFrame.Moment
  ) -> [ConsoleLine] {
    guard state.status?.packs.contains(where: \.isBegun) != true else { return [] }
    let printers = state.frozen?.printers ?? state.prepared?.description.printers
    return TimetableLines(
      timetable: Timetable(plan, on: printers), ready: plan.exam.ready,
      now: plan.exam.date == now.day ? now.time : nil, language: language
    ).unbroken.map { ConsoleLine($0, language) }
  }
}

/// The steps of the morning and how they stand.
private struct MorningSteps {
  let state: ExamState
  let language: Language

  var all: [ConsoleToday.Step] {
    [
      step(Wording(ru: "Список", en: "List"), list, .begin),
      step(Wording(ru: "Материалы", en: "Materials"), materials, .begin),
      step(Wording(ru: "План", en: "Plan"), plan, .plan),
      step(Wording(ru: "Принтеры", en: "Printers"), printers, .printers),
      step(Wording(ru: "Печать", en: "Printing"), printing, .printing),
      step(Wording(ru: "Выдача", en: "Giving out"), .later, .printing),
    ]
  }

  private func step(
    _ name: Wording, _ state: ConsoleToday.Step.State, _ place: ConsolePlace
  ) -> ConsoleToday.Step {
    let word =
      switch state {
      case .done: Wording(ru: "готово", en: "done")
      case .needed: Wording(ru: "нужно", en: "needed")
      case .stopped: Wording(ru: "остановка", en: "stopped")
      case .underway: Wording(ru: "идёт", en: "under way")
      case .later: Wording(ru: "потом", en: "later")
      }
    return ConsoleToday.Step(
      name: name[language], look: state.rawValue, word: word[language], path: place.path)
  }

  private func hasStop(in areas: Set<Finding.Area>) -> Bool {
    state.findings.contains { $0.severity == .stop && areas.contains($0.kind.area) }
  }

  private var list: ConsoleToday.Step.State {
    if hasStop(in: [.list, .codes]) { return .stopped }
    if let changes = state.frozen?.changes, changes.isListChanged { return .needed }
    if state.status != nil || state.prepared != nil { return .done }
    return state.trouble == nil ? .needed : .stopped
  }

  private var materials: ConsoleToday.Step.State {
    if hasStop(in: [.material, .file]) { return .stopped }
    guard let plan = state.status?.plan ?? state.prepared?.plan else { return .needed }
    return plan.works.isEmpty || plan.works.contains(where: \.assumed) ? .needed : .done
  }

  private var plan: ConsoleToday.Step.State {
    if state.status != nil {
      return state.frozen?.changes.isListChanged == true ? .needed : .done
    }
    guard state.prepared != nil else { return .later }
    return state.isPlanSeen ? .done : .needed
  }

  private var printers: ConsoleToday.Step.State {
    guard let report = state.printers else { return .needed }
    return report.printers.isEmpty || report.isRefused ? .stopped : .done
  }

  private var printing: ConsoleToday.Step.State {
    guard let status = state.status else { return .later }
    if state.isPrinting { return .underway }
    if status.packs.contains(where: { $0.state == .person || $0.state == .failed }) {
      return .stopped
    }
    return status.packs.allSatisfy { $0.need == .nothing } ? .done : .needed
  }
}
