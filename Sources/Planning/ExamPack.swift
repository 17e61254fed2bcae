import Exam

/// The pack of the exam as a whole: its papers, and spares kept by its organiser.
struct ExamPack {
  let id: PackID
  let input: PlanInput
  /// The works that somebody writes.
  let supplies: [Supply]

  /// The pack; nil where nothing belongs in it.
  func pack() -> Pack? {
    let papers = supplies.flatMap { supply in
      supply.papers.filter { $0.give == .exam && $0.copies > 0 }
        .map { (work: supply.work.id, paper: $0) }
    }
    let spares = supplies.flatMap { supply in
      Spares.ofExam(input.description.spares, supply)
        .map { (work: supply.work.id, variant: $0) }
    }
    guard !papers.isEmpty || !spares.isEmpty else { return nil }
    var draft = PackDraft(id: id, input: input)
    draft.add(drawn: "packing-sheet")
    for (work, paper) in papers { draft.add(paper, times: paper.copies, of: work) }
    draft.addSpares(spares, serial: input.policy.examPackName)
    draft.add(drawn: "end-sheet")
    return draft.pack(
      room: RoomName(rawValue: input.policy.examPackName), part: 1, participants: 0)
  }
}
