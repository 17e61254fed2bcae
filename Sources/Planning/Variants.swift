import Exam

/// Which variant each participant of one work in one room gets.
enum Variants {
  /// Variants alternate along the order of seats; one fixed by the list is kept.
  static func deal(
    _ people: [Participant], _ supply: Supply
  ) -> (variants: [VariantSupply], findings: [Finding]) {
    var dealt: [VariantSupply] = []
    var findings: [Finding] = []
    for (index, person) in people.enumerated() {
      let inTurn = supply.variants[index % supply.variants.count]
      guard let wanted = person.variant else {
        dealt.append(inTurn)
        continue
      }
      if let known = supply.variants.first(where: { $0.variant == wanted }) {
        dealt.append(known)
      } else if supply.assumed {
        dealt.append(VariantSupply(variant: wanted, pages: inTurn.pages, source: []))
      } else {
        findings.append(PlanFindings.unknownVariant(wanted, person, supply))
        dealt.append(inTurn)
      }
    }
    return (dealt, findings)
  }
}
