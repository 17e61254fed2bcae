import Exam
import Planning
import PrintRun
import Testing

/// One pack and a printer that lies; the tray knows what really came out.
private struct Morning {
  var history = History()
  var dice: Seeded
  /// How often each item came out whole.
  var tray: [ItemID: Int] = [:]
  /// How many items of each job came out, in order.
  var out: [Int: Int] = [:]
  /// Items that a person asked for again.
  var excused: Set<ItemID> = []

  /// Prints what is needed, once; what the program hears of it is not what happened.
  mutating func print() {
    switch history.standing.need {
    case .nothing: return
    case .whole: send(nil, reason: nil)
    case .rest(let parts): send(parts + [JobPart(item: .paper(2))], reason: nil)
    }
  }

  mutating func reprint() {
    guard let copy = (1...3).randomElement(using: &dice) else { return }
    excused.insert(.copy(copy))
    send([JobPart(item: .copy(copy))], reason: "бледно")
  }

  /// Cut off at any point: before the release nothing comes out, after it anything may.
  private mutating func send(_ items: [JobPart]?, reason: String?) {
    let parts = items ?? Samples.pack.order.map { JobPart(item: $0) }
    let before = history.standing
    guard Bool.random(using: &dice) else {
      let length = Int.random(in: 0...Samples.staged.count, using: &dice)
      history.job(
        items, reason: reason,
        went: Samples.staged.prefix(length) + [.ended(.failed, detail: "never sent")])
      #expect(history.standing.paper == before.paper)
      return
    }
    let out = Int.random(in: 0...parts.count, using: &dice)
    for part in parts.prefix(out) { tray[part.item, default: 0] += 1 }
    let isKnown = out == parts.count && Bool.random(using: &dice)
    history.job(items, reason: reason, went: Samples.ended(isKnown ? .proved : .person))
    self.out[history.jobs.count] = out
  }

  /// A person looks into the tray and throws away what is not whole.
  mutating func settle() throws {
    let job = try #require(history.standing.questions.first).job
    let parts = job.parts(of: Samples.pack)
    let count = out[job.attempt] ?? 0
    try history.answer(
      count == 0 ? "0" : count == parts.count ? "все" : parts[count - 1].item.rawValue)
  }
}

@Suite struct MorningTests {
  /// Whatever is cut off, nothing comes out twice unasked, nothing needed is forgotten, and it ends.
  @Test(arguments: 1...200)
  func everyMorningEnds(seed: Int) throws {
    var morning = Morning(dice: Seeded(state: UInt64(seed)))
    var rounds = 0
    while morning.history.standing.need != .nothing || morning.history.standing.state == .person {
      rounds += 1
      try #require(rounds < 500, "the run does not end, seed \(seed)")
      if morning.history.standing.state == .person {
        try morning.settle()
      } else if Int.random(in: 0..<8, using: &morning.dice) == 0 {
        morning.reprint()
      } else {
        morning.print()
      }
    }
    for item in Samples.pack.order where !Samples.pack.isEndSheet(item) {
      let count = morning.tray[item] ?? 0
      #expect(count > 0, "\(item.rawValue) is forgotten, seed \(seed)")
      #expect(count == 1 || morning.excused.contains(item), "\(item.rawValue) twice, seed \(seed)")
    }
  }
}
