/// The deal over seats that touch each other with the fewest neighbours alike: exact, seat by seat.
///
/// Of the seats dealt so far only those with an open neighbour matter (the frontier), so that of all deals that
/// agree on them the best is kept.
struct SeatFrontier {
  private typealias Near = [[(index: Int, nearness: SeatGrid.Nearness)]]

  /// A deal of the frontier, four bits a seat.
  private typealias State = UInt64

  private struct Step {
    var cost: Int
    var former: State
    var variant: Int
  }

  private static let bits = 4
  private static let mostStates = 60_000

  private let order: [Int]
  private let near: Near
  private let variants: Int
  private let fixed: [Int?]

  init(
    _ island: [Int], _ near: [[(index: Int, nearness: SeatGrid.Nearness)]], _ variants: Int,
    _ fixed: [Int?]
  ) {
    order = island
    self.near = near
    self.variants = variants
    self.fixed = fixed
  }

  /// The deal; nil where there are too many to look at.
  func best() -> [(seat: Int, variant: Int)]? {
    guard let frontiers = frontiers() else { return nil }
    var states: [State: Step] = [0: Step(cost: 0, former: 0, variant: 0)]
    var steps: [[State: Step]] = []
    var frontier: [Int] = []
    for (seat, after) in zip(order, frontiers) {
      states = deal(seat, states, frontier, after)
      steps.append(states)
      frontier = after
    }
    var state: State = 0
    var deal: [(seat: Int, variant: Int)] = []
    for (seat, step) in zip(order, steps).reversed() {
      guard let taken = step[state] else { return nil }
      deal.append((seat, taken.variant))
      state = taken.former
    }
    return deal
  }

  /// The seats with open neighbours after each seat; nil where they are too many.
  private func frontiers() -> [[Int]]? {
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var frontier: [Int] = []
    var all: [[Int]] = []
    for (place, seat) in order.enumerated() {
      frontier = (frontier + [seat]).filter { held in
        near[held].contains { $0.nearness != .corner && (places[$0.index] ?? -1) > place }
      }
      all.append(frontier)
      var count = 1
      for _ in frontier where count <= Self.mostStates { count *= variants }
      guard count <= Self.mostStates, frontier.count * Self.bits <= State.bitWidth,
        variants <= 1 << Self.bits
      else { return nil }
    }
    return all
  }

  private func deal(
    _ seat: Int, _ states: [State: Step], _ before: [Int], _ after: [Int]
  ) -> [State: Step] {
    var next: [State: Step] = [:]
    let own = (0..<variants).map { cost(seat, $0) }
    for (state, step) in states {
      for variant in 0..<variants {
        var cost = step.cost + own[variant]
        for (place, held) in before.enumerated() where Self.variant(place, state) == variant {
          for neighbour in near[seat] where neighbour.index == held {
            cost += Self.weight(neighbour.nearness)
          }
        }
        let key = Self.state(after) { held in
          held == seat ? variant : before.firstIndex(of: held).map { Self.variant($0, state) } ?? 0
        }
        let fresh = Step(cost: cost, former: state, variant: variant)
        if let known = next[key],
          (known.cost, known.former, known.variant) <= (cost, state, variant)
        {
          continue
        }
        next[key] = fresh
      }
    }
    return next
  }

  /// What a seat with a variant costs beside those that have theirs already.
  private func cost(_ seat: Int, _ variant: Int) -> Int {
    near[seat].reduce(0) { $0 + (fixed[$1.index] == variant ? Self.weight($1.nearness) : 0) }
  }

  /// One pair side by side is worse than any number one behind the other.
  private static func weight(_ nearness: SeatGrid.Nearness) -> Int {
    switch nearness {
    case .side: 10_000
    case .back: 1
    case .corner: 0
    }
  }

  private static func variant(_ place: Int, _ state: State) -> Int {
    Int(state >> (place * bits)) & (1 << bits - 1)
  }

  private static func state(_ frontier: [Int], _ variant: (Int) -> Int) -> State {
    frontier.enumerated().reduce(0) { $0 | State(variant($1.element)) << ($1.offset * bits) }
  }
}
