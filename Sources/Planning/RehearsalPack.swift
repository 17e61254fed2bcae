import Exam

/// What a printer prints the evening before: a packing sheet and two sheets that are given to nobody.
///
/// No page of materials is in it.
public enum RehearsalPack {
  /// The sheets of marks, which count in no pile.
  private static let marks = PackPaper(id: .paper(99), paper: "rehearsal", pages: 0)

  /// The pack, whose packing sheet is that of one of the plan's.
  public static func like(_ pack: Pack) -> Pack {
    var rehearsal = pack
    rehearsal.id = ProofPack.id
    rehearsal.papers.append(marks)
    rehearsal.order =
      pack.papers.filter { $0.paper == "packing-sheet" }.map(\.id) + [marks.id]
    rehearsal.media = nil
    return rehearsal
  }
}
