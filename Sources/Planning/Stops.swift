public import Exam

/// Which rooms may not be printed, and why.
public enum Stops {
  /// The rooms that a stop keeps from being printed, each with its stops in the order found.
  public static func stoppedRooms(plan: Plan, findings: [Finding]) -> [RoomName: [Finding]] {
    let index = RoomIndex(plan)
    var stopped: [RoomName: [Finding]] = [:]
    for finding in findings where finding.severity == .stop {
      for room in index.rooms(of: finding) { stopped[room, default: []].append(finding) }
    }
    return stopped
  }

  /// The stops that touch no room of the plan: somebody who is in no pack at all.
  public static func withoutRoom(plan: Plan, findings: [Finding]) -> [Finding] {
    let index = RoomIndex(plan)
    return findings.filter {
      $0.severity == .stop && index.rooms(of: $0).isDisjoint(with: index.all)
    }
  }
}

/// Which rooms findings speak of.
private struct RoomIndex {
  private(set) var all: Set<RoomName> = []
  private var byWork: [WorkID: Set<RoomName>] = [:]
  private var byPerson: [String: Set<RoomName>] = [:]

  init(_ plan: Plan) {
    for pack in plan.packs {
      all.insert(pack.room)
      let works = Set(pack.copies.map(\.work) + pack.papers.compactMap(\.work))
      for work in works { byWork[work, default: []].insert(pack.room) }
      for person in pack.copies.compactMap(\.participant) {
        byPerson[person, default: []].insert(pack.room)
      }
    }
  }

  func rooms(of finding: Finding) -> Set<RoomName> {
    let named = Set(finding.rooms)
    return switch finding.scope {
    case .exam: named.isEmpty ? all : named
    case .room(let room): named.union([room])
    case .work(let work): named.union(byWork[work] ?? [])
    case .person(let key): named.union(byPerson[key] ?? [])
    }
  }
}
