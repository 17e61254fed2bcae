import Exam
import Testing

@testable import Planning

/// Small numbers that are always the same.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite("Variants by seats")
struct SeatTests {
  private static func seats(_ texts: String) -> [Seat?] {
    texts.split(separator: " ").map { Seat(String($0)) }
  }

  private static func deal(
    _ seats: [Seat?], _ variants: Int, _ fixed: [Int?]? = nil
  ) -> SeatDeal {
    SeatDeal(
      SeatGrid(seats), variants: variants, fixed: fixed ?? Array(repeating: nil, count: seats.count)
    )
  }

  @Test(
    "neighbours are who sits side by side or one behind the other; what is missing between is a gap",
    arguments: [
      ("1А 1Б", ["side"]), ("1А 1В", []), ("1А 2А", ["back"]), ("1А 3А", []), ("1А 2Б", ["corner"]),
      ("1Е 1Ж", ["side"]), ("1Е 1Ё", ["side"]), ("1Е 1Ж 1Ё", ["side", "side"]), ("1И 1К", ["side"]),
      ("7 8", ["side"]), ("7 9", []), ("1-4 1-5", ["side"]), ("1-4 2-4", ["back"]),
      ("1-2-1 1-2-2", ["side"]), ("1-2-1 1-3-1", ["back"]), ("1-2-2 2-2-1", ["corner"]),
      ("1-2-2 3-2-1", []), ("1А 1А", ["side"]), ("7 1А", []), ("— 1А", []),
    ])
  func neighbours(texts: String, wanted: [String]) {
    let grid = SeatGrid(Self.seats(texts))
    let found = SeatGrid.Nearness.allCases.flatMap { nearness in
      (grid.pairs[nearness] ?? []).map { _ in "\(nearness)" }
    }
    #expect(found == wanted)
  }

  @Test(
    "full rooms have no neighbours alike and every variant as often as the others", arguments: 2...6
  )
  func full(variants: Int) {
    for (rows, letters) in [(5, "АБ"), (6, "АБВГДЕ"), (5, "АБДЕ"), (1, "АБВГДЕ"), (7, "АБВ")] {
      let seats = (1...rows).flatMap { row in letters.map { Seat(row: row, letter: "\($0)") } }
      let deal = Self.deal(seats, variants)
      #expect(deal.conflicts.isEmpty)
      let counts = (0..<variants).map { variant in deal.dealt.count { $0 == variant } }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1, "\(rows) \(letters) \(counts)")
      #expect(deal.dealt.first == 0)
    }
  }

  @Test("with four variants no corners are alike either", arguments: 4...6)
  func corners(variants: Int) {
    let seats = (1...6).flatMap { row in "АБВГДЕ".map { Seat(row: row, letter: "\($0)") } }
    let deal = Self.deal(seats, variants)
    let corners = SeatGrid(seats).pairs[.corner] ?? []
    #expect(!corners.contains { deal.dealt[$0.0] == deal.dealt[$0.1] })
  }

  @Test("without seats variants go in turn, and who comes later gets what the room has fewest of")
  func turns() {
    let nobody: [Seat?] = Array(repeating: nil, count: 5)
    #expect(Self.deal(nobody, 2).dealt == [0, 1, 0, 1, 0])
    #expect(Self.deal(nobody, 3).dealt == [0, 1, 2, 0, 1])
    #expect(Self.deal(nobody, 2, [0, 1, 0, nil, nil]).dealt == [0, 1, 0, 1, 0])
    #expect(Self.deal(Self.seats("1А 1Б — —"), 2).dealt == [0, 1, 0, 1])
  }

  @Test("a latecomer gets what fits between those who have theirs, whose variants stay")
  func latecomer() {
    let seats = Self.seats("1А 1Б 2А 2Б 3А 3Б")
    #expect(Self.deal(seats, 2, [0, 1, 1, nil, 0, 1]).dealt == [0, 1, 1, 0, 0, 1])
    let stuck = Self.deal(seats, 2, [0, 1, nil, 1, 0, 1])
    #expect(stuck.dealt == [0, 1, 0, 1, 0, 1])
    #expect(stuck.conflicts.map { [$0.0, $0.1] } == [[0, 2], [1, 3], [2, 4], [3, 5]])
  }

  @Test("never more neighbours alike than the best deal there is, in random rooms")
  func exact() {
    var dice = Dice(11)
    for number in 0..<500 {
      let room = RandomRoom(&dice)
      let deal = Self.deal(room.seats, room.variants, room.fixed)
      for (index, variant) in room.fixed.enumerated() where variant != nil {
        #expect(deal.dealt[index] == variant)
      }
      let best = room.best()
      let (sides, backs, spread) = room.judge(deal.dealt.compactMap(\.self))
      #expect(sides == best.sides && backs == best.backs, "\(number): \(room)")
      #expect(deal.conflicts.count == sides + backs)
      if room.fixed.allSatisfy({ $0 == nil }) {
        #expect(spread <= max(1, best.spread), "\(number): \(room) \(deal.dealt)")
      }
      #expect(Self.deal(room.seats, room.variants, room.fixed).dealt == deal.dealt)
    }
  }

  @Test("what cannot be kept apart is said with the seats, and only where there is a choice")
  func finding() throws {
    var people = Samples.people(4, room: "204")
    people[0].variant = Variant(rawValue: "1")
    people[1].variant = Variant(rawValue: "1")
    let planned = Planner.plan(try Samples.input(people))
    let finding = try #require(planned.findings.first { $0.kind == .planNeighboursAlike })
    #expect(finding.severity == .warn)
    #expect(finding.message[.ru].contains("1А и 1Б (вариант 1)"))
    #expect(planned.plan.packs[0].own.map(\.variant?.rawValue) == ["1", "1", "1", "2"])
    var single = Policy()
    single.usualVariants = []
    #expect(Planner.plan(try Samples.input(people.map(Self.free), policy: single)).findings.isEmpty)
  }

  private static func free(_ person: Participant) -> Participant {
    var person = person
    person.variant = nil
    return person
  }

  @Test("two works in a room are dealt each for itself, neighbours of another work do not matter")
  func works() throws {
    let works = [Samples.work("math", classes: ["5А"]), Samples.work("rus", classes: ["5Б"])]
    var people = Samples.people(12, room: "204")
    for index in people.indices where index % 4 > 1 {
      people[index].className = ClassName(rawValue: "5Б")
    }
    let plan = Planner.plan(try Samples.input(people, works: works))
    #expect(plan.findings.isEmpty)
    for work in ["math", "rus"] {
      let own = plan.plan.packs[0].own.filter { $0.work.rawValue == work }
      #expect(own.count { $0.variant?.rawValue == "1" } == 3)
    }
  }
}

