import Exam

/// A page taken from a document, with the variant it counts to.
struct TakenPage {
  var document: MaterialDocument
  var page: IdentifiedPage
  var variant: Variant?

  /// Where it comes from.
  func source(of material: MaterialID) -> SourcePage {
    SourcePage(
      material: material, file: document.file, page: page.facts.page, half: page.facts.half)
  }

  /// Whether another page of the file follows this one at once, nothing between them left out.
  func isFollowed(by next: TakenPage) -> Bool {
    guard document.sha256 == next.document.sha256 else { return true }
    let (last, next) = (page.facts, next.page.facts)
    return last.page == next.page
      ? last.half == .left && next.half == .right
      : next.page == last.page + 1 && last.half != .left && next.half != .right
  }

  /// Whether both are the same page of the same file: taken twice on purpose.
  func isSame(as other: TakenPage) -> Bool {
    document.sha256 == other.document.sha256 && page.facts.page == other.page.facts.page
      && page.facts.half == other.page.facts.half
  }
}
