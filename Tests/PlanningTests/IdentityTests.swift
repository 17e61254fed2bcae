import Exam
import Planning
import Testing

/// A list, and the plans that follow each other from it.
private struct Morning {
  var plan: Plan
  var people: [PersonRecord] = []

  /// The first freeze.
  init(_ list: [Participant]) throws {
    let planned = Planner.plan(try Samples.input(list))
    plan = planned.plan
    people = Self.records(planned)
  }

  /// What the next revision would be.
  func next(
    _ list: [Participant], answers: [String: Bool] = [:], onPaper: [PackID: Set<ItemID>] = [:],
    works: [Work] = [Samples.math], pages: [WorkPages] = [], documents: [PlanDocument] = []
  ) throws -> Planned {
    var input = try Samples.input(list, works: works, pages: pages)
    input.documents = documents
    input.former = FormerPlan(plan: plan, people: people, answers: answers, onPaper: onPaper)
    return Planner.plan(input)
  }

  mutating func freeze(_ planned: Planned) {
    plan = planned.plan
    people = Self.records(planned)
  }

  private static func records(_ planned: Planned) -> [PersonRecord] {
    planned.participants.map {
      PersonRecord(key: $0.key, name: $0.name ?? "", className: $0.className?.rawValue ?? "")
    }
  }
}

@Suite("Nothing is known by its place")
struct IdentityTests {
  /// People without codes or seats, as everyday lists have them.
  private static func named(
    _ names: [String], room: String, className: String = "5А", from first: Int = 1
  ) -> [Participant] {
    names.enumerated().map { index, name in
      Participant(
        ordinal: first + index, name: name, className: ClassName(rawValue: className),
        room: RoomName(rawValue: room))
    }
  }

  private static let list =
    named(["Авдеева Яна", "Белов Ян", "Власова Зоя"], room: "204")
    + named(["Гусев Лев", "Дымов Ким"], room: "205", from: 4)

  private static func renumbered(_ list: [Participant]) -> [Participant] {
    list.enumerated().map { index, person in
      var person = person
      person.ordinal = index + 1
      return person
    }
  }

  /// Everything of a plan that people and scripts know its parts by.
  private static func identity(_ plan: Plan) -> Set<String> {
    Set(
      plan.packs.flatMap { pack in
        pack.copies.map {
          "\(pack.id.rawValue) \($0.id.rawValue) \($0.serial) \($0.participant ?? "-") "
            + ($0.variant?.rawValue ?? "-")
        } + pack.papers.map { "\(pack.id.rawValue) \($0.id.rawValue) \($0.paper)" }
      })
  }

