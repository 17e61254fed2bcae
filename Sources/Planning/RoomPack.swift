import Exam

/// The pack of one room and part.
struct RoomPack {
  let id: PackID
  let room: RoomPart
  let input: PlanInput
  /// What a person should know of it.
  let findings: [Finding]
  private let variants: [Int: VariantSupply]

  init(id: PackID, room: RoomPart, input: PlanInput) {
    self.id = id
    self.room = room
    self.input = input
    var findings: [Finding] = []
    var variants: [Int: VariantSupply] = [:]
    for supply in room.supplies() {
      let own = room.sittings.filter { $0.supply.work.id == supply.work.id }.map(\.participant)
      let dealt = Variants.deal(own, supply)
      findings += dealt.findings
      for (person, variant) in zip(own, dealt.variants) { variants[person.ordinal] = variant }
    }
    self.findings = findings
    self.variants = variants
  }

  func pack() -> Pack {
    var draft = PackDraft(id: id, input: input)
    draft.add(drawn: "packing-sheet")
    for supply in room.supplies() { addPapers(of: supply, to: &draft) }
    for (index, sitting) in room.sittings.enumerated() {
      guard let variant = variants[sitting.participant.ordinal] else { continue }
      draft.addCopy { copy(of: sitting, variant, number: index + 1, id: $0) }
    }
    draft.addSpares(spares(), serial: serialHead)
    draft.add(drawn: "end-sheet")
    return draft.pack(room: room.room, part: room.part, participants: room.sittings.count)
  }

  private func addPapers(of supply: Supply, to draft: inout PackDraft) {
    for paper in supply.papers {
      switch paper.give {
      case .room: draft.add(paper, times: paper.copies, of: supply.work.id)
      case .organiser:
        draft.add(paper, times: paper.copies * input.description.organisers, of: supply.work.id)
      case .participant, .exam: break
      }
    }
  }

  private func copy(
    of sitting: Sitting, _ variant: VariantSupply, number: Int, id: ItemID
  ) -> PackCopy {
    let person = sitting.participant
    return PackCopy(
      id: id, serial: "\(serialHead)-\(number < 10 ? "0" : "")\(number)", participant: person.key,
      code: person.code, seat: person.seat, className: person.className,
      work: sitting.supply.work.id, variant: variant.variant,
      conditions: person.conditions.isEmpty ? nil : person.conditions, pages: variant.pages,
      source: variant.source)
  }

  private func spares() -> [(work: WorkID, variant: VariantSupply)] {
    room.supplies().flatMap { supply in
      let count = room.sittings.count { $0.supply.work.id == supply.work.id }
      return Spares.ofRoom(input.description.spares, supply, participants: count)
        .map { (supply.work.id, $0) }
    }
  }

  /// «204», and for a later part «204/2».
  private var serialHead: String {
    room.part < 2 ? room.room.rawValue : "\(room.room.rawValue)/\(room.part)"
  }
}
