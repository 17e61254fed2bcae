/// Moves loads between machines so that the last of them is ready earlier.
///
/// Each machine keeps the order of its loads: only who prints what changes.
struct ScheduleBettering {
  /// More loads than this are left as they are dealt: with so many the gain is small.
  static let most = 60

  /// Seconds that a load takes on a machine; nil where the machine does not take it.
  private let seconds: [[Int?]]
  private let free: [Int]
  /// The machine of each load.
  private(set) var places: [Int]
  private var ends: [Int]

  /// Begins with a deal; `seconds` by load and machine.
  init(seconds: [[Int?]], free: [Int], places: [Int]) {
    self.seconds = seconds
    self.free = free
    self.places = places
    ends = free
    for (load, place) in places.enumerated() { ends[place] += seconds[load][place] ?? 0 }
  }

  /// When the last machine that prints anything is free.
  var end: Int { Set(places).map { ends[$0] }.max() ?? 0 }

  /// The same loads dealt anew, the longest first.
  func longestFirst() -> ScheduleBettering {
    var dealt = self
    dealt.ends = free
    let order = places.indices.sorted { (least($1), $0) < (least($0), $1) }
    for load in order {
      let able = dealt.ends.indices.filter { seconds[load][$0] != nil }
      let best = able.min { dealt.end(load, $0) < dealt.end(load, $1) } ?? places[load]
      dealt.places[load] = best
      dealt.ends[best] = dealt.end(load, best)
    }
    return dealt
  }

  private func least(_ load: Int) -> Int { seconds[load].compactMap(\.self).min() ?? 0 }

  private func end(_ load: Int, _ machine: Int) -> Int {
    ends[machine] + (seconds[load][machine] ?? 0)
  }

  /// Takes moves and changes as long as one brings the machine that ends last forward.
  mutating func better() {
    while let change = change() {
      for (load, machine) in change { put(load, on: machine) }
    }
  }

  private mutating func put(_ load: Int, on machine: Int) {
    ends[places[load]] -= seconds[load][places[load]] ?? 0
    places[load] = machine
    ends[machine] += seconds[load][machine] ?? 0
  }

  /// A load of the last machine that goes to another, alone or for one of its loads: what gains most.
  private func change() -> [(load: Int, machine: Int)]? {
    let used = Set(places)
    guard let last = used.max(by: { (ends[$0], $1) < (ends[$1], $0) }) else { return nil }
    var best: (end: Int, change: [(load: Int, machine: Int)]) = (ends[last], [])
    for load in places.indices where places[load] == last {
      guard let gone = seconds[load][last] else { continue }
      for machine in free.indices where machine != last {
        guard let come = seconds[load][machine] else { continue }
        let moved = max(ends[last] - gone, ends[machine] + come)
        if moved < best.end { best = (moved, [(load, machine)]) }
        guard ends[last] - gone < best.end else { continue }
        for other in places.indices where places[other] == machine {
          guard let back = seconds[other][last], let left = seconds[other][machine] else {
            continue
          }
          let changed = max(ends[last] - gone + back, ends[machine] + come - left)
          if changed < best.end { best = (changed, [(load, machine), (other, last)]) }
        }
      }
    }
    return best.change.isEmpty ? nil : best.change
  }

  /// Puts some loads elsewhere by chance, always the same way for the same number.
  mutating func shake(_ number: Int) {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<max(2, places.count / 6) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let load = Int(state >> 33) % places.count
      let machine = Int(state >> 17) % free.count
      if seconds[load][machine] != nil { put(load, on: machine) }
    }
  }
}
