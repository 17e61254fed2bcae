import Exam

/// A participant and the work written in one part.
struct Sitting {
  var participant: Participant
  var supply: Supply
}

/// Those who write one part in one room, in the order of seats.
struct RoomPart {
  var room: RoomName
  var part: Int
  var sittings: [Sitting]

  /// The works written here, in the order of exam.yaml.
  func supplies() -> [Supply] {
    var places: Set<Int> = []
    return sittings.map(\.supply).filter { places.insert($0.place).inserted }
      .sorted { $0.place < $1.place }
  }
}

/// Who writes what, where.
struct Assignment {
  private(set) var rooms: [RoomPart] = []
  private(set) var findings: [Finding] = []
  /// Whose subject has a level that no work of exam.yaml tells.
  private var levelled: [WorkID: [(level: WorkLevel, person: Participant)]] = [:]

  static func make(of input: PlanInput, _ supplies: [Supply]) -> Assignment {
    var assignment = Assignment()
    let parts = Set(supplies.map(\.work.part)).sorted()
    let groups = Dictionary(grouping: input.participants, by: \.room)
    for (room, people) in groups.sorted(by: { $0.key < $1.key }) {
      assignment.look(at: people, in: room, limit: input.policy.roomLimit)
      let ordered = people.sorted { seatKey($0) < seatKey($1) }
      let written = ordered.map { assignment.works(of: $0, supplies) }
      for part in parts {
        let sittings = zip(ordered, written).flatMap { participant, works in
          works.filter { $0.work.part == part }
            .map { Sitting(participant: participant, supply: $0) }
        }
        guard !sittings.isEmpty else { continue }
        assignment.rooms.append(RoomPart(room: room, part: part, sittings: sittings))
      }
    }
    assignment.lookForEmptyWorks(supplies, input)
    assignment.lookForLevels(supplies)
    return assignment
  }

  /// The works that somebody writes.
  func written(of supplies: [Supply]) -> [Supply] {
    let ids = Set(rooms.flatMap { $0.sittings.map(\.supply.work.id) })
    return supplies.filter { ids.contains($0.work.id) }
  }

  /// Seats first, then those without one in the order of the list.
  private static func seatKey(_ person: Participant) -> (Int, Int, Int, String, Int) {
    guard let seat = person.seat else { return (1, 0, 0, "", person.ordinal) }
    return (0, seat.row, seat.place, seat.letter, person.ordinal)
  }

  /// One work for each part; none at all where it cannot be told which.
  private mutating func works(of person: Participant, _ supplies: [Supply]) -> [Supply] {
    let own = written(by: person, supplies)
    guard let own else { return [] }
    if own.isEmpty { findings.append(PlanFindings.noWork(person)) }
    let parts = Dictionary(grouping: own, by: \.work.part)
    return parts.sorted { $0.key < $1.key }.compactMap { _, works in
      if works.count > 1 { findings.append(PlanFindings.twoWorks(person, works.map(\.work))) }
      return works.count == 1 ? works.first : nil
    }
  }

  /// The works that exam.yaml gives a class; where the list names a subject, those of that subject.
  ///
  /// Nil where both contradict each other.
  private mutating func written(by person: Participant, _ supplies: [Supply]) -> [Supply]? {
    let byClass = supplies.filter { $0.work.isWritten(by: person.className) }
    guard let subject = person.subject, supplies.contains(where: { !$0.work.subject.isEmpty })
    else {
      return byClass
    }
    let name = SubjectName(subject)
    if let grade = person.className?.grade, let said = name.grade, said != grade {
      findings.append(PlanFindings.otherGrade(subject, person))
      return nil
    }
    let ofGrade = supplies.filter { supply in
      supply.work.grade.map { person.className?.grade ?? name.grade ?? $0 == $0 } ?? true
    }
    let named = name.best(among: ofGrade.map(\.work.subject))
    let own = Self.supplies(
      ofGrade.filter { named.contains($0.work.subject) }, at: name.level)
    guard !own.isEmpty, named.count == 1 else {
      findings.append(PlanFindings.unknownSubject(subject, person, isDoubtful: named.count > 1))
      return nil
    }
    return fitting(own, named, subject, person, byClass)
  }

  /// Those works of a subject that the person's class writes; nil where exam.yaml gives it another.
  private mutating func fitting(
    _ own: [Supply], _ named: Set<String>, _ subject: String, _ person: Participant,
    _ byClass: [Supply]
  ) -> [Supply]? {
    // A class that exam.yaml names for other works only is not for this one.
    let isElsewhere = byClass.contains {
      $0.work.classes != nil && !named.contains($0.work.subject)
    }
    let fitting = own.filter { $0.work.isWritten(by: person.className) }
    guard !fitting.isEmpty, !isElsewhere else {
      findings.append(PlanFindings.otherSubject(subject, person))
      return nil
    }
    if let level = SubjectName(subject).level, let work = fitting.first?.work,
      !fitting.contains(where: { Self.level(of: $0) != nil })
    {
      levelled[work.id, default: []].append((level, person))
    }
    return fitting
  }

  private static func level(of supply: Supply) -> WorkLevel? {
    supply.work.level.flatMap { WorkLevel(word: $0) } ?? SubjectName(supply.work.subject).level
  }

  /// Those of a level, where the list names one and exam.yaml has levels.
  private static func supplies(_ supplies: [Supply], at level: WorkLevel?) -> [Supply] {
    let levels = supplies.map(Self.level)
    guard let level, levels.contains(where: { $0 != nil }) else { return supplies }
    return zip(supplies, levels).filter { $0.1 == level }.map(\.0)
  }

  private mutating func look(at people: [Participant], in room: RoomName, limit: Int?) {
    if let limit, people.count > limit {
      findings.append(PlanFindings.crowded(room, people.count, limit))
    }
    let alone = people.filter(\.conditions.ownRoom)
    if let first = alone.first, people.count > alone.count {
      findings.append(PlanFindings.notAlone(first, in: room))
    }
    let seated = people.count { $0.seat != nil }
    if seated > 0 && seated < people.count {
      findings.append(PlanFindings.someWithoutSeats(room, people.count - seated))
    }
  }

  /// Says which levels of the list exam.yaml does not tell: two of them would get one paper.
  private mutating func lookForLevels(_ supplies: [Supply]) {
    for supply in supplies {
      guard let people = levelled[supply.work.id] else { continue }
      findings.append(PlanFindings.unknownLevel(supply.work, people))
    }
  }

  private mutating func lookForEmptyWorks(_ supplies: [Supply], _ input: PlanInput) {
    let written = Set(written(of: supplies).map(\.work.id))
    let classes = Set(input.participants.compactMap(\.className))
    for supply in supplies {
      if !written.contains(supply.work.id) { findings.append(PlanFindings.nobody(supply.work)) }
      for name in supply.work.classes ?? [] where !classes.contains(name) {
        findings.append(PlanFindings.emptyClass(name, supply.work))
      }
    }
  }
}