  @Test("without codes people are numbered at the first freeze")
  func keys() throws {
    let plan = try Morning(Self.list).plan
    #expect(
      plan.packs.flatMap { $0.own.map(\.participant) } == ["N001", "N002", "N003", "N004", "N005"])
  }

  @Test(
    "sorting the list, renaming files, a new room before the others: nothing else changes",
    arguments: ["reversed", "sorted", "room", "row", "code"])
  func insertion(change: String) throws {
    let morning = try Morning(Self.list)
    var list = Self.list
    switch change {
    case "reversed": list.reverse()
    case "sorted": list.sort { ($0.name ?? "") > ($1.name ?? "") }
    case "room": list.insert(contentsOf: Self.named(["Ежова Ия"], room: "101"), at: 0)
    case "row": list.insert(contentsOf: Self.named(["Ежова Ия"], room: "204"), at: 1)
    default: list[0].code = ParticipantCode(rawValue: "50077")
    }
    let planned = try morning.next(Self.renumbered(list))
    #expect(planned.doubts.isEmpty)
    #expect(Self.identity(planned.plan).isSuperset(of: Self.identity(morning.plan)))
  }

  @Test("a newcomer goes on with the room's numbers, and lies where the list has them")
  func newcomer() throws {
    let morning = try Morning(Self.list)
    var list = Self.list
    list.insert(contentsOf: Self.named(["Ежова Ия"], room: "204"), at: 1)
    let pack = try #require(try morning.next(Self.renumbered(list)).plan.packs.first)
    #expect(pack.own.map(\.serial) == ["204-01", "204-04", "204-02", "204-03"])
    #expect(pack.own.map(\.participant) == ["N001", "N006", "N002", "N003"])
    // The room had 1, 2, 1: the newcomer gets the variant that it has fewest of.
    #expect(pack.own.map(\.variant?.rawValue) == ["1", "2", "2", "1"])
  }

  @Test("ids of what is gone are never given again")
  func neverReused() throws {
    var morning = try Morning(Self.list)
    morning.freeze(try morning.next(Self.renumbered(Array(Self.list.dropLast()))))
    #expect(morning.plan.packs[1].own.map(\.serial) == ["205-01"])
    let list = Self.list.dropLast() + Self.named(["Ежова Ия"], room: "205")
    let planned = try morning.next(Self.renumbered(Array(list)))
    let pack = planned.plan.packs[1]
    #expect(pack.own.map(\.serial) == ["205-01", "205-03"])
    #expect(pack.own.last?.participant == "N006")
    let ids = pack.copies.map(\.id.rawValue)
    #expect(!ids.contains("C002"))
  }

  @Test("a room that is gone keeps its number for ever")
  func goneRoom() throws {
    var morning = try Morning(Self.list)
    morning.freeze(try morning.next(Array(Self.list.prefix(3))))
    #expect(morning.plan.packs.map(\.id.rawValue) == ["P01"])
    let list = Self.list.prefix(3) + Self.named(["Ежова Ия"], room: "301", from: 4)
    let planned = try morning.next(Array(list))
    #expect(planned.plan.packs.map(\.id.rawValue) == ["P01", "P03"])
  }

  @Test("all members together in a room without a pack: the same pack, another door")
  func otherDoor() throws {
    let morning = try Morning(Self.list)
    let list = Self.list.map { person in
      var person = person
      if person.room.rawValue == "204" { person.room = RoomName(rawValue: "Актовый зал") }
      return person
    }
    let planned = try morning.next(list)
    let pack = try #require(planned.plan.pack(PackID(number: 1)))
    #expect(pack.label == "Актовый зал")
    #expect(pack.own.map(\.serial) == ["204-01", "204-02", "204-03"])
    let delta = PlanDelta(from: morning.plan, to: planned.plan)
    #expect(delta.entries.map(\.change) == [.door(from: "204", to: "Актовый зал")])
    #expect(RoomQuery("204").packs(in: planned.plan).map(\.id) == [pack.id])
    #expect(RoomQuery("актовый зал").packs(in: planned.plan).map(\.id) == [pack.id])
  }

  @Test("who comes into a room that a pack has left gets a pack of their own")
  func formerRoom() throws {
    var morning = try Morning(Self.list)
    var list = Self.list.map { person in
      var person = person
      if person.room.rawValue == "204" { person.room = RoomName(rawValue: "Актовый зал") }
      return person
    }
    morning.freeze(try morning.next(list))
    list += Self.named(["Ежова Ия"], room: "204", from: 6)
    let planned = try morning.next(list)
    #expect(planned.plan.pack(PackID(number: 1))?.label == "Актовый зал")
    #expect(planned.plan.packs.first { $0.label == "204" }?.id == PackID(number: 3))
    #expect(
      PlanDelta(from: morning.plan, to: planned.plan).entries.map(\.change) == [.newPack, .came])
  }

  @Test("who moves keeps key, work and variant, and takes the printed copy along")
  func moved() throws {
    let source = (1...2).map {
      SourcePage(material: MaterialID(rawValue: "work"), file: "a.pdf", page: $0)
    }
    let pages = [
      WorkPages(
        work: Samples.math.id,
        variants: ["1", "2"].map { VariantPages(variant: Variant(rawValue: $0), pages: source) })
    ]
    let documents = [
      PlanDocument(
        work: Samples.math.id, material: MaterialID(rawValue: "work"), file: "a.pdf",
        container: nil, sha256: "aa")
    ]
    var morning = try Morning(Self.list)
    morning.freeze(try morning.next(Self.list, pages: pages, documents: documents))
    var list = Self.list
    list[1].room = RoomName(rawValue: "205")
    let printed = [PackID(number: 1): Set([ItemID.copy(2)])]
    let planned = try morning.next(
      list, onPaper: printed, pages: pages, documents: documents)
    let copy = try #require(planned.plan.packs[1].own.first { $0.participant == "N002" })
    #expect(copy.variant?.rawValue == "2")
    #expect(copy.carried?.serial == "204-02")
    #expect(!planned.plan.packs[1].printed.contains(copy.id))
    let delta = PlanDelta(from: morning.plan, to: planned.plan)
    #expect(delta.entries.map(\.change) == [.moved(from: "204", carried: copy.carried)])
    // What is not on paper is printed where its participant sits.
    let other = try morning.next(list, pages: pages, documents: documents)
    #expect(other.plan.packs[1].own.allSatisfy { $0.carried == nil })
    // Once carried it stays so, also when the list is read again.
    var later = morning
    later.freeze(planned)
    let again = try later.next(list, onPaper: printed, pages: pages, documents: documents)
    #expect(again.plan == planned.plan)
    // With other pages it lies where it was carried to, to be replaced by one of its own serial.
    var replaced = documents
    replaced[0].sha256 = "bb"
    let anew = try later.next(list, onPaper: printed, pages: pages, documents: replaced)
    let own = try #require(anew.plan.packs[1].own.first { $0.participant == "N002" })
    #expect(own.serial == "204-02" && own.carried?.outdated == true)
    #expect(anew.plan.packs[1].printed.contains(own.id))
  }

  /// A serial names one person's copy for good, whatever has become of the pack that it was given in.
  @Test("no serial is given twice", arguments: [true, false])
  func serials(isGone: Bool) throws {
    var morning = try Morning(Self.list)
    let first = Set(morning.plan.packs.flatMap { $0.copies.map(\.serial) })
    if isGone {
      // Everybody of 205 has gone to 204.
      var list = Self.list
      for index in 3...4 { list[index].room = RoomName(rawValue: "204") }
      morning.freeze(try morning.next(list))
    } else {
      morning.plan = morning.plan.renaming(
        RoomName(rawValue: "205"), to: RoomName(rawValue: "Спортзал"))
    }
    let room = morning.plan.packs.last?.place ?? RoomName(rawValue: "204")
    var list = Self.list
    for index in 3...4 { list[index].room = room }
    list += Self.named(["Ершов Пётр"], room: "205", from: 6)
    let planned = try morning.next(list)
    let new = try #require(planned.plan.packs.first { $0.place.rawValue == "205" })
    #expect(new.own.count == 1)
    #expect(new.copies.allSatisfy { !first.contains($0.serial) })
    // Where a pack goes now comes before the room that it was first planned for.
    #expect(RoomQuery("205").packs(in: planned.plan).map(\.id) == [new.id])
  }

  @Test("a carried copy keeps its serial, lies in the pile, and is replaced where it lies")
  func carriedSerial() throws {
    let plan = try Morning(Self.list).plan
    let copy = plan.packs[0].own[1]
    let moved = plan.moving(
      copy.participant ?? "", to: RoomName(rawValue: "205"), onPaper: [plan.packs[0].id: [copy.id]])
    let there = try #require(moved.packs[1].own.first { $0.participant == copy.participant })
    #expect(there.serial == copy.serial)
    #expect(
      CopyQuery("TZ1:7F3A2C:1:P01:\(copy.id.rawValue):1/2:1").item(in: moved.packs[1]) == there.id)
    let sheets = PaperContents(plan: moved, pack: moved.packs[1], language: .ru)
      .data(PaperContents.Job()).fields["sheets"]
    #expect(sheets == "\(moved.packs[1].sheets + copy.pages)")
  }

  @Test("a code that comes later is an attribute; two with one code stay two people")
  func codes() throws {
    let morning = try Morning(Self.list)
    var list = Self.list
    list[0].code = ParticipantCode(rawValue: "50001")
    let planned = try morning.next(list)
    #expect(planned.plan.packs[0].own.first?.participant == "N001")
    #expect(planned.plan.packs[0].own.first?.code?.rawValue == "50001")
    list[1].code = ParticipantCode(rawValue: "50001")
    let keys = try Morning(list).plan.packs.flatMap { $0.own.map(\.participant) }
    #expect(Set(keys).count == 5)
  }

  @Test("a doubt is asked and never guessed", arguments: [nil, true, false] as [Bool?])
  func doubt(answer: Bool?) throws {
    let morning = try Morning(Self.list)
    var list = Self.list
    list[2].name = "Волосова Зоя"
    let planned = try morning.next(list)
    let doubt = try #require(planned.doubts.first)
    #expect(doubt.key == "N003" && doubt.newcomer.ordinal == 3)
    #expect(!doubt.id.contains("Во"))
    guard let answer else { return }
    let settled = try morning.next(list, answers: [doubt.id: answer])
    #expect(settled.doubts.isEmpty)
    let delta = PlanDelta(from: morning.plan, to: settled.plan)
    #expect(delta.isEmpty == answer)
    if !answer { #expect(delta.entries.map(\.change) == [.came, .went]) }
  }

  @Test("namesakes of one class are told apart by their rooms, else they are doubtful")
  func namesakes() throws {
    let twins =
      Self.named(["Иванов Иван"], room: "204")
      + Self.named(
        ["Иванов Иван"], room: "205", from: 2)
    let morning = try Morning(twins)
    #expect(try morning.next(Self.renumbered(twins.reversed())).plan.packs == morning.plan.packs)
  }

  @Test("a list whose names all changed is asked about room by room, not everybody with everybody")
  func manyDoubts() throws {
    let first = Samples.people(600, room: "204", seated: false).map { person in
      var person = person
      person.code = nil
      person.name = "Прежний\(person.ordinal) Ян"
      person.room = RoomName(rawValue: "\(person.ordinal / 20)")
      person.className = ClassName(rawValue: "5\(person.ordinal / 20)")
      return person
    }
    let morning = try Morning(first)
    let planned = try morning.next(
      first.map { person in
        var person = person
        person.name = "Новый\(person.ordinal) Лев"
        return person
      })
    #expect(planned.doubts.count == 600)
    #expect(planned.doubts.allSatisfy { $0.room == $0.newcomer.room })
  }

  @Test("the same input after a freeze is the same plan, and no delta")
  func stable() throws {
    let morning = try Morning(Self.list)
    let planned = try morning.next(Self.list)
    #expect(planned.plan == morning.plan)
    #expect(PlanDelta(from: morning.plan, to: planned.plan).isEmpty)
  }
}

