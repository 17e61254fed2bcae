import ArgumentParser
import Exam
import Operations
import Planning
import Screens

/// `tirazh plan`: what each room gets.
struct PlanCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("plan")

  @OptionGroup var materials: MaterialOptions
  @Flag var json = false
  @Flag var freeze = false

  @Flag var delta = false
  @Flag var layout = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = try materials.desk(console)
    if !freeze, !delta, let frozen = try desk.frozenPlan() {
      try show(
        frozen.plan, frozen.printers, frozen.revision, isFrozen: true, frozen.changes.findings,
        on: console)
      if !json { try NextStep.show(desk, console) }
      return .done
    }
    let prepared = try await prepared(desk, console)
    if delta {
      for doubt in prepared.doubts { console.complain(DoubtWords.question(doubt)) }
      return try show(try desk.delta(prepared), on: console)
    }
    if freeze, !json, let planned = try desk.delta(prepared), !planned.delta.isEmpty {
      planned.lines(console.language).forEach(console.out)
      console.out("")
    }
    let number = freeze ? try await desk.freezePlan(prepared) : 1
    try show(
      prepared.plan, prepared.description.printers, number, isFrozen: freeze, prepared.findings,
      on: console)
    guard !json else { return .done }
    if let step = try NextStep(frozen: desk), freeze {
      console.out(step.words[console.language])
    } else {
      console.out(NextStep(prepared, isPlanSeen: true).words[console.language])
    }
    return .done
  }

  /// The plan as the files are now; who is doubtful is asked, each by a digit.
  private func prepared(_ desk: ExamDesk, _ console: Console) async throws -> PreparedExam {
    var answers: [String: Bool] = [:]
    while true {
      let prepared = try await desk.prepare(answers: answers, takesLayout: layout)
      let open = prepared.doubts.filter { answers[$0.id] == nil }
      guard freeze || delta, !open.isEmpty else { return prepared }
      for doubt in open {
        guard let isSame = try await PaperQuestions(console: console, saysYes: false).isSame(doubt)
        else { return prepared }
        answers[doubt.id] = isSame
      }
    }
  }

  private func show(_ planned: PlannedDelta?, on console: Console) throws -> ExitStatus {
    guard let planned else {
      console.out(
        console.say(
          ru: "План ещё не зафиксирован: сравнивать не с чем. Дальше:  tirazh plan",
          en: "No plan is frozen yet: there is nothing to compare with. Next:  tirazh plan"))
      return .done
    }
    planned.lines(console.language).forEach(console.out)
    guard !planned.delta.isEmpty else { return .done }
    console.out(
      console.say(
        ru: "Дальше: взять изменения  tirazh plan --freeze",
        en: "Next: to take the changes  tirazh plan --freeze"))
    return .done
  }

  private func show(
    _ plan: Plan, _ printers: [PrinterDescription]?, _ revision: Int, isFrozen: Bool,
    _ findings: [Finding], on console: Console
  ) throws {
    let timetable = Timetable(plan, on: printers)
    guard json else {
      var screen = PlanScreen(plan, timetable, revision, isFrozen, findings, console.language)
      screen.now = plan.exam.date == Console.day() ? Console.now : nil
      console.out(screen.text)
      return
    }
    let report = PlanReport(
      plan: plan, schedule: timetable.slots, revision: revision, frozen: isFrozen,
      findings: findings,
      language: console.language)
    console.document(try JSONText.encode(report))
  }
}
