import Exam
import Planning
import Testing

@Suite("Rooms to printers")
struct ScheduleTests {
  private static func loads(_ impressions: [Int]) -> [Scheduler.Load] {
    impressions.enumerated().map {
      Scheduler.Load(pack: PackID(number: $0 + 1), impressions: $1)
    }
  }

  private static func end(_ slots: [Scheduler.Slot]) -> Int { slots.map(\.readyS).max() ?? 0 }

  @Test("a large room that comes last does not keep everybody waiting")
  func largeLast() {
    let loads = Self.loads([39, 483, 255, 771])
    let machines = [
      Scheduler.Machine(name: "fast", ppm: 30), Scheduler.Machine(name: "slow", ppm: 20),
    ]
    let slots = Scheduler.assign(loads, to: machines)
    #expect(Self.end(slots) <= 35 * 60)
    #expect(slots.map(\.pack) == loads.map(\.pack))
  }

  @Test("each printer prints in the order of the rooms, one after another")
  func order() {
    var dice = Dice(5)
    for _ in 0..<50 {
      let loads = Self.loads((0..<20).map { _ in Int.random(in: 20...800, using: &dice) })
      let machines = (0..<4).map { Scheduler.Machine(name: "\($0)", ppm: 20 + $0 * 10, freeS: $0) }
      let slots = Scheduler.assign(loads, to: machines)
      #expect(Set(slots.map(\.pack)).count == loads.count)
      for machine in machines {
        let own = slots.filter { $0.printer == machine.name }
        #expect(own.map(\.startS) == own.map(\.startS).sorted())
        #expect(zip(own, own.dropFirst()).allSatisfy { $0.readyS + 15 == $1.startS })
      }
      #expect(Scheduler.assign(loads, to: machines) == slots)
    }
  }

  @Test("at most 1 % later than the best there is: every deal of small mornings is tried")
  func exact() {
    var dice = Dice(7)
    for number in 0..<120 {
      let count = Int.random(in: 2...7, using: &dice)
      let loads = Self.loads((0..<count).map { _ in Int.random(in: 30...900, using: &dice) })
      let machines = (0..<Int.random(in: 2...3, using: &dice)).map {
        Scheduler.Machine(
          name: "\($0)", ppm: [15, 20, 30, 45].randomElement(using: &dice) ?? 20,
          freeS: Int.random(in: 0...120, using: &dice))
      }
      let best = Self.best(loads, machines)
      let end = Self.end(Scheduler.assign(loads, to: machines))
      #expect(Double(end) <= Double(best) * 1.01, "\(number): \(end) \(best)")
    }
  }

  private static func best(_ loads: [Scheduler.Load], _ machines: [Scheduler.Machine]) -> Int {
    var best = Int.max
    func deal(_ index: Int, _ ends: [Int], _ last: Int) {
      guard last < best else { return }
      guard index < loads.count else {
        best = last
        return
      }
      for place in machines.indices {
        var ends = ends
        let ppm = machines[place].ppm
        ends[place] += 15 + (loads[index].impressions * 60 + ppm - 1) / ppm
        deal(index + 1, ends, max(last, ends[place]))
      }
    }
    deal(0, machines.map(\.freeS), 0)
    return best
  }

  @Test("mornings of up to 40 rooms and 10 printers whose best end is known", arguments: 1...24)
  func planted(seed: Int) {
    var dice = Dice(seed)
    let count = Int.random(in: 2...10, using: &dice)
    let end = 3600
    var sizes: [Int] = []
    for _ in 0..<count {
      // Four rooms that fill one printer of 60 pages a minute to the second.
      let cuts = (0..<3).map { _ in Int.random(in: 300...3000, using: &dice) }.sorted()
      let parts = zip([0] + cuts, cuts + [end]).map { $1 - $0 }
      sizes += parts.map { max(1, $0 - 15) }
    }
    sizes.shuffle(using: &dice)
    let machines = (0..<count).map { Scheduler.Machine(name: "\($0)", ppm: 60) }
    let slots = Scheduler.assign(Self.loads(sizes), to: machines)
    let best = max(end, (sizes.max() ?? 0) + 15)
    #expect(Double(Self.end(slots)) <= Double(best) * 1.01, "\(Self.end(slots))")
  }
}