@Suite("A participant is sent elsewhere")
struct EditTests {
  private func plan() throws -> (plan: Plan, input: PlanInput) {
    var people = Samples.people(2, room: "204") + Samples.people(2, room: "301", from: 3)
    people[0].conditions.lowVision = true
    let input = try Samples.input(people)
    return (Planner.plan(input).plan, input)
  }

  @Test("the enlarged copy is called as the copy is, and a later list changes nothing of it")
  func enlarged() throws {
    var (plan, input) = try plan()
    let moved = plan.moving("50001", to: RoomName(rawValue: "301"), onPaper: [:])
    let serials = moved.packs.flatMap { pack in
      pack.copies.filter { $0.participant == "50001" }.map { "\(pack.label): \($0.serial)" }
    }
    #expect(serials == ["301: 301-03", "301 А3: 301-03 А3"])
    input.former = FormerPlan(plan: moved, people: [])
    let again = Planner.plan(input).plan
    #expect(PlanDelta(from: moved, to: again).isEmpty)
    #expect(
      Set(again.packs.flatMap { $0.copies.map(\.serial) })
        == Set(moved.packs.flatMap { $0.copies.map(\.serial) }))
  }

  @Test("a carried copy goes on with its participant, or is printed where that is wanted")
  func printed() throws {
    let (plan, _) = try plan()
    let first = try #require(plan.packs.first { $0.label == "204" })
    let copy = try #require(first.copies.first { $0.participant == "50002" })
    let carried = plan.moving(
      "50002", to: RoomName(rawValue: "301"), onPaper: [first.id: [copy.id]])
    let there = try #require(carried.packs.first { $0.label == "301" })
    let moved = try #require(there.copies.first { $0.participant == "50002" })
    #expect(moved.carried?.serial == "204-02")
    let back = carried.moving(
      "50002", to: RoomName(rawValue: "204"), onPaper: [there.id: [moved.id]])
    #expect(back.pack(first.id)?.copies.last { !$0.spare }?.carried?.serial == "204-02")
    let anew = carried.moving("50002", to: RoomName(rawValue: "204"), onPaper: [:])
    let own = try #require(anew.pack(first.id)?.copies.last { !$0.spare })
    #expect(own.participant == "50002" && own.carried == nil)
  }
}

