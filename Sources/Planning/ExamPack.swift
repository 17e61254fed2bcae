import Exam

/// The pack of the exam as a whole: its papers, and spares kept by its organiser.
struct ExamPack {
  let input: PlanInput
  private let papers: [(work: WorkID, paper: PaperSupply)]
  private let spares: [Booklet]

  /// What belongs to the exam of the works that somebody writes; nil where nothing does.
  init?(_ supplies: [Supply], input: PlanInput) {
    self.input = input
    papers = supplies.flatMap { supply in
      supply.papers.filter { $0.give == .exam && $0.copies > 0 }
        .map { (work: supply.work.id, paper: $0) }
    }
    spares = supplies.flatMap { Spares.ofExam(input.description.spares, $0) }
    guard !papers.isEmpty || !spares.isEmpty else { return nil }
  }

  func pack(id: PackID, former: Pack?, _ serials: inout SerialRegister) -> Pack {
    var draft = PackDraft(id: id, input: input, former: former)
    draft.add(drawn: "packing-sheet")
    for (work, paper) in papers { draft.add(paper, times: paper.copies, of: work) }
    draft.addSpares(spares, head: input.policy.examPackName, &serials)
    draft.add(drawn: "end-sheet")
    return draft.pack(
      room: RoomName(rawValue: input.policy.examPackName), part: 1, participants: 0)
  }
}
