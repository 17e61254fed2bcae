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
  /// The doors of packs that were first planned for a room.
  private var aliases: [RoomName: Set<RoomName>] = [:]

  init(_ plan: Plan) {
    for pack in plan.packs {
      all.insert(pack.place)
      if pack.room != pack.place { aliases[pack.room, default: []].insert(pack.place) }
      let works = Set(pack.copies.map(\.work) + pack.papers.compactMap(\.work))
      for work in works { byWork[work, default: []].insert(pack.place) }
      for person in pack.copies.compactMap(\.participant) {
        byPerson[person, default: []].insert(pack.place)
      }
    }
  }

  private func found(_ rooms: Set<RoomName>) -> Set<RoomName> {
    rooms.reduce(into: rooms) { $0.formUnion(aliases[$1] ?? []) }
  }

  func rooms(of finding: Finding) -> Set<RoomName> {
    let named = found(Set(finding.rooms))
    return switch finding.scope {
    case .exam: named.isEmpty ? all : named
    case .room(let room): named.union(found([room]))
    case .work(let work): named.union(byWork[work] ?? [])
    case .person(let key): named.union(byPerson[key] ?? [])
    }
  }
}
