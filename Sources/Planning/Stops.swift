public import Exam

/// Which rooms may not be printed, and why.
public enum Stops {
  /// The rooms that a stop keeps from being printed, each with its stops in the order found.
  public static func stoppedRooms(plan: Plan, findings: [Finding]) -> [RoomName: [Finding]] {
    var stopped: [RoomName: [Finding]] = [:]
    for finding in findings where finding.severity == .stop {
      for room in rooms(of: finding, plan) { stopped[room, default: []].append(finding) }
    }
    return stopped
  }

  private static func rooms(of finding: Finding, _ plan: Plan) -> Set<RoomName> {
    let named = Set(finding.rooms)
    return switch finding.scope {
    case .exam: Set(plan.packs.map(\.room))
    case .room(let room): named.union([room])
    case .work(let work): named.union(rooms(plan) { $0.holds(work) })
    case .person(let key):
      named.union(rooms(plan) { $0.copies.contains { $0.participant == key } })
    }
  }

  private static func rooms(_ plan: Plan, _ matches: (Pack) -> Bool) -> [RoomName] {
    plan.packs.filter(matches).map(\.room)
  }
}

extension Pack {
  fileprivate func holds(_ work: WorkID) -> Bool {
    copies.contains { $0.work == work } || papers.contains { $0.work == work }
  }
}
