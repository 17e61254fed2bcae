import Cairo
import Exam
import Layout
import Planning

/// One side of paper, ready to be drawn.
struct JobPage {
  let width: Double
  let height: Double
  let draw: (DrawingContext) throws -> Void
}

extension JobPage {
  /// The page on the next larger paper of its series: A4 on A3.
  var enlarged: JobPage {
    let factor = 2.0.squareRoot()
    return JobPage(width: width * factor, height: height * factor) { context in
      try context.saved {
        context.scale(x: factor, y: factor)
        try draw(context)
      }
    }
  }
}

/// Turns a job into its pages, in order of the sheets.
struct JobPages {
  let plan: Plan
  let pack: Pack
  let job: JobContent
  let profile: LayoutProfile
  let library: MaterialLibrary
  let marks: MarkPainter
  let digests: [DocumentKey: String]

  /// The material's file as source pages name it.
  struct DocumentKey: Hashable {
    let work: WorkID
    let material: MaterialID
    let file: String
  }

  /// Every page; with two sides an item of odd pages is followed by an empty one.
  func all() throws -> [JobPage] {
    var pages: [JobPage] = []
    if let slip = job.slip { pages += try turned(self.slip(slip)) }
    for (item, chosen) in job.items {
      pages += try turned(self.pages(of: item, chosen))
    }
    return pack.media == nil ? pages : pages.map(\.enlarged)
  }

  /// The next item never starts on the back of this one.
  private func turned(_ pages: [JobPage]) -> [JobPage] {
    guard plan.sides == .two, pages.count % 2 == 1, let last = pages.last else { return pages }
    return pages + [JobPage(width: last.width, height: last.height) { _ in }]
  }

  private func pages(of item: ItemID, _ chosen: [Int]?) throws -> [JobPage] {
    if let copy = pack.copy(item) {
      let caption = [copy.serial, copy.code?.rawValue].compactMap { $0 }
      return try material(plan.source(of: copy), copy.work, item, chosen, caption: caption)
    }
    guard let paper = pack.paper(item) else { throw CompositionTrouble.noItem(item) }
    if let work = paper.work, !paper.isDrawn {
      return try material(plan.source(of: paper), work, item, chosen, caption: [pack.label])
    }
    return try self.paper(paper.paper, item, chosen)
  }

  private func material(
    _ source: [SourcePage], _ work: WorkID, _ item: ItemID, _ chosen: [Int]?, caption: [String]
  ) throws -> [JobPage] {
    guard !source.isEmpty else { throw CompositionTrouble.noMaterial(item) }
    return try (chosen ?? Array(1...source.count)).map { number in
      guard source.indices.contains(number - 1) else { throw CompositionTrouble.noItem(item) }
      let page = source[number - 1]
      let key = DocumentKey(work: work, material: page.material, file: page.file)
      guard let sha = digests[key],
        let recorded = try library.page(
          page.page, half: page.half, of: sha, places: profile.markPlaces)
      else { throw CompositionTrouble.notOpened(page.file) }
      let isMarked = plan.marks == .pages || (plan.marks == .first && number == 1)
      guard !isMarked || recorded.place != nil else {
        throw CompositionTrouble.noPlace(page)
      }
      let mark = mark(item, number, source.count)
      let line = (caption.joined(separator: " · "), "\(number)/\(source.count)")
      let size = (recorded.recording.width, recorded.recording.height)
      return JobPage(width: size.0, height: size.1) { context in
        context.paint(recorded.recording)
        if isMarked, let place = recorded.place {
          if recorded.isTinted { place.whiten(in: context, pageWidth: size.0, pageHeight: size.1) }
          try marks.draw(
            mark: mark, caption: line, place: place, in: context, pageWidth: size.0,
            pageHeight: size.1)
        }
      }
    }
  }

  private func paper(_ name: String, _ item: ItemID, _ chosen: [Int]?) throws -> [JobPage] {
    let painter = try Papers(profile: profile).painter(
      name, PaperContents(plan: plan, pack: pack, language: profile.language), details)
    let place = try profile.paper(name).mark
    let size = PaperPainter.pageSize
    return (chosen ?? Array(1...painter.pageCount)).filter { $0 <= painter.pageCount }
      .map { number in
        let mark = mark(item, number, painter.pageCount)
        return JobPage(width: size.width, height: size.height) { context in
          painter.draw(page: number, in: context)
          try marks.draw(
            mark: mark, caption: (pack.label, ""), place: place, in: context,
            pageWidth: size.width, pageHeight: size.height)
        }
      }
  }

