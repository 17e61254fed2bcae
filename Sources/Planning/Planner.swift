public import Exam

/// What a plan is, and what a person should know of it.
public struct Planned: Sendable {
  /// The plan.
  public var plan: Plan
  /// What was found.
  public var findings: [Finding]
  /// The participants with their registered keys, in the order of the list.
  public var participants: [Participant]
  /// What only a person can tell before the plan may be frozen.
  public var doubts: [Doubt]
}

/// Turns an exam into a plan: a pure function, the same input gives the same plan.
public enum Planner {
  /// Plans what is printed, and says what a person should know of it.
  ///
  /// What the former revision knows keeps its ids, serials and variants: inserting a row, a room or a work,
  /// sorting the list or renaming a file changes nothing else.
  public static func plan(_ input: PlanInput) -> Planned {
    let registry = Registry(input.participants, former: input.former)
    var input = input
    let moves = Moves(input.former?.plan.moves ?? [], registry.participants)
    input.participants = moves.participants
    var shelf = BookletShelf()
    let supplies = Supply.all(of: input, &shelf)
    let assignment = Assignment.make(of: input, supplies)
    var findings = assignment.findings
    var serials = input.former?.plan.serials ?? SerialRegister()
    let packs = packs(input, assignment, supplies, &shelf, &serials, &findings)
    var plan = heading(input, supplies)
    plan.booklets = shelf.all
    plan.packs = packs.all
    plan.issuedPacks = packs.issued
    plan.issuedPeople = registry.issuedPeople
    plan.serials = serials
    plan.moves = moves.standing
    return Planned(
      plan: plan, findings: findings, participants: registry.participants,
      doubts: registry.doubts)
  }

  private static func packs(
    _ input: PlanInput, _ assignment: Assignment, _ supplies: [Supply],
    _ shelf: inout BookletShelf, _ serials: inout SerialRegister, _ findings: inout [Finding]
  ) -> (all: [Pack], issued: Int) {
    let sources = PackSources(input)
    let rooms = Set(input.participants.map(\.room))
    var register = PackRegister(input.former)
    var packs: [Pack] = []
    for room in assignment.rooms {
      let members = Set(room.sittings.map(\.participant.key))
      let (id, former) = register.take(
        room.room, part: room.part, members: members, rooms: rooms)
      let layout = RoomPack(id: id, room: room, former: former, sources: sources, &shelf)
      packs.append(layout.pack(&serials))
      findings += layout.findings
    }
    if let exam = ExamPack(assignment.written(of: supplies), input: input) {
      let name = RoomName(rawValue: input.policy.examPackName)
      let (id, former) = register.take(name, part: 1, members: [], rooms: rooms)
      packs.append(exam.pack(id: id, former: former, &serials))
    }
    // Enlarged packs are numbered after all others, so that a new one renumbers none of them.
    let all = packs.flatMap { pack -> [Pack] in
      guard let enlarged = EnlargedPack(of: pack, input: input) else { return [pack] }
      let members = Set(enlarged.copies.compactMap(\.participant))
      let (id, former) = register.take(
        pack.place, part: pack.part, media: enlarged.media, members: members, rooms: rooms)
      return [
        pack, enlarged.pack(id: id, former: former, sources: sources, booklets: shelf.all),
      ]
    }
    return (all, register.issued)
  }

  private static func heading(_ input: PlanInput, _ supplies: [Supply]) -> Plan {
    let description = input.description
    return Plan(
      exam: PlanExam(
        id: input.id, title: description.title, school: description.school,
        phone: description.phone, date: description.date, starts: description.starts,
        ready: description.readyTime),
      works: supplies.map { supply in
        PlanWork(
          id: supply.work.id, subject: supply.work.subject, duration: supply.work.duration,
          assumed: supply.assumed)
      },
      sides: input.policy.sides, marks: description.marks, codes: description.codeRule,
      documents: input.documents.sorted { $0.sortKey < $1.sortKey }, booklets: [], packs: [])
  }
}

/// Participants whom a person has sent to another room: it holds as long as the list says where they were.
private struct Moves {
  var participants: [Participant]
  var standing: [Plan.Move]

  init(_ moves: [Plan.Move], _ people: [Participant]) {
    participants = people
    standing = []
    for move in moves {
      guard let index = people.firstIndex(where: { $0.key == move.participant }),
        people[index].room == move.from
      else { continue }
      participants[index].room = move.to
      participants[index].seat = nil
      standing.append(move)
    }
  }
}

extension PlanDocument {
  fileprivate var sortKey: (String, String, String, String, String) {
    (work.rawValue, material.rawValue, container ?? "", file, sha256)
  }
}
