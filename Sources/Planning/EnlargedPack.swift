import Exam

/// The second, enlarged copies of a room's participants with low vision: a pack of its own, because a
/// job has one medium.
struct EnlargedPack {
  let base: Pack
  let media: String
  let copies: [PackCopy]

  /// Nil where nobody needs one, or the campaign prescribes none.
  init?(of base: Pack, input: PlanInput) {
    let copies = base.copies.filter { $0.conditions?.lowVision == true }
    guard let media = input.policy.enlargedMedia, !copies.isEmpty else { return nil }
    self.base = base
    self.media = media
    self.copies = copies
  }

  func pack(id: PackID, former: Pack?, sources: PackSources, booklets: [Booklet]) -> Pack {
    var draft = PackDraft(id: id, input: sources.input, former: former)
    draft.add(drawn: "packing-sheet")
    for copy in copies {
      var copy = copy
      copy.carried = booklets.first { $0.id == copy.booklet }.flatMap { booklet in
        sources.carried(copy.participant ?? "", booklet, to: id, media: media)
      }
      draft.addEnlarged(copy)
    }
    draft.add(drawn: "end-sheet")
    return draft.pack(
      room: base.place, part: base.part, media: media, participants: copies.count)
  }
}