  /// The first sheet of a reprint or a rest: what it is, and why; older layouts know only reprints.
  private func slip(_ slip: JobSlip) throws -> [JobPage] {
    let wanted =
      switch slip {
      case .reprint: ["reprint-slip"]
      case .rest: ["rest-slip", "reprint-slip"]
      case .revision: ["revision-slip", "rest-slip", "reprint-slip"]
      }
    let name = wanted.first { profile.papers[$0] != nil } ?? "reprint-slip"
    return try paper(name, ItemID(rawValue: "S00"), [1])
  }

  private var reason: String {
    switch job.slip {
    case .reprint(let reason): reason
    case .rest: say("продолжение пакета, ", "the pack goes on, ") + place
    case .revision: say("изменение пакета", "the pack changes")
    case nil: ""
    }
  }

  /// Where the sheets of a rest belong: after the copy before the first of them.
  private var place: String {
    let first = job.items.first.flatMap { pack.order.firstIndex(of: $0.item) } ?? 0
    guard let copy = pack.order.prefix(first).reversed().lazy.compactMap(pack.copy).first else {
      return say("положите в начало пакета", "put it at the head of the pack")
    }
    return say("положите под \(copy.serial)", "put it under \(copy.serial)")
  }

  private func say(_ ru: String, _ en: String) -> String { profile.language == .ru ? ru : en }

  /// A slip is one sheet: so many items have a line of their own on it.
  private static let listed = 10

  private var details: PaperContents.Job {
    let isWhole =
      job.items.count == pack.printed.count && job.items.allSatisfy { $0.pages == nil }
    let items: String
    var replaces = false
    switch job.slip {
    case .revision(let slip):
      items = changes(slip)
      replaces = true
    case _ where isWhole: items = say("весь пакет", "the whole pack")
    default: items = names(of: job.items).joined(separator: "; ")
    }
    return PaperContents.Job(
      revision: job.revision, attempt: job.attempt, printer: job.printer, nextRoom: job.nextRoom,
      reason: reason, items: items, place: place, replaces: replaces,
      reprinted: isWhole || job.items.count > Self.listed ? [] : job.items)
  }

  private func names(of items: [(item: ItemID, pages: [Int]?)]) -> [String] {
    items.compactMap { item, pages in
      name(of: item).map { name in
        pages.map { name + " (" + $0.map { "\($0)" }.joined(separator: ", ") + ")" } ?? name
      }
    }
  }

  /// What a person does with the pack, a line each.
  private func changes(_ slip: RevisionSlip) -> String {
    let replaced = job.items.filter { slip.replaced.contains($0.item) }
    let added = job.items.filter { !slip.replaced.contains($0.item) }
    func line(_ verb: String, _ names: [String]) -> String? {
      names.isEmpty ? nil : verb + ": " + names.joined(separator: ", ")
    }
    let leaving = slip.leaving.map { "\($0.serial) → \($0.room)" }
    return [
      line(say("Добавьте", "Add"), names(of: added)),
      line(say("Замените", "Replace"), names(of: replaced)),
      line(say("Изымите", "Take out"), slip.withdrawn),
      line(say("Перенесите", "Move"), leaving),
    ].compactMap(\.self).joined(separator: "\n")
  }

  /// An item as people read it; the end sheet needs no mention.
  private func name(of item: ItemID) -> String? {
    if let copy = pack.copy(item) { return copy.serial }
    switch pack.paper(item)?.paper {
    case "end-sheet": return nil
    case "packing-sheet": return say("сопроводительный лист", "packing sheet")
    case "separator": return say("лист «Резерв»", "the sheet “Spares”")
    case let material: return material ?? item.rawValue
    }
  }

  private func mark(_ item: ItemID, _ page: Int, _ of: Int) -> Mark {
    Mark(
      exam: plan.exam.id, revision: job.revision, pack: pack.id, item: item, page: page, of: of,
      attempt: job.attempt)
  }
}

extension MarkPlace {
  /// A white field, so that the mark has the contrast it needs.
  fileprivate func whiten(in context: DrawingContext, pageWidth: Double, pageHeight: Double) {
    let area = rectangle(pageWidth: pageWidth, pageHeight: pageHeight)
    context.setSource(gray: 1)
    context.rectangle(x: area.x, y: area.y, width: area.width, height: area.height)
    context.fill()
  }
}
