import Exam

/// The second, enlarged copies of a room's participants with low vision: a pack of its own, because a
/// job has one medium.
struct EnlargedPack {
  /// The pack.
  let pack: Pack

  /// Nil where nobody needs one, or the campaign prescribes none.
  init?(of base: Pack, id: PackID, input: PlanInput) {
    let copies = base.copies.filter { $0.conditions?.lowVision == true }
    guard let media = input.policy.enlargedMedia, !copies.isEmpty else { return nil }
    var draft = PackDraft(id: id, input: input)
    draft.add(drawn: "packing-sheet")
    for copy in copies {
      draft.addCopy { id in
        var enlarged = copy
        enlarged.id = id
        enlarged.serial += " А3"
        return enlarged
      }
    }
    draft.add(drawn: "end-sheet")
    pack = draft.pack(
      room: base.room, part: base.part, media: media, participants: copies.count)
  }
}
