import Exam

/// Which variant each participant of one work in one room gets.
enum Variants {
  /// Whoever has a variant keeps it; one fixed by the list goes before that; the others get theirs by their
  /// seats, those without a seat in the order of the list.
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
    // Variants that the list names and nobody has seen yet count, too.
    let all =
      supply.variants
      + dealt.compactMap(\.self).filter { !supply.variants.contains($0) }.uniqued()
    let deal = SeatDeal(
      SeatGrid(people.map(\.seat)), variants: supply.variants.count,
      fixed: dealt.map { booklet in booklet.flatMap { all.firstIndex(of: $0) } })
    for index in dealt.indices where dealt[index] == nil {
      dealt[index] = all[deal.dealt[index] ?? 0]
    }
    if supply.variants.count > 1, let room = people.first?.room, !deal.conflicts.isEmpty {
      let pairs = deal.conflicts.compactMap { pair in
        dealt[pair.0].map { (people[pair.0], people[pair.1], $0.variant) }
      }
      findings.append(PlanFindings.neighboursAlike(room, pairs))
    }
    return (dealt.compactMap(\.self), findings)
  }
}

extension Supply {
  /// The booklet of a variant, if the work has it.
  fileprivate func booklet(of variant: Variant?) -> Booklet? {
    variants.first { $0.variant == variant }
  }
}

extension [Booklet] {
  fileprivate func uniqued() -> [Booklet] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
