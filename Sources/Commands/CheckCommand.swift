import ArgumentParser
import Exam
import Operations
import Planning

/// `tirazh check`: all that can be known before printing.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "check")

  @OptionGroup var materials: MaterialOptions
  @Flag(name: .short) var verbose = false

  func run(on console: Console) async throws -> ExitStatus {
    let bench = try materials.workbench(console)
    let prepared = try await bench.prepare()
    console.out(
      CheckScreen(prepared, console.language, today: Console.day(), verbose: verbose).text)
    try bench.frozenPlan()?.changes.forEach(console.say)
    await PrintersScreen.lines(bench, console).forEach(console.out)
    console.out(NextStep.afterCheck(prepared, console.language))
    let stops = prepared.findings.contains { $0.severity == .stop }
    guard stops else { return .done }
    let rooms = Set(prepared.plan.packs.map(\.room))
    let stopped = prepared.stoppedRooms
    return rooms.allSatisfy { stopped[$0] != nil } ? .refused : .partly
  }
}
