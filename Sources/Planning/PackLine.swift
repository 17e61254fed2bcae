import Exam

/// A pack as `plan --json` shows it.
struct PackLine: Encodable, Sendable {
  let pack: Pack
  let plan: Plan
  let slot: Scheduler.Slot?

  enum CodingKeys: String, CodingKey {
    case pack, room, part, media, participants, sheets, printer, startS, readyS, papers, copies,
      order
  }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: CodingKeys.self)
    try line.encode(pack.id, forKey: .pack)
    try line.encode(pack.place, forKey: .room)
    try line.encode(pack.part, forKey: .part)
    try line.encodeIfPresent(pack.media, forKey: .media)
    try line.encode(pack.participants, forKey: .participants)
    try line.encode(pack.sheets, forKey: .sheets)
    try line.encode(slot?.printer, forKey: .printer)
    try line.encode(slot?.startS ?? 0, forKey: .startS)
    try line.encode(slot?.readyS ?? 0, forKey: .readyS)
    try line.encode(pack.papers.map(PaperLine.init), forKey: .papers)
    try line.encode(pack.copies.map { CopyLine($0, plan.source(of: $0)) }, forKey: .copies)
    try line.encode(pack.order, forKey: .order)
  }
}

/// A paper as `plan --json` shows it.
private struct PaperLine: Encodable {
  let copy: String
  let paper: String
  let pages: Int

  init(_ paper: PackPaper) {
    copy = paper.id.rawValue
    self.paper = paper.paper
    pages = paper.pages
  }
}

/// A copy as `plan --json` shows it.
private struct CopyLine: Encodable {
  let copy: PackCopy
  let source: [SourcePage]

  enum CodingKeys: String, CodingKey {
    case copy, serial, code, seat, `class`, work, variant, conditions, spare, pages, source, carried
  }

  init(_ copy: PackCopy, _ source: [SourcePage]) {
    self.copy = copy
    self.source = source
  }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: CodingKeys.self)
    try line.encode(copy.id, forKey: .copy)
    try line.encode(copy.serial, forKey: .serial)
    try line.encode(copy.code, forKey: .code)
    try line.encode(copy.seat, forKey: .seat)
    try line.encode(copy.className, forKey: .class)
    try line.encode(copy.work, forKey: .work)
    try line.encode(copy.variant, forKey: .variant)
    try line.encodeIfPresent(copy.conditions, forKey: .conditions)
    try line.encodeIfPresent(copy.carried, forKey: .carried)
    try line.encode(copy.spare, forKey: .spare)
    try line.encode(copy.pages, forKey: .pages)
    try line.encode(source.map(SourceLine.init), forKey: .source)
  }
}

/// A source page as `plan --json` shows it.
private struct SourceLine: Encodable {
  let material: String
  let file: String
  let page: Int
  let half: PageHalf?

  init(_ source: SourcePage) {
    material = source.material.rawValue
    file = source.file
    page = source.page
    half = source.half
  }
}
