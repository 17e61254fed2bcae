import Exam

/// One variant's pages.
struct VariantSupply {
  var variant: Variant?
  var pages: Int
  var source: [SourcePage]
}

/// A paper made of a material's pages.
struct PaperSupply {
  var material: MaterialID
  var give: Give
  var copies: Int
  var source: [SourcePage]
}

/// A work with what is printed of it: read from its materials, or assumed while they are not there.
struct Supply {
  var work: Work
  /// The place in exam.yaml.
  var place: Int
  /// Never empty.
  var variants: [VariantSupply]
  var papers: [PaperSupply]
  var assumed: Bool

  /// The works of exam.yaml; one of unknown subject where it names none.
  static func all(of input: PlanInput) -> [Supply] {
    let described = input.description.works
    let works = described.isEmpty ? [Work(id: WorkID(rawValue: "work"), subject: "")] : described
    return works.enumerated().map { place, work in
      let pages = input.works.first { $0.work == work.id }
      let known = (pages?.variants ?? [])
        .map { VariantSupply(variant: $0.variant, pages: $0.count, source: $0.pages) }
      return Supply(
        work: work, place: place,
        variants: known.isEmpty ? usual(work, input.policy) : known,
        papers: papers(of: pages), assumed: known.isEmpty || pages?.assumed == true)
    }
  }

  private static func papers(of pages: WorkPages?) -> [PaperSupply] {
    (pages?.papers ?? []).filter { !$0.pages.isEmpty }.map {
      PaperSupply(material: $0.material, give: $0.give, copies: $0.copies, source: $0.pages)
    }
  }

  private static func usual(_ work: Work, _ policy: Policy) -> [VariantSupply] {
    let pages = work.assumedPages ?? policy.usualPages
    let variants = policy.usualVariants.map {
      VariantSupply(variant: $0, pages: pages, source: [])
    }
    return variants.isEmpty ? [VariantSupply(variant: nil, pages: pages, source: [])] : variants
  }
}
