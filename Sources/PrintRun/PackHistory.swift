public import Exam
public import Planning

/// A pack under the newest revision, and under those that it was printed under.
public struct PackHistory: Sendable {
  /// The pack as it is wanted now.
  public let pack: Pack
  /// The newest revision.
  public let revision: Int
  /// The pack under older revisions, by number.
  private let former: [Int: Pack]
  /// What would come out the same now, of older revisions.
  private let unchanged: [Int: Set<ItemID>]
  /// Copies that have gone to another pack with their participants.
  let leaving: Set<ItemID>
  /// Whether the newest plan has the pack no more: then nothing is wanted in it.
  public let isGone: Bool

  /// A pack that has only ever been wanted as it is.
  public init(_ pack: Pack, revision: Int = 1) {
    self.init(pack, revision: revision, former: [:], unchanged: [:], leaving: [])
  }

  /// A pack with its past.
  public init(
    _ pack: Pack, revision: Int, former: [Int: Pack], unchanged: [Int: Set<ItemID>],
    leaving: Set<ItemID>, isGone: Bool = false
  ) {
    self.pack = pack
    self.revision = revision
    self.former = former
    self.unchanged = unchanged
    self.leaving = leaving
    self.isGone = isGone
  }

  /// Whether a run made the pack: it is planned nowhere, and nothing needs it.
  public var isRunMade: Bool { pack.id == ProofPack.id }

  /// The pack as a job printed it.
  public func pack(of job: Job) -> Pack { former[job.revision] ?? pack }

  /// Whether what a job printed of an item is what is wanted now.
  func isWanted(_ item: ItemID, of job: Job) -> Bool {
    job.revision == revision || unchanged[job.revision]?.contains(item) == true
  }

  /// The histories of every pack of several revisions: the newest, and those that anything was printed
  /// under, by number.
  ///
  /// Packs that the newest has no more come last.
  public static func all(of revisions: [Int: RevisionContents]) -> [PackHistory] {
    guard let newest = revisions.keys.max(), let current = revisions[newest] else { return [] }
    let carried = Dictionary(
      grouping: current.plan.packs.flatMap { $0.copies.compactMap(\.carried) }, by: \.pack)
    let older = revisions.filter { $0.key != newest }
    let gone = Dictionary(
      older.sorted { $0.key < $1.key }.flatMap(\.value.plan.packs)
        .filter { current.plan.pack($0.id) == nil }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let all = current.plan.packs + gone.values.sorted { $0.id < $1.id }.map(\.emptied)
    return all.map { pack in
      PackHistory(
        pack, revision: newest, former: older.compactMapValues { $0.plan.pack(pack.id) },
        unchanged: older.mapValues { $0.unchanged(in: pack.id, under: current) },
        leaving: Set((carried[pack.id] ?? []).map(\.copy)), isGone: gone[pack.id] != nil)
    }
  }
}

extension Pack {
  /// The pack with nothing in it.
  fileprivate var emptied: Pack {
    var pack = self
    (pack.papers, pack.copies, pack.order) = ([], [], [])
    (pack.participants, pack.sheets) = (0, 0)
    return pack
  }
}