/// A room small enough to try every deal.
private struct RandomRoom: CustomStringConvertible {
  var seats: [Seat?] = []
  var variants: Int
  var fixed: [Int?] = []
  private var sides: [(Int, Int)] = []
  private var backs: [(Int, Int)] = []

  init(_ dice: inout Dice) {
    variants = Int.random(in: 2...4, using: &dice)
    let (rows, columns) = (Int.random(in: 1...4, using: &dice), Int.random(in: 1...4, using: &dice))
    let share = [0, 0, 30, 70][Int.random(in: 0..<4, using: &dice)]
    let most = variants == 2 ? 11 : variants == 3 ? 7 : 6
    let letters = Array("АБВГ")
    var places: [(Int, Int)] = []
    for row in 1...rows {
      for column in 0..<columns where Int.random(in: 0..<4, using: &dice) > 0 {
        guard places.count < most else { continue }
        places.append((row, column))
        seats.append(Seat(row: row, letter: String(letters[column])))
        let isFixed = Int.random(in: 0..<100, using: &dice) < share
        fixed.append(isFixed ? Int.random(in: 0..<variants, using: &dice) : nil)
      }
    }
    for (left, a) in places.enumerated() {
      for (right, b) in places.enumerated() where right > left {
        if a.0 == b.0, abs(a.1 - b.1) == 1 { sides.append((left, right)) }
        if a.1 == b.1, abs(a.0 - b.0) == 1 { backs.append((left, right)) }
      }
    }
  }

  var description: String {
    "\(variants): "
      + zip(seats, fixed).map { "\($0?.text ?? "")=\($1.map(String.init) ?? "?")" }
      .joined(separator: " ")
  }

  func judge(_ deal: [Int]) -> (sides: Int, backs: Int, spread: Int) {
    let counts = (0..<variants).map { variant in deal.count { $0 == variant } }
    return (
      sides.count { deal[$0.0] == deal[$0.1] }, backs.count { deal[$0.0] == deal[$0.1] },
      (counts.max() ?? 0) - (counts.min() ?? 0)
    )
  }

  /// Tries every deal.
  func best() -> (sides: Int, backs: Int, spread: Int) {
    var best = (sides: Int.max, backs: Int.max, spread: Int.max)
    var deal = fixed.map { $0 ?? 0 }
    let free = fixed.indices.filter { fixed[$0] == nil }
    while true {
      best = min(best, judge(deal)) { $0 < $1 }
      guard let place = free.first(where: { deal[$0] < variants - 1 }) else { return best }
      deal[place] += 1
      for lower in free.prefix(while: { $0 != place }) { deal[lower] = 0 }
    }
  }

  private func min(
    _ left: (sides: Int, backs: Int, spread: Int), _ right: (sides: Int, backs: Int, spread: Int),
    _ isLess: ((sides: Int, backs: Int, spread: Int), (sides: Int, backs: Int, spread: Int)) -> Bool
  ) -> (sides: Int, backs: Int, spread: Int) { isLess(right, left) ? right : left }
}
