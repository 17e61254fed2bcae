public import Exam
import Planning

/// What stands on paper of one page.
public struct PageStanding: Hashable, Sendable {
  /// How it stands.
  public enum State: Hashable, Sendable {
    /// It is there.
    case good
    /// It is there, but another one is wanted now.
    case stale
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
  /// Items that are on paper, or may be, and not in the pack any more.
  private var former: [ItemID: PageStanding] = [:]
  /// Those of them that a slip has told to take out.
  private var told: Set<ItemID> = []
  private let order: [ItemID]
  private let leaving: Set<ItemID>

  /// Folds jobs of a pack, in the order of their attempts.
  public init(of history: PackHistory, jobs: [Job]) {
    let pack = history.pack
    order = pack.order
    leaving = history.leaving
    pages = Dictionary(
      pack.order.map { ($0, Array(repeating: nil, count: pack.pages(of: $0) ?? 0)) },
      uniquingKeysWith: { first, _ in first })
    for job in jobs.sorted(by: { $0.attempt < $1.attempt }) {
      lay(job, history)
      // Its slip has told to take out what the pack did not have any more.
      guard case .whole = job.outcome, !job.request.isReprint else { continue }
      let own = Set(history.pack(of: job).order)
      for item in former.keys where !own.contains(item) && former[item]?.state == .good {
        told.insert(item)
      }
    }
  }

  /// The pages of an item; nil where no job has touched a page.
  public subscript(item: ItemID) -> [PageStanding?] { pages[item] ?? [] }

  /// The pages of the pack that a job has touched.
  var own: [PageStanding] { pages.values.flatMap { $0.compactMap(\.self) } }

  /// All pages that a job has touched, and the items that are in the pack no more.
  public var touched: [PageStanding] { own + former.values }

  /// Items that are on paper and have to be taken out, with the job that printed them.
  public var withdrawn: [ItemID: Int] {
    former.filter {
      $0.value.state == .good && !leaving.contains($0.key) && !told.contains($0.key)
    }.mapValues(\.attempt)
  }

  /// Items of the pack of which a former print is there.
  public var replaced: [ItemID] {
    order.filter { self[$0].contains { $0?.state == .stale } }
  }

  /// The pages of an item that are not there and will not come, from 1.
  func missing(_ item: ItemID) -> [Int] {
    self[item].enumerated().compactMap { index, page in
      page == nil || page?.state == .missing || page?.state == .stale ? index + 1 : nil
    }
  }

  private mutating func lay(_ job: Job, _ history: PackHistory) {
    let parts = job.parts(of: history.pack(of: job))
    switch job.outcome {
    case .nothing: return
    case .underway: lay(parts, .underway, job, history)
    case .unknown: lay(parts, .unknown, job, history)
    case .whole: lay(parts, .good, job, history)
    case .upTo(let last):
      let count = last.flatMap { last in parts.firstIndex { $0.item == last } }.map { $0 + 1 } ?? 0
      lay(parts.prefix(count), .good, job, history)
      lay(parts.dropFirst(count), .missing, job, history)
    }
  }

  private mutating func lay(
    _ parts: some Sequence<JobPart>, _ state: PageStanding.State, _ job: Job,
    _ history: PackHistory
  ) {
    for part in parts {
      guard let known = pages[part.item] else {
        former[part.item] = PageStanding(state: state, attempt: job.attempt)
        continue
      }
      let isStale = state == .good && !history.isWanted(part.item, of: job)
      let standing = PageStanding(state: isStale ? .stale : state, attempt: job.attempt)
      let numbers = 1..<(known.count + 1)
      // A stale item is stale as a whole: its pages need not be today's.
      let touched = isStale ? Array(numbers) : part.pages ?? Array(numbers)
      for number in touched where numbers.contains(number) {
        pages[part.item]?[number - 1] = standing
      }
    }
  }
}
