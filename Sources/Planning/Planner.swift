public import Exam

/// Turns an exam into a plan: a pure function, the same input gives the same plan.
public enum Planner {
  /// Plans what is printed, and says what a person should know of it.
  public static func plan(_ input: PlanInput) -> (plan: Plan, findings: [Finding]) {
    let supplies = Supply.all(of: input)
    let assignment = Assignment.make(of: input, supplies)
    var findings = assignment.findings
    var packs: [Pack] = []
    for room in assignment.rooms {
      let id = PackID(number: packs.count + 1)
      let layout = RoomPack(id: id, room: room, input: input)
      let pack = layout.pack()
      packs.append(pack)
      findings += layout.findings
    }
    let exam = ExamPack(
      id: PackID(number: packs.count + 1), input: input, supplies: assignment.written(of: supplies))
    if let pack = exam.pack() { packs.append(pack) }
    packs = withEnlarged(packs, input)
    return (plan(input, supplies, packs), findings)
  }

  /// Each room's enlarged pack after its ordinary one; numbered after all others, so that a new one
  /// renumbers none of them.
  private static func withEnlarged(_ packs: [Pack], _ input: PlanInput) -> [Pack] {
    var next = packs.count + 1
    return packs.flatMap { pack -> [Pack] in
      guard let enlarged = EnlargedPack(of: pack, id: PackID(number: next), input: input) else {
        return [pack]
      }
      next += 1
      return [pack, enlarged.pack]
    }
  }

  private static func plan(_ input: PlanInput, _ supplies: [Supply], _ packs: [Pack]) -> Plan {
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
      sides: input.policy.sides, marks: description.marks,
      documents: input.documents.sorted { $0.sortKey < $1.sortKey }, packs: packs)
  }
}

extension PlanDocument {
  fileprivate var sortKey: (String, String, String, String, String) {
    (work.rawValue, material.rawValue, container ?? "", file, sha256)
  }
}
