import Exam

/// A paper made of a material's pages.
struct PaperSupply {
  var material: MaterialID
  var give: Give
  var copies: Int
  var booklet: Booklet
}

/// A work with what is printed of it: read from its materials, or assumed while they are not there.
struct Supply {
  var work: Work
  /// The place in exam.yaml.
  var place: Int
  /// A booklet for each variant; never empty.
  var variants: [Booklet]
  var papers: [PaperSupply]
  var assumed: Bool

  /// The works of exam.yaml; one of unknown subject where it names none.
  static func all(of input: PlanInput, _ shelf: inout BookletShelf) -> [Supply] {
    let described = input.description.works
    let works = described.isEmpty ? [Work(id: WorkID(rawValue: "work"), subject: "")] : described
    return works.enumerated().map { place, work in
      let pages = input.works.first { $0.work == work.id }
      let known = (pages?.variants ?? []).map { variant in
        shelf.booklet(
          work: work.id, variant: variant.variant, pages: variant.count, source: variant.pages)
      }
      return Supply(
        work: work, place: place,
        variants: known.isEmpty ? usual(work, input.policy, &shelf) : known,
        papers: papers(of: pages, &shelf), assumed: known.isEmpty || pages?.assumed == true)
    }
  }

  private static func papers(of pages: WorkPages?, _ shelf: inout BookletShelf) -> [PaperSupply] {
    guard let pages else { return [] }
    return pages.papers.filter { !$0.pages.isEmpty }.map { paper in
      PaperSupply(
        material: paper.material, give: paper.give, copies: paper.copies,
        booklet: shelf.booklet(
          work: pages.work, variant: nil, pages: paper.pages.count, source: paper.pages))
    }
  }

  private static func usual(
    _ work: Work, _ policy: Policy, _ shelf: inout BookletShelf
  ) -> [Booklet] {
    let pages = work.assumedPages ?? policy.usualPages
    let variants: [Variant?] = policy.usualVariants.isEmpty ? [nil] : policy.usualVariants
    return variants.map {
      shelf.booklet(work: work.id, variant: $0, pages: pages, source: [])
    }
  }
}
