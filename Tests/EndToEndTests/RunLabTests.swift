import Exam
import Foundation
import PackProof
import Planning
import Testing

/// A run on several printers: what happens to one does not halt the others, and other windows are heard.
@Suite(.serialized) struct RunLabTests {
  @Test func aSwitchedOffPrinterDoesNotHaltTheOthers() throws {
    let (sandbox, lab) = try atLab(printers: 2)
    defer { leave(sandbox, lab) }
    try lab.command("kill lab1")
    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.errors.contains("не отвечает"), "\(run.text)")
    #expect(Set(try sandbox.states().values) == ["proved"])
    #expect(lab.engineLog(of: "lab2").count { $0.hasPrefix("DONE") } == 3)
  }

  @Test func aPrinterWithoutCountsDeliversAndTakesTheNext() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("lie", of: "lab1", to: "")
    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 4, "\(run.text)")
    #expect(Set(try sandbox.states().values) == ["delivered"], "\(run.text)")
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("DONE") } == 3)
    let printers = try sandbox.tirazh("printers", environment: lab.environment)
    #expect(!printers.output.contains("сам подтверждает печать,"), "\(printers.output)")
    #expect(printers.output.contains("подтверждает ли печать сам"), "\(printers.output)")
  }

  @Test func aStopFromAnotherWindowEndsTheRun() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    #expect(try sandbox.tirazh("stop").output.contains("ничего не печатается"))
    try lab.set("delay", of: "lab1", to: "4")
    let run = try sandbox.start("print", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    let second = try sandbox.tirazh("print", environment: lab.environment)
    #expect(second.status == 3 && second.errors.contains("уже печатает"), "\(second.text)")
    #expect(try sandbox.tirazh("status").output.contains("Идёт печать."))
    let stop = try sandbox.tirazh("stop")
    #expect(stop.status == 0 && stop.output.contains("допечатывается"), "\(stop.text)")
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(ended.errors.contains("СТОП"), "\(ended.text)")
    // What had begun is printed, nothing else is left anywhere.
    #expect(try isStopped(sandbox))
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("START") } == 1)
    try lab.set("delay", of: "lab1", to: nil)
    let rest = try sandbox.tirazh("print", environment: lab.environment)
    #expect(rest.status == 0, "\(rest.text)")
    #expect(Set(try sandbox.states().values) == ["proved"])
  }

  /// One pack is printed, nothing of the others is.
  private func isStopped(_ sandbox: Sandbox) throws -> Bool {
    let states = try sandbox.states().values
    return states.count { $0 == "proved" } == 1
      && states.allSatisfy { ["proved", "waiting", "stopped"].contains($0) }
  }

  @Test func aShutdownStopsAsCtrlCDoes() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "3")
    let run = try sandbox.start("print", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    kill(run.pid, SIGTERM)
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try isStopped(sandbox))
  }

  @Test func theWaitingPacksOfADeadPrinterMove() throws {
    let (sandbox, lab) = try atLab(printers: 2)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "60")
    try lab.set("delay", of: "lab2", to: "2")
    let run = try sandbox.start("print", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    let watch = try sandbox.start("status", "--watch", environment: lab.environment)
    try lab.command("kill lab1")
    try patiently { lab.engineLog(of: "lab2").count { $0.hasPrefix("DONE") } == 2 }
    try patiently { try sandbox.states().values.count { $0 == "proved" } == 2 }
    #expect(try run.errorsSoFar().contains("ПРИНТЕР НЕ ОТВЕЧАЕТ"))
    let stop = try sandbox.tirazh("stop", "--now")
    #expect(stop.status == 0, "\(stop.text)")
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try sandbox.states().values.sorted() == ["person", "proved", "proved"])
    let watched = try watch.end()
    #expect(watched.status == 0 && watched.output.contains("НУЖЕН ЧЕЛОВЕК"), "\(watched.text)")
  }

  @Test func packsAreSentToAnotherPrinter() throws {
    let (sandbox, lab) = try atLab(printers: 2)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "4")
    try lab.set("delay", of: "lab2", to: "4")
    let run = try sandbox.start("print", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    try lab.engine("lab2", says: "START")
    let rooms = try sandbox.planJSON().packs.map(\.room)
    let moved = try sandbox.tirazh("send-to", "lab2", rooms[2])
    #expect(moved.status == 0, "\(moved.text)")
    let ended = try run.end()
    #expect(ended.status == 0, "\(ended.text)")
    #expect(lab.engineLog(of: "lab2").count { $0.hasPrefix("DONE") } == 2)
    #expect(Set(try sandbox.states().values) == ["proved"])
    #expect(try sandbox.tirazh("send-to", "lab2", rooms[2]).status == 3)
  }

  @Test func aPlanChangedInAnotherWindowIsPrintedFromThenOn() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try sandbox.seat(["204": 1...2, "205": 3...4, "301": 5...6])
    try lab.set("delay", of: "lab1", to: "4")
    let run = try sandbox.start("print", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    let begun = try #require(try sandbox.states().first { $0.value == "printing" }?.key)
    let rooms = ["204", "205", "301"].filter { $0 != begun }
    try sandbox.seat(["204": 1...2, "205": 3...4, "301": 5...6], and: [7: rooms[0]])
    let frozen = try sandbox.tirazh("plan", "--freeze", environment: lab.environment)
    #expect(frozen.status == 0, "\(frozen.text)")
    let renamed = try sandbox.tirazh("room", rooms[1], "Актовый зал", environment: lab.environment)
    #expect(renamed.status == 0, "\(renamed.text)")
    let ended = try run.end()
    #expect(ended.status == 0 && ended.errors.contains("План меняется"), "\(ended.text)")
    #expect(Set(try sandbox.states().values) == ["proved"], "\(ended.text)")
    // What had begun went on under its own revision; each of the others was printed once, by the last.
    let plan = try sandbox.planJSON().plan()
    let received = try lab.received(by: "lab1")
    #expect(received.count == 3)
    for pack in plan.packs {
      let name = "tz-7f3a2c-\(pack.id.rawValue.lowercased())-a"
      let file = try #require(received.first { $0.key.hasPrefix(name) })
      let attempt = try #require(Int(file.key.dropFirst(name.count)))
      #expect(
        try sandbox.proof().problems(
          pdf: file.value, pack: pack.id, attempt: attempt,
          revision: pack.label == begun ? 1 : 3, items: nil) == [])
    }
  }

  @Test func aPackLargerThanTheBinComesInParts() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try sandbox.seat(["204": 1...3])
    try sandbox.describe { $0 + "\nprinters: [{name: lab1, output: 30}]\n" }
    let run = try sandbox.start("print", environment: lab.environment)
    try patiently { try run.errorsSoFar().contains("ЛОТОК ПОЛОН") }
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("DONE") } == 1)
    #expect(try sandbox.tirazh("taken", environment: lab.environment).output.contains("дальше"))
    let ended = try run.end()
    #expect(ended.status == 0, "\(ended.text)")
    #expect(Set(try sandbox.states().values) == ["proved"])
    let plan = try sandbox.planJSON().plan()
    let files = Array(try lab.received(by: "lab1").values)
    let marks = try files.map { try PackProof.marks(of: $0).compactMap(\.self) }
    #expect(files.count == 2 && marks.allSatisfy { $0.count <= 30 })
    let out = marks.flatMap(\.self).filter { $0.item.rawValue != "S00" }
      .map { "\($0.item.rawValue) \($0.page)" }.sorted()
    let wanted = plan.packs.flatMap { pack in
      pack.order.flatMap { item in
        (1...(pack.pages(of: item) ?? 1)).map { "\(item.rawValue) \($0)" }
      }
    }.sorted()
    #expect(out == wanted)
  }
}
