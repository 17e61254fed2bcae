import ArgumentParser
import Exam
import Operations
import Planning

/// `tirazh plan`: what each room gets.
struct PlanCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "plan")

  @OptionGroup var materials: MaterialOptions
  @Flag var json = false
  @Flag var freeze = false

  func run(on console: Console) async throws -> ExitStatus {
    let bench = try materials.workbench(console)
    if !freeze, let frozen = try bench.frozenPlan() {
      try show(
        frozen.plan, frozen.printers, frozen.revision, isFrozen: true, frozen.changes, on: console)
      if !json { try NextStep.show(bench, console) }
      return .done
    }
    let prepared = try await bench.prepare()
    let number = freeze ? try bench.freezePlan(prepared) : 1
    try show(
      prepared.plan, prepared.description.printers, number, isFrozen: freeze, prepared.findings,
      on: console)
    if !json { console.out(NextStep(prepared, isPlanSeen: true).words[console.language]) }
    return .done
  }

  private func show(
    _ plan: Plan, _ printers: [PrinterDescription]?, _ revision: Int, isFrozen: Bool,
    _ findings: [Finding], on console: Console
  ) throws {
    let schedule = plan.schedule(on: printers)
    guard json else {
      console.out(PlanScreen(plan, schedule, revision, isFrozen, findings, console.language).text)
      return
    }
    let report = PlanReport(
      plan: plan, schedule: schedule, revision: revision, frozen: isFrozen, findings: findings,
      language: console.language)
    console.document(try JSONText.encode(report))
  }
}
