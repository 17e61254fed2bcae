/// Deals the variants of one work over the seats of a room.
///
/// What matters, in this order: no variant twice side by side; none twice one behind the other; every
/// variant as often as the others, to one; none twice across a corner. Whoever has a variant keeps it. The
/// same seats and the same variants give the same deal.
struct SeatDeal {
  /// How many variants there are.
  private let variants: Int
  private let fixed: [Int?]
  private let grid: SeatGrid
  /// Neighbours by how near they are, for each participant.
  private let near: [[(index: Int, nearness: SeatGrid.Nearness)]]
  private(set) var dealt: [Int?]
  private var counts: [Int]

  /// Deals the first `variants` to all who have none in `fixed`, where there may be others, too; numbers from 0.
  init(_ grid: SeatGrid, variants: Int, fixed: [Int?]) {
    self.variants = variants
    self.fixed = fixed
    self.grid = grid
    var near: [[(index: Int, nearness: SeatGrid.Nearness)]] = Array(
      repeating: [], count: fixed.count)
    for nearness in SeatGrid.Nearness.allCases {
      for (left, right) in grid.pairs[nearness] ?? [] {
        near[left].append((right, nearness))
        near[right].append((left, nearness))
      }
    }
    self.near = near
    dealt = fixed
    let named = max(variants, (fixed.compactMap(\.self).max() ?? 0) + 1)
    counts = (0..<named).map { variant in fixed.count { $0 == variant } }
    dealSeats()
    dealTheRest()
  }

  /// Neighbours side by side, or one behind the other, with the same variant.
  var conflicts: [(Int, Int)] {
    [SeatGrid.Nearness.side, .back].flatMap { nearness in
      (grid.pairs[nearness] ?? []).filter { dealt[$0.0] != nil && dealt[$0.0] == dealt[$0.1] }
    }
  }

  // MARK: Seats

  private mutating func dealSeats() {
    let free = fixed.indices.filter { fixed[$0] == nil && grid.positions[$0] != nil }
    guard variants > 1, !free.isEmpty else { return }
    for island in islands(free) {
      let isBound = island.contains { seat in
        near[seat].contains { $0.nearness != .corner && fixed[$0.index] != nil }
      }
      dealPattern(island, from: free[0])
      guard isBound || isClashing(island) else { continue }
      dealGreedily(island)
      if isClashing(island), let best = SeatFrontier(island, near, variants, fixed).best() {
        for (seat, variant) in best { set(seat, variant) }
      }
    }
    if !isSettled { improve(free) }
    if fixed.allSatisfy({ $0 == nil }) { renumber(free) }
  }

  /// Whether nothing could be better: two variants cannot be kept apart across corners, too.
  private var isSettled: Bool {
    let own = counts.prefix(variants)
    let corners = variants == 2 ? [] : grid.pairs[.corner] ?? []
    return (own.max() ?? 0) - (own.min() ?? 0) <= 1 && conflicts.isEmpty
      && !corners.contains { dealt[$0.0] != nil && dealt[$0.0] == dealt[$0.1] }
  }

  /// Nobody has a variant yet: who sits first gets the first, the next other one the second.
  private mutating func renumber(_ free: [Int]) {
    var numbers: [Int: Int] = [:]
    for seat in free {
      guard let old = dealt[seat] else { continue }
      let number = numbers[old] ?? numbers.count
      numbers[old] = number
      set(seat, number)
    }
  }

  private mutating func set(_ seat: Int, _ variant: Int?) {
    if let old = dealt[seat] { counts[old] -= 1 }
    dealt[seat] = variant
    if let variant { counts[variant] += 1 }
  }

  /// Free seats that touch each other, islands in the order of their first seats.
  private func islands(_ free: [Int]) -> [[Int]] {
    var open = Set(free)
    return free.compactMap { first in
      guard open.remove(first) != nil else { return nil }
      var island = [first]
      var next = 0
      while next < island.count {
        for neighbour in near[island[next]]
        where neighbour.nearness != .corner && open.remove(neighbour.index) != nil {
          island.append(neighbour.index)
        }
        next += 1
      }
      return island.sorted()
    }
  }

  /// A pattern in which no neighbours are alike, and with four variants and more no corners are.
  private mutating func dealPattern(_ island: [Int], from first: Int) {
    let step = variants < 4 ? 1 : 2
    func number(_ seat: Int) -> Int {
      grid.positions[seat].map { ($0.block + $0.row) * step + $0.column } ?? 0
    }
    for seat in island {
      let place = (number(seat) - number(first)) % variants
      set(seat, place < 0 ? place + variants : place)
    }
  }

  private func isClashing(_ island: [Int]) -> Bool {
    island.contains { seat in
      near[seat].contains { $0.nearness != .corner && dealt[$0.index] == dealt[seat] }
    }
  }

