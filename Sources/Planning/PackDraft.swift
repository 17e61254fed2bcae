import Exam

/// A pack while it is put together: what the former revision had keeps its ids and serials, the rest gets
/// the next.
struct PackDraft {
  let id: PackID
  let input: PlanInput
  private let former: Pack?
  private(set) var papers: [PackPaper] = []
  private(set) var copies: [PackCopy] = []
  private(set) var order: [ItemID] = []
  private var issued: IssuedItems
  /// Former items that have found their place in the new pack.
  private var kept: Set<ItemID> = []

  init(id: PackID, input: PlanInput, former: Pack?) {
    self.id = id
    self.input = input
    self.former = former
    issued = former?.issued ?? IssuedItems()
  }

  /// What the pack is called, and its serials begin with.
  func head(_ room: RoomName, part: Int) -> String {
    Pack.head(former?.room ?? room, part: part)
  }

  /// Adds a paper that the layout draws.
  mutating func add(drawn name: String) {
    let item = paperID(name, nil)
    add(PackPaper(id: item, paper: name, pages: input.measures.pages(of: item, in: id)))
  }

  /// Adds a material's paper, each physical copy as an item of its own.
  mutating func add(_ paper: PaperSupply, times: Int, of work: WorkID) {
    for _ in 0..<max(0, times) {
      let name = paper.material.rawValue
      add(
        PackPaper(
          id: paperID(name, work), paper: name, pages: paper.booklet.pages,
          booklet: paper.booklet.id, work: work))
    }
  }

  private mutating func add(_ paper: PackPaper) {
    papers.append(paper)
    order.append(paper.id)
  }

  private mutating func paperID(_ name: String, _ work: WorkID?) -> ItemID {
    let known = former?.papers.first {
      $0.paper == name && $0.work == work && !kept.contains($0.id)
    }
    if let known {
      kept.insert(known.id)
      return known.id
    }
    issued.papers += 1
    return .paper(issued.papers)
  }

  /// Adds a participant's copy; `make` is told its id and serial, which one that was carried here keeps.
  mutating func addCopy(
    of participant: String, _ work: WorkID, head: String, _ carried: CarriedCopy?,
    _ serials: inout SerialRegister, _ make: (ItemID, String) -> PackCopy
  ) {
    let known = former?.copies.first { $0.participant == participant && $0.work == work }
    let serial = known?.serial ?? carried?.serial ?? serials.next(head)
    add(make(copyID(known), serial))
  }

  /// Adds the enlarged copy of a copy.
  mutating func addEnlarged(_ copy: PackCopy) {
    let known = former?.copies.first {
      $0.participant == copy.participant && $0.work == copy.work
    }
    var enlarged = copy
    enlarged.id = copyID(known)
    enlarged.serial = Pack.enlarged(copy.serial)
    add(enlarged)
  }

  private mutating func copyID(_ known: PackCopy?) -> ItemID {
    if let known { return known.id }
    issued.copies += 1
    return .copy(issued.copies)
  }

  private mutating func add(_ copy: PackCopy) {
    copies.append(copy)
    order.append(copy.id)
  }

  /// Adds the separator and the spares after it; nothing where there are none.
  mutating func addSpares(
    _ spares: [Booklet], head: String, _ serials: inout SerialRegister
  ) {
    guard !spares.isEmpty else { return }
    add(drawn: "separator")
    for booklet in spares {
      let known = former?.copies.first {
        $0.spare && $0.work == booklet.work && $0.variant == booklet.variant
          && !kept.contains($0.id)
      }
      if let known { kept.insert(known.id) }
      let serial = known?.serial ?? serials.nextSpare(head, letter: input.policy.spareLetter)
      add(PackCopy(id: copyID(known), serial: serial, of: booklet))
    }
  }

  /// The finished pack.
  func pack(
    room: RoomName, part: Int, media: String? = nil, participants: Int
  ) -> Pack {
    let first = former?.room ?? room
    return Pack(
      id: id, room: first, door: first == room ? nil : room, part: part, media: media,
      participants: participants,
      sheets: Pack.sheets(papers, copies, input.policy.sides), papers: papers, copies: copies,
      order: order,
      issued: issued)
  }
}
