import Exam
import Planning

/// What one page of a job must be.
struct ExpectedPage: Hashable, Sendable {
  /// The mark; nil where the page carries none.
  let mark: Mark?
  /// The file and page it repeats; nil for papers drawn by the layout.
  let source: Source?
  /// Whether it is the empty back of a sheet.
  let isBlank: Bool
  /// The participant's code, where a page must carry one in its box.
  var code: String?

  /// A material's page and the document it lies in.
  struct Source: Hashable, Sendable {
    let page: SourcePage
    let document: PlanDocument
  }

  private static let blank = ExpectedPage(mark: nil, source: nil, isBlank: true)

  /// The pages of a job in order.
  ///
  /// `items`: The items a reprint repeats after its slip; the whole pack if nil.
  static func all(
    of plan: Plan, pack: Pack, attempt: Int, revision: Int, items: [ItemID]?
  ) -> [ExpectedPage] {
    let slip = ItemID(rawValue: "S00")
    return ((items.map { [slip] + $0 }) ?? pack.printed).flatMap { item in
      let count = item == slip ? 1 : pack.pages(of: item) ?? 0
      let (sources, work) = sources(of: item, in: pack, plan)
      let pages = (0..<count).map { index in
        let isMaterial = sources.indices.contains(index)
        let mark = Mark(
          exam: plan.exam.id, revision: revision, pack: pack.id, item: item, page: index + 1,
          of: count, attempt: attempt)
        let isMarked = !isMaterial || plan.marks == .pages || (plan.marks == .first && index == 0)
        return ExpectedPage(
          mark: isMarked ? mark : nil,
          source: isMaterial ? source(sources[index], work, in: plan) : nil, isBlank: false,
          code: plan.codes == .box ? pack.copy(item)?.code?.rawValue : nil)
      }
      return plan.sides == .two && count % 2 == 1 ? pages + [blank] : pages
    }
  }

  private static func sources(
    of item: ItemID, in pack: Pack, _ plan: Plan
  ) -> ([SourcePage], WorkID?) {
    if let copy = pack.copy(item) { return (plan.source(of: copy), copy.work) }
    guard let paper = pack.paper(item) else { return ([], nil) }
    return (plan.source(of: paper), paper.work)
  }

  private static func source(_ page: SourcePage, _ work: WorkID?, in plan: Plan) -> Source? {
    plan.documents.first {
      $0.work == work && $0.material == page.material && $0.file == page.file
    }.map { Source(page: page, document: $0) }
  }
}
