import Exam
import Planning
import Testing

@Suite("Spares, papers, variants, printers")
struct SpareAndPaperTests {
  private func source(_ count: Int, _ material: String) -> [SourcePage] {
    (0..<count).map {
      SourcePage(
        material: MaterialID(rawValue: material), file: "\(material).pdf", page: $0 + 1)
    }
  }

  @Test("a share is rounded up, has a least, and is dealt over the variants")
  func percent() throws {
    let rule = SpareRule.percent(10, atLeast: 2)
    let small = try Samples.input(Samples.people(5, room: "1"), spares: rule)
    let large = try Samples.input(Samples.people(21, room: "1"), spares: rule)
    #expect(
      Planner.plan(small).plan.packs.first?.spares.map { $0.variant?.rawValue } == ["1", "2"])
    #expect(
      Planner.plan(large).plan.packs.first?.spares.map { $0.variant?.rawValue } == ["1", "2", "1"])
  }

  @Test("spares of the exam are a pack of their own, the last")
  func examPack() throws {
    let plan = Planner.plan(
      try Samples.input(Samples.people(5, room: "1"), spares: .exam(2))
    ).plan
    let last = try #require(plan.packs.last)
    #expect(last.room.rawValue == "Штаб")
    #expect(last.participants == 0)
    #expect(last.copies.map(\.serial) == ["Штаб-Р1", "Штаб-Р2", "Штаб-Р3", "Штаб-Р4"])
    #expect(last.papers.map(\.paper) == ["packing-sheet", "separator", "end-sheet"])
    #expect(plan.packs.first?.spares.isEmpty == true)
  }

  @Test("papers go to the room, to each organiser and to the exam")
  func papers() throws {
    func paper(_ id: String, _ give: Give, _ copies: Int) -> PaperPages {
      PaperPages(
        material: MaterialID(rawValue: id), give: give, copies: copies, pages: source(2, id))
    }
    let pages = WorkPages(
      work: Samples.math.id,
      variants: [
        VariantPages(variant: Variant(rawValue: "1"), pages: source(3, "work")),
        VariantPages(variant: Variant(rawValue: "2"), pages: source(3, "work")),
      ],
      papers: [paper("door", .room, 1), paper("guide", .organiser, 2), paper("act", .exam, 1)])
    var input = try Samples.input(Samples.people(2, room: "1"), pages: [pages])
    input.policy.sides = .two
    let plan = Planner.plan(input).plan
    let room = try #require(plan.packs.first)
    #expect(
      room.papers.map(\.paper) == [
        "packing-sheet", "door", "guide", "guide", "guide", "guide", "separator", "end-sheet",
      ])
    #expect(room.papers.map(\.id.rawValue).last == "S08")
    #expect(room.sheets == 3 + 5 * 1 + 4 * 2)
    #expect(plan.packs.last?.papers.map(\.paper) == ["packing-sheet", "act", "end-sheet"])
    #expect(plan.works.first?.assumed == false)
    #expect(try plan.source(of: #require(room.copies.first)).map(\.page) == [1, 2, 3])
  }

  @Test("a variant fixed by the list is kept, an unknown one stops the room")
  func fixedVariants() throws {
    var people = Samples.people(3, room: "1")
    people[0].variant = Variant(rawValue: "2")
    people[1].variant = Variant(rawValue: "7")
    let pages = WorkPages(
      work: Samples.math.id,
      variants: ["1", "2"].map {
        VariantPages(variant: Variant(rawValue: $0), pages: source(3, "work"))
      }, papers: [])
    let planned = Planner.plan(try Samples.input(people, pages: [pages]))
    let (plan, findings) = (planned.plan, planned.findings)
    #expect(plan.packs.first?.own.map { $0.variant?.rawValue } == ["2", "1", "1"])
    #expect(findings.map(\.kind) == [.planUnknownVariant])
    #expect(findings.first?.rooms == [RoomName(rawValue: "1")])
  }

  @Test("each pack goes to the printer that would finish it first")
  func printers() throws {
    let printers = [
      PrinterDescription(name: "slow", address: .queue("slow"), ppm: 10),
      PrinterDescription(name: "fast", address: .queue("fast"), ppm: 40),
    ]
    let people = (1...3).flatMap { Samples.people(10, room: "\($0)", from: $0 * 10) }
    let plan = Planner.plan(try Samples.input(people)).plan
    let slots = plan.packs.compactMap { plan.schedule(on: printers)[$0.id] }
    #expect(slots.map(\.printer) == ["fast", "fast", "fast"])
    #expect(slots.map(\.startS) == [15, 251, 487])
    #expect(slots.map(\.readyS) == [236, 472, 708])
  }

  @Test("where no printer is named one of usual speed is counted with")
  func nobodyNamesAPrinter() throws {
    let plan = Planner.plan(try Samples.input(Samples.people(2, room: "1"))).plan
    let slot = try #require(plan.schedule(on: nil)[PackID(number: 1)])
    #expect(slot.printer == nil)
    #expect(slot.readyS == 15 + (plan.sheets * 60 + 19) / 20)
  }

  @Test("a machine takes only its paper, and is free when it says")
  func machines() {
    let loads = [
      Scheduler.Load(pack: PackID(number: 1), impressions: 20),
      Scheduler.Load(pack: PackID(number: 2), impressions: 20, media: "iso_a3_297x420mm"),
      Scheduler.Load(pack: PackID(number: 3), impressions: 20, media: "na_letter_8.5x11in"),
    ]
    let slots = Scheduler.assign(
      loads,
      to: [
        Scheduler.Machine(name: "a4", ppm: 60, media: []),
        Scheduler.Machine(name: "a3", ppm: 20, freeS: 100, media: ["iso_a3_297x420mm"]),
      ])
    #expect(slots.map(\.pack.rawValue) == ["P01", "P02"])
    #expect(slots.map(\.printer) == ["a4", "a3"])
    #expect(slots.map(\.readyS) == [35, 175])
  }

  @Test("measures decide the pages of the layout's papers")
  func measures() throws {
    var input = try Samples.input(Samples.people(2, room: "1"), spares: .perVariant(0))
    input.measures = Measures(pages: [PackID(number: 1): [.paper(1): 3]])
    let pack = try #require(Planner.plan(input).plan.packs.first)
    #expect(pack.papers.map(\.pages) == [3, 1])
    #expect(pack.sheets == 4 + 24)
  }
}
