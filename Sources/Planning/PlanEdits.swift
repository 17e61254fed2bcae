public import Exam

/// Changes that a person makes to a frozen plan without a new list; everything else stays as it is.
extension Plan {
  /// The plan with a room's packs given out at another door.
  public func renaming(_ room: RoomName, to door: RoomName) -> Plan {
    var plan = self
    for index in plan.packs.indices where plan.packs[index].place == room {
      plan.packs[index].door = door == plan.packs[index].room ? nil : door
    }
    return plan
  }

  /// The plan with a participant in another room, which has packs already.
  ///
  /// The participant is named by key; copies `onPaper` go along instead of being printed again.
  public func moving(
    _ participant: String, to room: RoomName, onPaper: [PackID: Set<ItemID>]
  ) -> Plan {
    var plan = self
    var serials: [WorkID: String] = [:]
    // Enlarged packs come after their own: the enlarged copy is called as the copy is.
    for pack in packs.sorted(by: { ($0.media == nil ? 0 : 1) < ($1.media == nil ? 0 : 1) }) {
      for copy in pack.copies where copy.participant == participant && pack.place != room {
        let serial = pack.media == nil ? nil : serials[copy.work].map(Pack.enlarged)
        let isOut = onPaper[pack.id]?.contains(copy.id) == true
        // What goes along keeps what stands on it.
        serials[copy.work] = plan.move(
          copy, from: pack, to: room, isOut: isOut, called: isOut ? copy.serial : serial)
      }
    }
    // A pack that its last participant has left is none; the exam's own never had any.
    let left = Set(packs.filter { $0.participants > 0 }.map(\.id))
    plan.packs.removeAll { $0.participants == 0 && left.contains($0.id) }
    plan.note(participant, from: packs, to: room)
    return plan
  }

  /// Returns the serial that the copy has then.
  private mutating func move(
    _ copy: PackCopy, from pack: Pack, to room: RoomName, isOut: Bool, called serial: String?
  ) -> String? {
    let target = targetIndex(of: pack, in: room)
    guard let source = packs.firstIndex(where: { $0.id == pack.id }) else { return nil }
    packs[source].copies.removeAll { $0.id == copy.id }
    packs[source].order.removeAll { $0 == copy.id }
    packs[source].participants -= 1
    var moved = copy
    moved.carried =
      isOut
      ? copy.standIn
        ?? CarriedCopy(pack: pack.id, copy: copy.id, serial: copy.serial, from: pack.label) : nil
    moved.seat = nil
    let head = Pack.head(packs[target].room, part: packs[target].part)
    moved.serial = serial ?? serials.next(head)
    packs[target].add(moved)
    packs[source].count(sides)
    packs[target].count(sides)
    return moved.serial
  }

  /// The room's pack of the same part and medium; a new one where the room has none of that medium.
  private mutating func targetIndex(of pack: Pack, in room: RoomName) -> Int {
    func fits(_ other: Pack) -> Bool {
      other.place == room && other.part == pack.part && other.media == pack.media
    }
    if let index = packs.firstIndex(where: fits) { return index }
    issuedPacks += 1
    let papers = [
      PackPaper(id: .paper(1), paper: "packing-sheet", pages: 1),
      PackPaper(id: .paper(2), paper: "end-sheet", pages: 1),
    ]
    packs.append(
      Pack(
        id: PackID(number: issuedPacks), room: room, part: pack.part, media: pack.media,
        participants: 0, sheets: 2, papers: papers, copies: [], order: papers.map(\.id)))
    return packs.count - 1
  }

  /// Keeps in mind where the list has the participant.
  private mutating func note(_ participant: String, from before: [Pack], to room: RoomName) {
    let known = moves.first { $0.participant == participant }?.from
    let listed =
      known
      ?? before.first { $0.copies.contains { $0.participant == participant } }?.place
    moves.removeAll { $0.participant == participant }
    guard let listed, listed != room else { return }
    moves.append(Move(participant: participant, from: listed, to: room))
  }

  /// The plan with the pages that its papers really have.
  public func measured(_ measures: Measures) -> Plan {
    var plan = self
    for index in plan.packs.indices {
      let id = plan.packs[index].id
      for paper in plan.packs[index].papers.indices where plan.packs[index].papers[paper].isDrawn {
        plan.packs[index].papers[paper].pages = measures.pages(
          of: plan.packs[index].papers[paper].id, in: id)
      }
      plan.packs[index].count(sides)
    }
    return plan
  }
}

extension Pack {
  /// Adds a participant's copy behind the others.
  fileprivate mutating func add(_ copy: PackCopy) {
    issued.copies += 1
    var copy = copy
    copy.id = .copy(issued.copies)
    let own = Set(copies.filter { !$0.spare }.map(\.id))
    // Behind the last participant; in a pack without any, before separator and end sheet.
    let papers = Set(
      self.papers.filter { $0.paper == "separator" || $0.paper == "end-sheet" }.map(\.id))
    let place =
      order.lastIndex(where: own.contains).map { $0 + 1 } ?? order.firstIndex(
        where: papers.contains)
      ?? order.count
    order.insert(copy.id, at: place)
    let index = copies.lastIndex { !$0.spare }.map { $0 + 1 } ?? 0
    copies.insert(copy, at: index)
    participants += 1
  }

  /// Counts its sheets anew.
  fileprivate mutating func count(_ sides: Sides) { sheets = Self.sheets(papers, copies, sides) }
}
