import ArgumentParser
import Exam
import Operations
import Planning
import Printing
import Screens

/// `tirazh check`: all that can be known before printing.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("check")

  @OptionGroup var materials: MaterialOptions
  @Flag(name: .short) var verbose = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = try materials.desk(console)
    let prepared = try await desk.prepare()
    console.out(
      CheckScreen(prepared, console.language, today: Console.day(), verbose: verbose).text)
    try desk.frozenPlan()?.changes.findings.forEach(console.say)
    let printers = await PrintersScreen.report(desk, prepared.plan, console.language)
    printers.lines.forEach(console.out)
    if printers.report?.usesQueues == true {
      CupsLines.of(.current(), console.language).forEach(console.out)
    }
    let stops = prepared.findings.contains { $0.severity == .stop }
    let isCopy = try desk.copiedFolder() != nil
    let step =
      try (stops && !isCopy ? nil : NextStep(frozen: desk))
      ?? NextStep(prepared, printers: printers.report)
    console.out(step.words[console.language])
    return isCopy ? .refused : exit(prepared, printers.report)
  }

  /// What `print` would end with: refused where nothing could be printed, partly where some could.
  private func exit(_ prepared: PreparedExam, _ printers: PrintersReport?) -> ExitStatus {
    let rooms = Set(prepared.plan.packs.map(\.place))
    let leftOut = prepared.leftOutRooms
    if rooms.allSatisfy({ leftOut[$0] != nil }) || printers?.isRefused == true { return .refused }
    let stops = prepared.findings.contains { $0.severity == .stop }
    return stops || !leftOut.isEmpty ? .partly : .done
  }
}
