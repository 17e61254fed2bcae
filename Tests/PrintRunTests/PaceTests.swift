import Exam
import Planning
import Testing

@testable import PrintRun

/// How fast printers print is learnt from their own counts.
@Suite struct PaceTests {
  @Test func theSpeedIsToldWhenEnoughIsOut() {
    var pace = Pace()
    pace.take(1, isBlocked: false, at: 0)
    pace.take(2, isBlocked: false, at: 10)
    pace.take(5, isBlocked: false, at: 19)
    #expect(pace.perMinute == nil)
    pace.take(12, isBlocked: false, at: 30)
    #expect(pace.perMinute == 30)
  }

  @Test func timeInWhichSomebodyIsWaitedForDoesNotCount() {
    var pace = Pace()
    pace.take(10, isBlocked: false, at: 0)
    pace.take(10, isBlocked: true, at: 60)
    pace.take(10, isBlocked: false, at: 120)
    pace.take(20, isBlocked: false, at: 140)
    #expect(pace.perMinute == 30)
  }

  @Test func aRunShowsWhatComesOutAndWhatComesNext() throws {
    var hand = Hand(packs: 3)
    hand.prepare(1)
    hand.feed(.released(JobKey(pack: Hand.ids[0], attempt: 1), jobID: 1))
    hand.prepare(2)
    hand.feed(
      .looked(
        JobKey(pack: Hand.ids[0], attempt: 1),
        JobSnapshot(state: 5, impressions: 3, processingSince: 1)))
    let view = hand.run.view
    let machine = try #require(view.machines.first)
    #expect(machine.job?.pack == Hand.ids[0])
    #expect(machine.job?.out == 3 && machine.job?.sheets == 8)
    #expect(machine.next == Hand.ids[1])
    #expect(view.out == 3 && view.sheets == 24)
    #expect(view.coming.map(\.pack) == [Hand.ids[2]])
    #expect(try #require(view.leftS) > 30)
  }
}
