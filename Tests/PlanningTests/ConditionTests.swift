import Exam
import Planning
import Testing

@Suite("Special conditions")
struct ConditionTests {
  private func people(_ conditions: [Int: Conditions]) -> [Participant] {
    Samples.people(4, room: "204").map { person in
      var person = person
      person.conditions = conditions[person.ordinal] ?? Conditions()
      return person
    }
  }

  @Test("a copy carries its participant's conditions, and only those")
  func carried() throws {
    let plan = Planner.plan(
      try Samples.input(people([2: Conditions(extraMinutes: 30)]))
    ).plan
    #expect(plan.packs.count == 1)
    #expect(
      plan.packs[0].own.map(\.conditions?.extraMinutes) == [nil, 30, nil, nil])
  }

  @Test("low vision: the same copy once more in a pack of its own, on large paper")
  func enlarged() throws {
    let plan = Planner.plan(
      try Samples.input(
        people([3: Conditions(lowVision: true)]) + Samples.people(2, room: "205", from: 5))
    ).plan
    #expect(plan.packs.map(\.label) == ["204", "204 А3", "205"])
    let large = plan.packs[1]
    #expect(large.media == "iso_a3_297x420mm")
    #expect(large.copies.map(\.serial) == ["204-03 А3"])
    #expect(large.copies[0].participant == plan.packs[0].copies[2].participant)
    #expect(large.copies[0].variant == plan.packs[0].copies[2].variant)
    #expect(large.papers.map(\.paper) == ["packing-sheet", "end-sheet"])
    #expect(large.sheets == large.copies[0].pages + 2)
    #expect(plan.participants == 6)
  }

  @Test("an enlarged pack renumbers no other")
  func numbering() throws {
    let people = people([3: Conditions(lowVision: true)]) + Samples.people(2, room: "205", from: 5)
    let with = Planner.plan(try Samples.input(people)).plan
    #expect(
      with.packs.map { "\($0.label) \($0.id.rawValue)" } == ["204 P01", "204 А3 P03", "205 P02"])
  }

  @Test("a stop of somebody who is in no pack is not lost")
  func withoutRoom() throws {
    let plan = Planner.plan(try Samples.input(people([:]))).plan
    let loose = Finding(.listNoRoom, .stop, .person("#99"), Wording(same: "x"))
    let tied = Finding(.other, .stop, .person("50001"), Wording(same: "x"))
    #expect(Stops.withoutRoom(plan: plan, findings: [loose, tied]) == [loose])
    #expect(
      Stops.stoppedRooms(plan: plan, findings: [loose, tied]).keys.map(\.rawValue) == ["204"])
  }

  @Test("a campaign may prescribe no enlarged copies")
  func notEnlarged() throws {
    var policy = Policy()
    policy.enlargedMedia = nil
    let plan = Planner.plan(
      try Samples.input(people([1: Conditions(lowVision: true)]), policy: policy)
    ).plan
    #expect(plan.packs.count == 1)
  }

  @Test("a room of one's own with others in it is said", arguments: [(1, 1), (4, 0)])
  func ownRoom(alone: Int, findings: Int) throws {
    let conditions = Dictionary(
      uniqueKeysWithValues: (1...alone).map { ($0, Conditions(ownRoom: true)) })
    let found = Planner.plan(try Samples.input(people(conditions))).findings
    #expect(found.count { $0.kind == .planOwnRoom } == findings)
  }

  @Test(
    "the room's name means both packs, the label one",
    arguments: [
      ("204", ["P01", "P02"]), ("204 А3", ["P02"]), ("каб. 204 a3", ["P02"]),
    ])
  func named(query: String, packs: [String]) throws {
    let plan = Planner.plan(
      try Samples.input(people([1: Conditions(lowVision: true)]))
    ).plan
    #expect(RoomQuery(query).packs(in: plan).map(\.id.rawValue) == packs)
  }
}
