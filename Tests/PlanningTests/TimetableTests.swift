import Exam
import Planning
import Testing

@Suite("The morning of a plan")
struct TimetableTests {
  private static let printers = [
    PrinterDescription(name: "one", address: .queue("one"), ppm: 60, tray: 200, output: 100),
    PrinterDescription(name: "two", address: .queue("two"), ppm: 60),
  ]

  /// Rooms of ten, 12 pages each, and two papers: 122 sheets a pack.
  private func plan(rooms: Int) throws -> Plan {
    let people = (1...rooms).flatMap { Samples.people(10, room: "\($0)", from: $0 * 10) }
    return Planner.plan(try Samples.input(people, spares: .perVariant(0))).plan
  }

  @Test("when everything is ready, and what happens if a printer fails")
  func failures() throws {
    let table = Timetable(try plan(rooms: 4), on: Self.printers)
    #expect(table.readyS == 2 * (15 + 122))
    #expect(table.failures.map(\.printer) == ["one", "two"])
    #expect(table.failures.map(\.readyS) == [4 * (15 + 122), 4 * (15 + 122)])
    #expect(table.withOneMoreS <= table.readyS)
    #expect(Timetable(try plan(rooms: 1), on: nil).failures.isEmpty)
  }

  @Test("trays that run empty and bins that run over")
  func trays() throws {
    let table = Timetable(try plan(rooms: 4), on: Self.printers)
    // 244 sheets from a tray of 200: the second pack begins after 152 s, 78 of its sheets are there.
    #expect(table.refills.map(\.printer) == ["one"])
    #expect(table.refills.map(\.count) == [1])
    #expect(table.refills.map(\.firstS) == [152 + 78])
    #expect(table.overfull.map(\.printer) == ["one"])
    #expect(table.overfull.map(\.output) == [100])
    #expect(table.overfull.first?.packs.count == 2)
    #expect(Timetable(try plan(rooms: 2), on: Self.printers).refills.isEmpty)
  }

  @Test(
    "the latest start is before the packs are needed, and on the same day",
    arguments: [
      (520, 60, 519), (520, 61, 518), (520, 0, 520), (10, 601, -1), (10, 600, 0),
    ])
  func latestStart(ready: Int, seconds: Int, wanted: Int) {
    let start = Timetable.latestStart(for: ClockTime(minutes: ready), seconds: seconds)
    #expect(start?.minutes ?? -1 == wanted)
  }

  @Test("paper is counted by work, and all of it")
  func supplies() throws {
    let works = [Samples.work("math", classes: ["5А"]), Samples.work("rus", classes: ["5Б"])]
    var low = Samples.people(3, room: "1")
    low[0].conditions.lowVision = true
    let people = low + Samples.people(2, room: "1", className: "5Б", from: 4)
    let plan = Planner.plan(try Samples.input(people, works: works)).plan
    let supplies = Supplies(plan)
    #expect(supplies.lines.map(\.subject) == ["math", "rus", nil])
    #expect(supplies.lines.map(\.spares) == [2, 2, 0])
    #expect(supplies.sheets + supplies.large == plan.sheets)
    #expect(supplies.large == 12 + 2)
    #expect(Supplies.reams(501) == 2)
  }
}
