import Exam

/// A pack while it is put together: items are numbered in the order in which they are added.
struct PackDraft {
  let id: PackID
  let input: PlanInput
  private(set) var papers: [PackPaper] = []
  private(set) var copies: [PackCopy] = []
  private(set) var order: [ItemID] = []

  init(id: PackID, input: PlanInput) {
    self.id = id
    self.input = input
  }

  /// Adds a paper that the layout draws.
  mutating func add(drawn paper: String) {
    let item = ItemID.paper(papers.count + 1)
    add(PackPaper(id: item, paper: paper, pages: input.measures.pages(of: item, in: id)))
  }

  /// Adds a material's paper, each physical copy as an item of its own.
  mutating func add(_ paper: PaperSupply, times: Int, of work: WorkID) {
    for _ in 0..<max(0, times) {
      add(
        PackPaper(
          id: .paper(papers.count + 1), paper: paper.material.rawValue,
          pages: paper.source.count, source: paper.source, work: work))
    }
  }

  private mutating func add(_ paper: PackPaper) {
    papers.append(paper)
    order.append(paper.id)
  }

  /// Adds a copy; `make` is told the id it gets.
  mutating func addCopy(_ make: (ItemID) -> PackCopy) {
    let copy = make(.copy(copies.count + 1))
    copies.append(copy)
    order.append(copy.id)
  }

  /// Adds the separator and the spares after it; nothing where there are none.
  mutating func addSpares(_ spares: [(work: WorkID, variant: VariantSupply)], serial head: String) {
    guard !spares.isEmpty else { return }
    add(drawn: "separator")
    for (index, spare) in spares.enumerated() {
      let serial = "\(head)-\(input.policy.spareLetter)\(index + 1)"
      addCopy { id in
        PackCopy(
          id: id, serial: serial, work: spare.work, variant: spare.variant.variant, spare: true,
          pages: spare.variant.pages, source: spare.variant.source)
      }
    }
  }

  /// The finished pack.
  func pack(room: RoomName, part: Int, media: String? = nil, participants: Int) -> Pack {
    Pack(
      id: id, room: room, part: part, media: media, participants: participants, sheets: sheets,
      papers: papers, copies: copies, order: order)
  }

  /// No item begins on the back of another.
  private var sheets: Int {
    let pages = papers.map(\.pages) + copies.map(\.pages)
    return pages.reduce(0) { $0 + (input.policy.sides == .one ? $1 : ($1 + 1) / 2) }
  }
}
