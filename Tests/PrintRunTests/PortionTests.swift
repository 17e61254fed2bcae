import Exam
import Planning
import PrintRun
import Testing

/// A pack that a bin does not hold comes in parts of whole copies.
@Suite struct PortionTests {
  private static func printer(_ name: String, bin: Int?) -> RunPrinter {
    RunPrinter(name: name, bin: bin, stagesAhead: true, counting: .shown)
  }

  private func parts(_ commands: [Run.Command]) -> [ItemID] {
    commands.flatMap { command -> [ItemID] in
      guard case .compose(_, let order, _, _) = command else { return [] }
      return (order.request.items ?? []).map(\.item)
    }
  }

  @Test func theRestFollowsWhenTheBinIsEmpty() {
    var hand = Hand(packs: 1, printers: [Self.printer("a", bin: 5)])
    // A packing sheet and two copies are five sheets; a slip would be one too many.
    #expect(parts(hand.commands) == [.paper(1), .copy(1), .copy(2)])
    hand.prepare(1)
    hand.release(1)
    hand.end(1, count: 8)
    #expect(hand.isEnded(1, .proved))
    #expect(hand.notes.contains(.full(printer: "a", pack: Hand.ids[0])))
    #expect(hand.composed.isEmpty && !hand.run.isOver)
    hand.feed(.taken(printer: "a"))
    #expect(parts(hand.commands) == [.copy(3), .paper(2)])
    hand.prepare(1, attempt: 2)
    hand.release(1, attempt: 2)
    hand.end(1, attempt: 2)
    #expect(hand.run.isOver && hand.run.results[Hand.ids[0]]?.verdict == .proved)
  }

  @Test func nothingLiesBetweenThePartsOfAPack() {
    var hand = Hand(packs: 2, printers: [Self.printer("a", bin: 5)])
    hand.prepare(1)
    #expect(hand.composed.isEmpty)
    hand.release(1)
    hand.end(1)
    hand.feed(.taken(printer: nil))
    #expect(hand.composed == [Hand.ids[0]])
  }

  @Test func aSensorSaysTheSame() {
    var hand = Hand(packs: 1, printers: [Self.printer("a", bin: 5)])
    hand.prepare(1)
    hand.release(1)
    hand.end(1)
    hand.feed(.seen("a", .ill(["output-area-full"]), .shown))
    #expect(hand.composed.isEmpty)
    hand.feed(.seen("a", .well, .shown))
    #expect(hand.composed == [Hand.ids[0]])
  }

  @Test func aBinThatIsLargeEnoughChangesNothing() {
    let hand = Hand(packs: 1, printers: [Self.printer("a", bin: 8)])
    #expect(hand.commands.contains(.compose(Hand.ids[0], .whole, on: "a", next: nil)))
  }
}
