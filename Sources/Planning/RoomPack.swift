import Exam

/// What packs of a plan are made from, beside their rooms.
struct PackSources {
  let input: PlanInput
  /// Whether a person has moved a pack to another door than the list says.
  private let doors: [PackID: RoomName]
  /// The copies of the former revision, by participant.
  private let former: [String: [(pack: Pack, copy: PackCopy)]]
  /// Source pages of the former revision's booklets and of today's, by what is really in the files.
  private let before: SourceContents
  private let now: SourceContents

  init(_ input: PlanInput) {
    self.input = input
    let packs = input.former?.plan.packs ?? []
    doors = Dictionary(
      packs.compactMap { pack in pack.door.map { (pack.id, $0) } }, uniquingKeysWith: { $1 })
    var copies: [String: [(pack: Pack, copy: PackCopy)]] = [:]
    for pack in packs {
      for copy in pack.copies {
        if let key = copy.participant { copies[key, default: []].append((pack, copy)) }
      }
    }
    former = copies
    before = SourceContents(documents: input.former?.plan.documents ?? [])
    now = SourceContents(documents: input.documents)
  }

  /// The variants that participants have of a work, whatever room they sit in.
  func variants(of people: [Participant], _ work: WorkID) -> [String: Variant?] {
    people.reduce(into: [:]) { known, person in
      if let copy = former[person.key]?.first(where: { $0.copy.work == work })?.copy {
        known[person.key] = .some(copy.variant)
      }
    }
  }

  /// Where a pack goes: the list's room, unless a person has named another door since.
  func door(of id: PackID, former: Pack?, listed room: RoomName) -> RoomName {
    guard let former, former.room == room, let door = doors[id] else { return room }
    return door
  }

  /// The printed copy that a participant brings along from another pack, or has brought before; it is
  /// outdated where it is not what they need any more.
  func carried(_ key: String, _ booklet: Booklet, to id: PackID, media: String?) -> CarriedCopy? {
    for (pack, copy) in former[key] ?? [] where copy.work == booklet.work && pack.media == media {
      // One that was carried already goes on being so; its paper lies with the pack it came to.
      if pack.id == id, var carried = copy.carried {
        if !isSame(copy, booklet) { carried.outdated = true }
        return carried
      }
      guard pack.id != id, isSame(copy, booklet),
        input.former?.onPaper[pack.id]?.contains(copy.id) == true
      else { continue }
      return copy.standIn
        ?? CarriedCopy(pack: pack.id, copy: copy.id, serial: copy.serial, from: pack.label)
    }
    return nil
  }

  /// Whether a former copy would come out the same.
  private func isSame(_ copy: PackCopy, _ booklet: Booklet) -> Bool {
    guard let old = input.former?.plan.booklet(copy.booklet) else { return false }
    return copy.variant == booklet.variant && !booklet.source.isEmpty
      && before.pages(of: old) == now.pages(of: booklet)
  }
}

/// The pack of one room and part.
struct RoomPack {
  let id: PackID
  let room: RoomPart
  let former: Pack?
  let sources: PackSources
  /// What a person should know of it.
  let findings: [Finding]
  private let booklets: [Int: Booklet]

  private var input: PlanInput { sources.input }

  init(
    id: PackID, room: RoomPart, former: Pack?, sources: PackSources, _ shelf: inout BookletShelf
  ) {
    self.id = id
    self.room = room
    self.former = former
    self.sources = sources
    var findings: [Finding] = []
    var booklets: [Int: Booklet] = [:]
    for supply in room.supplies() {
      let own = room.sittings.filter { $0.supply.work.id == supply.work.id }.map(\.participant)
      let dealt = Variants.deal(
        own, supply, known: sources.variants(of: own, supply.work.id), &shelf)
      findings += dealt.findings
      for (person, booklet) in zip(own, dealt.booklets) { booklets[person.ordinal] = booklet }
    }
    self.findings = findings
    self.booklets = booklets
  }

  func pack(_ serials: inout SerialRegister) -> Pack {
    var draft = PackDraft(id: id, input: input, former: former)
    let head = draft.head(room.room, part: room.part)
    draft.add(drawn: "packing-sheet")
    for supply in room.supplies() { addPapers(of: supply, to: &draft) }
    for sitting in room.sittings {
      guard let booklet = booklets[sitting.participant.ordinal] else { continue }
      let carried = sources.carried(sitting.participant.key, booklet, to: id, media: nil)
      draft.addCopy(
        of: sitting.participant.key, booklet.work, head: head, carried, &serials
      ) {
        copy(of: sitting.participant, booklet, id: $0, serial: $1, carried)
      }
    }
    draft.addSpares(spares(), head: head, &serials)
    draft.add(drawn: "end-sheet")
    return draft.pack(
      room: sources.door(of: id, former: former, listed: room.room), part: room.part,
      participants: room.sittings.count)
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
    of person: Participant, _ booklet: Booklet, id: ItemID, serial: String,
    _ carried: CarriedCopy?
  ) -> PackCopy {
    PackCopy(
      id: id, serial: serial, participant: person.key, code: person.code, seat: person.seat,
      className: person.className, of: booklet,
      conditions: person.conditions.isEmpty ? nil : person.conditions,
      carried: carried)
  }

  private func spares() -> [Booklet] {
    room.supplies().flatMap { supply in
      let count = room.sittings.count { $0.supply.work.id == supply.work.id }
      return Spares.ofRoom(input.description.spares, supply, participants: count)
    }
  }
}