@Suite("What would come out the same")
struct ContentTests {
  private func contents(_ plan: Plan) -> RevisionContents {
    RevisionContents(
      plan: plan,
      layoutFiles: [
        "a.yaml": "paper: packing-sheet\nblocks:\n  - {text: \"{room} {copies} {conditions}\"}\n",
        "b.yaml": "paper: end-sheet\nblocks:\n  - {text: \"{room} {attempt}\"}\n",
        "c.yaml": "paper: separator\nblocks:\n  - {text: \"x\"}\n", "l.yaml": "marks: []\n",
      ])
  }

  private func changed(_ change: (inout [Participant]) -> Void) throws -> [String] {
    var people = Samples.people(3, room: "204")
    let plan = Planner.plan(try Samples.input(people)).plan
    change(&people)
    var input = try Samples.input(people)
    input.former = FormerPlan(plan: plan, people: [])
    let next = Planner.plan(input).plan
    let pack = try #require(next.packs.first)
    let same = contents(plan).unchanged(in: pack.id, under: contents(next))
    return pack.order.filter { !same.contains($0) }.map(\.rawValue)
  }

  @Test("thirty minutes more stale the packing sheet and no copy")
  func conditions() throws {
    let stale = try changed { $0[0].conditions.extraMinutes = 30 }
    #expect(stale == ["S01"])
  }

  @Test("another pupil's copy is none of the others' business")
  func newcomer() throws {
    let stale = try changed { $0 += Samples.people(1, room: "204", from: 9) }
    #expect(stale == ["S01", "C006"])
  }

  @Test("a corrected seat changes what the packing sheet lists only if it lists seats")
  func seat() throws {
    #expect(try changed { $0[0].seat = Seat(row: 9, letter: "А") } == [])
  }

  @Test("nothing changes, nothing is stale")
  func nothing() throws { #expect(try changed { _ in } == []) }
}
