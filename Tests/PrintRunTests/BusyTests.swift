import Exam
import Foundation
import Planning
import PrintRun
import Testing

/// Many packs on many printers that do as they are told.
@Suite struct BusyTests {
  private static let isLarge = ProcessInfo.processInfo.environment["TIRAZH_MORNINGS"] != nil
  private static let packs = isLarge ? 1000 : 200
  private static let printers = isLarge ? 20 : 10
  /// Pages of a pack, one a second.
  private static let pages = 60

  /// No printer waits for the run: each prints until its last pack, but for what it takes to look.
  @Test func printersAreBusyUntilTheirLastPack() {
    let names = (1...Self.printers).map { "lab\($0)" }
    let packs = (1...Self.packs).map { number in
      var pack = Hand.pack(PackID(number: number))
      pack.sheets = Self.pages
      return pack
    }
    var run = Run(
      Run.Start(
        packs: packs.map { PackHistory($0) }, jobs: [], wanted: packs.map(\.id),
        printers: names.map { Hand.printer($0, ppm: 60) }, sides: .one))
    var printing: [JobKey: Double] = [:]
    var ended: [JobKey: Double] = [:]
    var place: [JobKey: String] = [:]
    var last: [String: Double] = [:]
    var busy: [String: Double] = [:]
    var events: [Run.Event] = []
    var time = 0.0
    let clock = ContinuousClock()
    let spent = clock.measure {
      var commands = run.begin(at: 0)
      while !run.isOver {
        for command in commands {
          switch command {
          case .compose(let id, _, let printer, _):
            place[JobKey(pack: id, attempt: 1)] = printer
            events.append(.composed(id, attempt: 1, pages: Self.pages))
          case .stage(let key): events.append(.staged(key, jobID: 1))
          case .release(let key):
            events.append(.released(key, jobID: 1))
            printing[key] = time
          default: break
          }
        }
        if events.isEmpty {
          time += 0.3
          events = run.watched.map { watch in
            let began = printing[watch.job] ?? time
            let out = min(Self.pages, Int(time - began))
            if out == Self.pages { ended[watch.job] = began + Double(Self.pages) }
            return .looked(
              watch.job,
              JobSnapshot(
                state: out == Self.pages ? 9 : 5, impressions: out,
                processingSince: Int(began) + 1))
          }
        }
        commands = events.flatMap { run.take($0, at: time) }
        events = []
      }
    }
    for (key, end) in ended {
      last[place[key] ?? "", default: 0] = max(last[place[key] ?? ""] ?? 0, end)
      busy[place[key] ?? "", default: 0] += Double(Self.pages)
    }
    #expect(ended.count == Self.packs)
    for name in names {
      #expect((busy[name] ?? 0) / (last[name] ?? 1) > 0.98, "\(name) waited")
    }
    // Two hundred looks at each job among it; unoptimised code takes ten times as long.
    #expect(spent / Self.packs < .milliseconds(50))
  }
}
