public import Exam

/// The sets that are printed before all others, so that somebody can look at each work and variant.
///
/// They are no part of a plan, and nothing ever needs them: they are spares of the whole exam.
public enum ProofPack {
  /// Made by a run, not planned.
  public static let id = PackID(number: 0)

  /// A copy of every booklet that copies of a plan consist of; nil where none has pages yet.
  ///
  /// People call it by `name`, which heads its serials.
  public static func of(_ plan: Plan, named name: String) -> Pack? {
    let used = Set(plan.packs.flatMap(\.copies).map(\.booklet))
    let booklets = plan.booklets.filter { used.contains($0.id) && !$0.source.isEmpty }
    guard !booklets.isEmpty else { return nil }
    let copies = booklets.enumerated().map { index, booklet in
      PackCopy(id: .copy(index + 1), serial: "\(name)-\(index + 1)", of: booklet)
    }
    let end = PackPaper(id: .paper(1), paper: "end-sheet", pages: 1)
    return Pack(
      id: id, room: RoomName(rawValue: name), part: 1, participants: 0,
      sheets: Pack.sheets([end], copies, plan.sides), papers: [end], copies: copies,
      order: copies.map(\.id) + [end.id])
  }
}

extension Plan {
  /// The plan with its proof pack, as those who print and account see it.
  public func withProof(named name: String?) -> Plan {
    guard let name, pack(ProofPack.id) == nil, let proof = ProofPack.of(self, named: name) else {
      return self
    }
    var plan = self
    plan.packs.append(proof)
    return plan
  }
}
