public import Exam
public import Planning

/// What stands on paper of one page.
public struct PageStanding: Hashable, Sendable {
  /// How it stands.
  public enum State: Hashable, Sendable {
    /// It is there.
    case good
    /// It is not there, and what an earlier job printed of it no longer counts.
    case missing
    /// It may come out now.
    case underway
    /// Only a person can tell.
    case unknown
  }

  /// How it stands.
  public let state: State
  /// The job that decided it.
  public let attempt: Int
}

/// What stands on paper of a pack: page by page, folded from its jobs.
///
/// A job of which nothing came out changes nothing; any other decides over the pages it names, from the
/// moment on when a sheet of it may be out.
public struct Paper: Hashable, Sendable {
  /// Pages by item; nil where no job has touched a page.
  private var pages: [ItemID: [PageStanding?]]
  private let order: [ItemID]

  /// Folds jobs of a pack, in the order of their attempts.
  public init(of pack: Pack, jobs: [Job]) {
    order = pack.order
    pages = Dictionary(
      pack.order.map { ($0, Array(repeating: nil, count: pack.pages(of: $0) ?? 0)) },
      uniquingKeysWith: { first, _ in first })
    for job in jobs.sorted(by: { $0.attempt < $1.attempt }) { lay(job, pack) }
  }

  /// The pages of an item; nil where no job has touched a page.
  public subscript(item: ItemID) -> [PageStanding?] { pages[item] ?? [] }

  /// All pages that a job has touched.
  public var touched: [PageStanding] { pages.values.flatMap { $0.compactMap(\.self) } }

  /// The pages of an item that are not there and will not come, from 1.
  func missing(_ item: ItemID) -> [Int] {
    self[item].enumerated().compactMap { index, page in
      page == nil || page?.state == .missing ? index + 1 : nil
    }
  }

  private mutating func lay(_ job: Job, _ pack: Pack) {
    let parts = job.parts(of: pack)
    switch job.outcome {
    case .nothing: return
    case .underway: lay(parts, .underway, job)
    case .unknown: lay(parts, .unknown, job)
    case .whole: lay(parts, .good, job)
    case .upTo(let last):
      let count = last.flatMap { last in parts.firstIndex { $0.item == last } }.map { $0 + 1 } ?? 0
      lay(parts.prefix(count), .good, job)
      lay(parts.dropFirst(count), .missing, job)
    }
  }

  private mutating func lay(
    _ parts: some Sequence<JobPart>, _ state: PageStanding.State, _ job: Job
  ) {
    for part in parts {
      let known = 1..<(self[part.item].count + 1)
      for number in part.pages ?? Array(known) where known.contains(number) {
        pages[part.item]?[number - 1] = PageStanding(state: state, attempt: job.attempt)
      }
    }
  }
}
