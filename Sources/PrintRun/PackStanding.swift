public import Exam
public import Planning

/// Where a pack stands, as `status --json` names it.
public enum PackState: String, Codable, Sendable {
  /// Nothing of it is on paper.
  case waiting
  /// A job of it lies at the printer, held.
  case staged
  /// A job of it may come out now.
  case printing
  /// All is there, and every sheet was counted or looked at.
  case proved
  /// All is there, as far as a printer that cannot count can say.
  case delivered
  /// Some of it is there, the rest is needed.
  case partly
  /// Nothing of it is on paper, and its last job failed.
  case failed
  /// Only a person can tell what is there.
  case person
  /// Nothing of it is on paper, and its last job was taken back before it was let go.
  case stopped
}

/// A pack, its jobs, and what follows from them.
public struct PackStanding: Sendable {
  /// The pack, and what it was.
  public let history: PackHistory
  /// Its jobs in order of their attempts.
  public let jobs: [Job]
  /// What stands on paper.
  public let paper: Paper
  /// What is to be printed; nothing as long as a page of it is unknown or may come out now.
  public let need: Need
  /// Where it stands.
  public let state: PackState

  /// The pack as it is wanted now.
  public var pack: Pack { history.pack }

  /// Folds the jobs of a pack; those of other packs are left out.
  public init(_ history: PackHistory, jobs all: [Job]) {
    let pack = history.pack
    let jobs = all.filter { $0.pack == pack.id }.sorted { $0.attempt < $1.attempt }
    let paper = Paper(of: history, jobs: jobs)
    let isOpen = paper.touched.contains { $0.state == .unknown || $0.state == .underway }
    self.history = history
    self.jobs = jobs
    self.paper = paper
    need = isOpen || history.isRunMade ? .nothing : Need(pack, less: paper)
    state = Self.state(of: jobs, paper, need)
  }

  /// Folds jobs into the standing of each pack.
  public static func all(of packs: [PackHistory], jobs: [Job]) -> [PackStanding] {
    let byPack = Dictionary(grouping: jobs, by: \.pack)
    return packs.map { PackStanding($0, jobs: byPack[$0.pack.id] ?? []) }.filter {
      if $0.history.isRunMade { return !$0.paper.touched.isEmpty || $0.isUnderway }
      return !$0.history.isGone || $0.isUnderway || !$0.questions.isEmpty || !$0.withdrawn.isEmpty
    }
  }

  /// What a person does with a printed pack that has changed; nil where nothing of it has.
  public func revisionSlip(_ leaving: [RevisionSlip.Leaving]) -> RevisionSlip? {
    let withdrawn = withdrawn
    let replaced = replaced
    guard !withdrawn.isEmpty || !replaced.isEmpty || !leaving.isEmpty else { return nil }
    return RevisionSlip(replaced: replaced, withdrawn: withdrawn, leaving: leaving)
  }

  /// Items of which a former print lies in the pile: printed here, or carried here.
  private var replaced: [ItemID] {
    let printed = Set(paper.replaced)
    let carried = pack.copies.filter { copy in
      copy.carried?.outdated == true && paper[copy.id].allSatisfy { $0 == nil }
    }.map(\.id)
    return pack.order.filter { printed.contains($0) || carried.contains($0) }
  }

  /// The serials of copies that are on paper and have to be taken out.
  public var withdrawn: [String] {
    paper.withdrawn.compactMap { item, attempt in
      jobs.first { $0.attempt == attempt }.flatMap { history.pack(of: $0).copy(item)?.serial }
    }.sorted()
  }

  /// What a person is asked, of the jobs whose pages stand or may.
  public var questions: [Question] {
    let deciding = Set(paper.touched.map(\.attempt))
    return jobs.filter { deciding.contains($0.attempt) }.compactMap {
      Question($0, of: history.pack(of: $0))
    }
  }

  /// Whether any of it may have been printed, or handed to a printer.
  public var isBegun: Bool { !jobs.isEmpty }

  /// The newest job of which the end is not known.
  public var open: Job? { jobs.last { $0.verdict == nil } }

  /// Whether the end of a job is not known.
  public var isUnderway: Bool { open != nil }

  /// The job whose pages stand, or may; the newest where there are several.
  public var newest: Job? {
    let deciding = Set(paper.touched.map(\.attempt))
    return jobs.last { deciding.contains($0.attempt) }
  }

  /// Whether some of what stands lies in a file, and nobody has said that it was printed from there.
  public var isWritten: Bool { !filed.isEmpty }

  /// The jobs that wrote it.
  public var filed: [Job] {
    let standing = Set(paper.own.filter { $0.state == .good }.map(\.attempt))
    return jobs.filter {
      standing.contains($0.attempt) && $0.destination == .file && $0.answer == nil
    }
  }

  /// A reprint of which nothing came out, if that was the last that was tried: the pack is as before.
  public var vainReprint: Job? {
    guard let last = jobs.last, last.request.isReprint, last.stage == .ended,
      last.outcome == .nothing
    else { return nil }
    return last
  }

  /// Sheets known to be out.
  public func sheetsDone(_ sides: Sides) -> Int {
    if state == .proved || state == .delivered { return pack.sheets }
    if let newest, newest.outcome == .underway || newest.outcome == .unknown {
      return min(newest.impressions ?? 0, pack.sheets)
    }
    return sheetsGood(sides)
  }

  /// Sheets that are out and good.
  func sheetsGood(_ sides: Sides) -> Int {
    pack.order.reduce(0) { sum, item in
      let good = paper[item].count { $0?.state == .good }
      return sum + (sides == .one ? good : (good + 1) / 2)
    }
  }

  private static func state(of jobs: [Job], _ paper: Paper, _ need: Need) -> PackState {
    let touched = paper.touched
    if touched.contains(where: { $0.state == .unknown }) { return .person }
    if touched.contains(where: { $0.state == .underway }) { return underway(jobs) }
    if let open = jobs.last, open.verdict == nil, open.stage >= .staging, need != .nothing {
      return .staged
    }
    switch need {
    case .whole:
      guard let last = jobs.last, last.verdict == .failed else { return .waiting }
      return last.isWithdrawn ? .stopped : .failed
    case .rest: return .partly
    case .nothing:
      let standing = Set(paper.own.map(\.attempt))
      let isProved = jobs.allSatisfy { job in
        !standing.contains(job.attempt) || job.outcome != .whole(.delivered)
      }
      return isProved ? .proved : .delivered
    }
  }

  /// A released job prints; one whose release may have been lost is at the printer.
  private static func underway(_ jobs: [Job]) -> PackState {
    jobs.contains { $0.outcome == .underway && $0.stage >= .released } ? .printing : .staged
  }
}
