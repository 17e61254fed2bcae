import Exam
import Foundation
import Planning
import Testing

@Suite("Packs of rooms")
struct PlannerTests {
  @Test("each of two rooms of 25 gets 13 and 12, whatever the whole grade would round to")
  func halves() throws {
    let people =
      Samples.people(25, room: "204")
      + Samples.people(25, room: "31", className: "5Б", from: 26)
    let plan = Planner.plan(try Samples.input(people)).plan
    #expect(plan.packs.map(\.room.rawValue) == ["31", "204"])
    for pack in plan.packs {
      #expect(pack.count(variant: "1") == 13)
      #expect(pack.count(variant: "2") == 12)
    }
    #expect(plan.participants == 50)
    #expect(plan.copies == 54)
  }

  @Test("copies follow the seats, then the separator, the spares and the end sheet")
  func order() throws {
    let people = Array(Samples.people(3, room: "204").reversed())
    let pack = try #require(Planner.plan(try Samples.input(people)).plan.packs.first)
    #expect(
      pack.order.map(\.rawValue) == ["S01", "C001", "C002", "C003", "S02", "C004", "C005", "S03"])
    #expect(pack.papers.map(\.paper) == ["packing-sheet", "separator", "end-sheet"])
    #expect(
      pack.copies.map(\.serial) == ["204-01", "204-02", "204-03", "204-Р1", "204-Р2"])
    #expect(pack.own.compactMap { $0.seat?.text } == ["1А", "1Б", "2А"])
    #expect(pack.own.map { $0.variant?.rawValue } == ["1", "2", "2"])
    #expect(pack.sheets == 3 + 5 * 12)
  }

  @Test("without spares there is no separator")
  func noSpares() throws {
    let input = try Samples.input(Samples.people(2, room: "204"), spares: .perVariant(0))
    let pack = try #require(Planner.plan(input).plan.packs.first)
    #expect(pack.order.map(\.rawValue) == ["S01", "C001", "C002", "S02"])
  }

  @Test("those without a seat follow, and it is said")
  func mixedSeats() throws {
    let people =
      Samples.people(1, room: "204", seated: false) + Samples.people(1, room: "204", from: 2)
    let planned = Planner.plan(try Samples.input(people))
    let (plan, findings) = (planned.plan, planned.findings)
    #expect(plan.packs.first?.own.map(\.participant) == ["50002", "50001"])
    #expect(findings.map(\.kind) == [.planSeatsMissing])
  }

  @Test("two works in one room are dealt each for itself and have spares each")
  func twoWorks() throws {
    let works = [Samples.work("math", classes: ["5А"]), Samples.work("rus", classes: ["5Б"])]
    let people =
      Samples.people(3, room: "204")
      + Samples.people(3, room: "204", className: "5Б", from: 4)
    let pack = try #require(Planner.plan(try Samples.input(people, works: works)).plan.packs.first)
    #expect(
      pack.own.filter { $0.work.rawValue == "math" }.map(\.variant?.rawValue) == ["1", "2", "2"])
    #expect(
      pack.own.filter { $0.work.rawValue == "rus" }.map(\.variant?.rawValue) == ["1", "2", "2"])
    #expect(pack.spares.map(\.work.rawValue) == ["math", "math", "rus", "rus"])
    #expect(pack.participants == 6)
  }

  @Test("parts are packs of their own")
  func parts() throws {
    let works = [Samples.work("rus1"), Samples.work("rus2", part: 2)]
    let plan = Planner.plan(try Samples.input(Samples.people(2, room: "204"), works: works)).plan
    #expect(plan.packs.map(\.part) == [1, 2])
    #expect(plan.packs.map(\.id.rawValue) == ["P01", "P02"])
    #expect(
      plan.packs.last?.copies.map(\.serial) == ["204/2-01", "204/2-02", "204/2-Р1", "204/2-Р2"])
    #expect(plan.participants == 2)
  }

  @Test("no work and two works are stops of the participant's room")
  func stops() throws {
    let works = [Samples.work("a", classes: ["5А"]), Samples.work("b", classes: ["5А", "5В"])]
    let people =
      Samples.people(1, room: "1") + Samples.people(1, room: "2", className: "5Б", from: 2)
      + Samples.people(1, room: "3", className: "5В", from: 3)
    let planned = Planner.plan(try Samples.input(people, works: works))
    let (plan, findings) = (planned.plan, planned.findings)
    #expect(Set(findings.map(\.kind)) == [.planTwoWorks, .planNoWork, .planWorkEmpty])
    let stopped = Stops.stoppedRooms(plan: plan, findings: findings)
    #expect(Set(stopped.keys.map(\.rawValue)) == ["1", "2"])
    #expect(findings.allSatisfy { !$0.message.ru.contains("Иванов") })
  }

  @Test("a crowded room, an empty class and an empty work are warnings")
  func warnings() throws {
    let works = [Samples.work("a", classes: ["5А", "5Г"]), Samples.work("b", classes: ["9А"])]
    let input = try Samples.input(
      Samples.people(3, room: "1"), works: works, policy: Policy(roomLimit: 2))
    let findings = Planner.plan(input).findings
    #expect(
      findings.map(\.kind) == [
        .planRoomCrowded, .planClassEmpty, .planWorkEmpty, .planClassEmpty,
      ])
    #expect(findings.allSatisfy { $0.severity == .warn })
  }

  @Test("the same exam gives the same bytes, and a list in another order of seats too")
  func determinism() throws {
    let people = Samples.people(30, room: "204") + Samples.people(30, room: "31", from: 31)
    let first = try PlanReport(
      plan: Planner.plan(try Samples.input(people)).plan, schedule: [:], revision: 1, frozen: false,
      findings: [],
      language: .ru
    ).json()
    for _ in 0..<5 {
      var generator = SystemRandomNumberGenerator()
      let shuffled = people.shuffled(using: &generator)
      let again = PlanReport(
        plan: Planner.plan(try Samples.input(shuffled)).plan, schedule: [:], revision: 1,
        frozen: false,
        findings: [], language: .ru)
      #expect(try again.json() == first)
    }
  }

  @Test("five hundred participants")
  func many() throws {
    let people = (0..<20).flatMap {
      Samples.people(25, room: "\(300 + $0)", from: $0 * 25 + 1)
    }
    let plan = Planner.plan(try Samples.input(people)).plan
    #expect(plan.participants == 500)
    #expect(plan.copies == 540)
    #expect(plan.sheets == 540 * 12 + 20 * 3)
    #expect(Set(plan.packs.flatMap { $0.copies.map(\.serial) }).count == 540)
  }
}
