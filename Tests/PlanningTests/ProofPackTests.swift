import Exam
import Planning
import Testing

/// The sets that are looked at before everything else is printed.
@Suite struct ProofPackTests {
  private func plan(_ pages: Int) throws -> Plan {
    let source = (0..<pages).map {
      SourcePage(material: MaterialID(rawValue: "work"), file: "work.pdf", page: $0 + 1)
    }
    var plan = Planner.plan(try Samples.input(Samples.people(5, room: "1"))).plan
    plan.booklets = plan.booklets.map {
      Booklet(
        id: $0.id, work: $0.work, variant: $0.variant, pages: pages, source: source)
    }
    return plan
  }

  @Test func everyWorkAndVariantIsThereOnce() throws {
    let pack = try #require(ProofPack.of(try plan(3), named: "Проба"))
    #expect(pack.id.rawValue == "P00")
    #expect(pack.copies.map(\.serial) == ["Проба-1", "Проба-2"])
    #expect(pack.copies.map { $0.variant?.rawValue } == ["1", "2"])
    #expect(pack.copies.allSatisfy { $0.spare })
    #expect(pack.sheets == 7)
    #expect(pack.order.count == 3)
  }

  @Test func whatHasNoPagesYetIsNotLookedAt() throws {
    let bare = try plan(0)
    #expect(ProofPack.of(bare, named: "Проба") == nil)
  }

  @Test func aPlanHasItsProofPackOnce() throws {
    let plan = try plan(3)
    let once = plan.withProof(named: "Проба")
    #expect(once.packs.count == plan.packs.count + 1)
    #expect(once.withProof(named: "Проба") == once)
    #expect(plan.withProof(named: nil) == plan)
  }
}
