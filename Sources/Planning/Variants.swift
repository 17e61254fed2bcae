import Exam

/// Which variant each participant of one work in one room gets.
enum Variants {
  /// Whoever has a variant keeps it; one fixed by the list goes before that; else variants alternate along
  /// the order of seats, and newcomers get the one that the room has fewest of.
  ///
  /// `people` come in the order of their seats; `known` are the variants of the former revision, by
  /// participant.
  static func deal(
    _ people: [Participant], _ supply: Supply, known: [String: Variant?],
    _ shelf: inout BookletShelf
  ) -> (booklets: [Booklet], findings: [Finding]) {
    var findings: [Finding] = []
    var dealt = people.map { person -> Booklet? in
      if let wanted = person.variant {
        if let given = supply.booklet(of: wanted) { return given }
        guard supply.assumed else {
          findings.append(PlanFindings.unknownVariant(wanted, person, supply))
          return nil
        }
        return shelf.booklet(
          work: supply.work.id, variant: wanted, pages: supply.variants[0].pages, source: [])
      }
      return known[person.key].flatMap { supply.booklet(of: $0) }
    }
    let isNew = people.allSatisfy { known[$0.key] == nil }
    for index in dealt.indices where dealt[index] == nil {
      dealt[index] =
        isNew
        ? supply.variants[index % supply.variants.count] : fewest(supply, dealt, at: index)
    }
    return (dealt.compactMap(\.self), findings)
  }

  private static func fewest(_ supply: Supply, _ dealt: [Booklet?], at index: Int) -> Booklet {
    let neighbours = [index - 1, index + 1].filter(dealt.indices.contains).compactMap { dealt[$0] }
    let ranked = supply.variants.enumerated().map { place, booklet in
      let count = dealt.count { $0?.id == booklet.id }
      return (booklet, (count, neighbours.count { $0.id == booklet.id }, place))
    }
    return ranked.min { $0.1 < $1.1 }?.0 ?? supply.variants[0]
  }
}

extension Supply {
  /// The booklet of a variant, if the work has it.
  fileprivate func booklet(of variant: Variant?) -> Booklet? {
    variants.first { $0.variant == variant }
  }
}
