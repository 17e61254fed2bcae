public import Exam
public import Planning

/// What a pack needs: what its plan wants in it, less what stands on paper.
public enum Need: Hashable, Sendable {
  /// Nothing.
  case nothing
  /// All of it, from the packing sheet to the end sheet.
  case whole
  /// Some of it, in the pack's order.
  case rest([JobPart])

  /// Subtracts; end sheets are furniture of a job, one that is missing alone prints nothing.
  public init(_ pack: Pack, less paper: Paper) {
    let isBlank =
      !pack.order.isEmpty
      && pack.order.allSatisfy { item in
        paper[item].allSatisfy { $0 == nil || $0?.state == .missing }
      }
    let missing = pack.printed.filter { !pack.isEndSheet($0) }.compactMap { item -> JobPart? in
      let pages = paper.missing(item)
      guard !pages.isEmpty else { return nil }
      return JobPart(item: item, pages: pages.count == paper[item].count ? nil : pages)
    }
    if isBlank {
      self = .whole
    } else {
      self = missing.isEmpty ? .nothing : .rest(missing)
    }
  }

  /// How many copies and papers it is.
  public func count(in pack: Pack) -> Int {
    switch self {
    case .nothing: 0
    case .whole: pack.printed.count
    case .rest(let parts): parts.count
    }
  }
}

extension Pack {
  /// Whether an item is the sheet that ends a job.
  public func isEndSheet(_ item: ItemID) -> Bool { paper(item)?.paper == "end-sheet" }
}
