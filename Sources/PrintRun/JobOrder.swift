public import Exam
public import Planning

/// What a job prints of a pack, and what its first sheet says.
public struct JobOrder: Hashable, Sendable {
  /// What the journal keeps of it.
  public let request: JobRequest
  /// What its first sheet says; nil for a whole pack.
  public let slip: JobSlip?

  /// What a pack needs, and what its slip says; nil if nothing.
  ///
  /// `leaving` are printed copies of it that go to other packs.
  public init?(_ standing: PackStanding, leaving: [RevisionSlip.Leaving] = []) {
    switch standing.need {
    case .nothing: return nil
    case .whole: self = .whole
    case .rest(let parts):
      let end = standing.pack.order.filter(standing.pack.isEndSheet).map { JobPart(item: $0) }
      self.init(
        request: JobRequest(items: parts + end),
        slip: standing.revisionSlip(leaving).map(JobSlip.revision) ?? .rest)
    }
  }

  /// Something once more; the whole pack if `items` is nil.
  public init(again items: [JobPart]?, reason: String) {
    self.init(
      request: JobRequest(items: items, reason: reason, isReprint: true),
      slip: .reprint(reason: reason))
  }

  private init(request: JobRequest, slip: JobSlip?) {
    self.request = request
    self.slip = slip
  }

  /// The same on a printer where this sheet lies on top.
  func turned(for order: SheetOrder) -> JobOrder {
    var request = request
    request.order = order == .lastOnTop ? order : nil
    return JobOrder(request: request, slip: slip)
  }

  /// The beginning of it that fits a bin, where not all of it does: whole items, at least two of them.
  func portion(of pack: Pack, _ sides: Sides, bin: Int?) -> JobOrder {
    guard let bin, !request.isReprint, sheets(of: pack, sides) > bin else { return self }
    let isOpening = request.items == nil
    let all = (request.items ?? pack.printed.map { JobPart(item: $0) })
      .filter { !pack.isEndSheet($0.item) }
    var left = bin - (isOpening ? 0 : 1)
    let parts = all.enumerated().prefix { index, part in
      left -= part.sheets(of: pack, sides)
      return index < 2 || left >= 0
    }.map(\.element)
    guard parts.count < all.count else { return self }
    var request = request
    request.items = parts
    request.portion = isOpening ? .opening : .middle
    return JobOrder(request: request, slip: isOpening ? nil : slip)
  }

  /// The whole pack.
  public static let whole = JobOrder(request: JobRequest(), slip: nil)

  /// Sheets of paper, the slip among them.
  public func sheets(of pack: Pack, _ sides: Sides) -> Int { request.sheets(of: pack, sides) }

  /// Sides of paper that a printer has to print, about.
  public func impressions(of pack: Pack, _ sides: Sides) -> Int {
    let sheets = sheets(of: pack, sides)
    return sides == .one ? sheets : sheets * 2
  }
}