  private mutating func dealGreedily(_ island: [Int]) {
    for seat in island { set(seat, nil) }
    for seat in island {
      let best = (0..<variants).min { rank(seat, $0) < rank(seat, $1) }
      set(seat, best)
    }
  }

  private func rank(_ seat: Int, _ variant: Int) -> (Int, Int, Int, Int, Int) {
    let alike = near[seat].filter { dealt[$0.index] == variant }
    return (
      alike.count { $0.nearness == .side }, alike.count { $0.nearness == .back }, counts[variant],
      alike.count { $0.nearness == .corner }, variant
    )
  }

  // MARK: Those without a seat

  /// In turn, in the order of the list; newcomers get what the room has fewest of.
  private mutating func dealTheRest() {
    for index in dealt.indices where dealt[index] == nil {
      let beside = [index - 1, index + 1].filter(dealt.indices.contains).compactMap { dealt[$0] }
      let ranked = (0..<variants).min { left, right in
        (counts[left], beside.count { $0 == left }, left)
          < (counts[right], beside.count { $0 == right }, right)
      }
      set(index, ranked)
    }
  }

  // MARK: Improving

  /// Other variants for some seats at once.
  private typealias Move = [(seat: Int, variant: Int)]

  /// How good a deal is; the less the better.
  private struct Cost: Comparable {
    var sides = 0
    var backs = 0
    /// The sum of the squares of the counts: least where they are equal.
    var imbalance = 0
    var corners = 0

    static func < (left: Cost, right: Cost) -> Bool {
      (left.sides, left.backs, left.imbalance, left.corners)
        < (right.sides, right.backs, right.imbalance, right.corners)
    }
  }

  /// Takes moves as long as one makes the deal better.
  private mutating func improve(_ free: [Int]) {
    let limit = 200
    for _ in 0..<limit {
      if takeFirst(of: chains(free)) { continue }
      let own = counts.prefix(variants)
      let isUneven = (own.max() ?? 0) - (own.min() ?? 0) > 1
      guard isUneven, takeFirst(of: pairs(of: chains(free))) else { return }
    }
  }

  private mutating func takeFirst(of moves: [Move]) -> Bool {
    for move in moves where isBetter(move) {
      for (seat, variant) in move { set(seat, variant) }
      return true
    }
    return false
  }

  private mutating func isBetter(_ move: Move) -> Bool {
    let seats = Set(move.map(\.seat))
    let former = move.map { ($0.seat, dealt[$0.seat]) }
    let before = cost(around: seats)
    for (seat, variant) in move { set(seat, variant) }
    let after = cost(around: seats)
    for (seat, variant) in former { set(seat, variant) }
    return after < before
  }

  /// The cost of the deal, as far as these seats decide it.
  private func cost(around seats: Set<Int>) -> Cost {
    var cost = Cost()
    cost.imbalance = counts.reduce(0) { $0 + $1 * $1 }
    for seat in seats {
      for other in near[seat] where dealt[other.index] == dealt[seat] {
        // A pair within the seats is met twice.
        let weight = seats.contains(other.index) ? 1 : 2
        switch other.nearness {
        case .side: cost.sides += weight
        case .back: cost.backs += weight
        case .corner: cost.corners += weight
        }
      }
    }
    return cost
  }

  /// For each seat and other variant: all that must change places with it, so that no new neighbours are
  /// alike.
  private func chains(_ free: [Int]) -> [Move] {
    var seen: Set<[Int]> = []
    var moves: [Move] = []
    for seat in free {
      for variant in 0..<variants {
        guard let own = dealt[seat], own != variant else { continue }
        let chain = chain(from: seat, own, variant)
        guard seen.insert([min(own, variant), max(own, variant)] + chain.sorted()).inserted else {
          continue
        }
        moves.append(chain.map { ($0, dealt[$0] == own ? variant : own) })
      }
    }
    return moves
  }

  private func chain(from seat: Int, _ own: Int, _ other: Int) -> [Int] {
    var chain = [seat]
    var known: Set<Int> = [seat]
    var next = 0
    while next < chain.count {
      for neighbour in near[chain[next]] where neighbour.nearness != .corner {
        let index = neighbour.index
        guard fixed[index] == nil, dealt[index] == own || dealt[index] == other,
          known.insert(index).inserted
        else { continue }
        chain.append(index)
      }
      next += 1
    }
    return chain
  }

  /// Two moves at once, where they do not touch the same seats.
  private func pairs(of moves: [Move]) -> [Move] {
    moves.indices.flatMap { first in
      moves[(first + 1)...].compactMap { second in
        let seats = Set(moves[first].map(\.seat))
        return second.contains { seats.contains($0.seat) } ? nil : moves[first] + second
      }
    }
  }
}
