import Cairo
import Exam
import Inspection
import Layout
import Planning

/// Turns a job into its sides of paper, in order.
struct JobPages {
  let plan: Plan
  let pack: Pack
  let job: JobContent
  let profile: LayoutProfile
  let library: MaterialLibrary
  /// What stands beside the box for a code; nil where codes stand in no box.
  let field: CodeField?
  let marks: MarkPainter
  let digests: [DocumentKey: String]
  /// What the job draws itself.
  let board = DrawingBoard()

  /// The material's file as source pages name it.
  struct DocumentKey: Hashable {
    let work: WorkID
    let material: MaterialID
    let file: String
  }

  /// Every side; with two sides an item of odd pages is followed by an empty one.
  func all() throws -> [Sheet] {
    var pages: [Sheet] = []
    if let slip = job.slip { pages += turned(try self.slip(slip)) }
    for (item, chosen) in job.items {
      pages += turned(try self.pages(of: item, chosen))
    }
    return job.isTurned ? upsideDown(pages) : pages
  }

  /// The last sheet first; what is on the back of a sheet stays there.
  private func upsideDown(_ pages: [Sheet]) -> [Sheet] {
    guard plan.sides == .two else { return pages.reversed() }
    let fronts = stride(from: 0, to: pages.count, by: 2).reversed()
    return fronts.flatMap { pages[$0..<min($0 + 2, pages.count)] }
  }

  /// The next item never starts on the back of this one.
  private func turned(_ pages: [Sheet]) -> [Sheet] {
    guard plan.sides == .two, pages.count % 2 == 1, let last = pages.last else { return pages }
    return pages + [Sheet(width: last.width, height: last.height)]
  }

  /// Enlarged copies stand on the next larger paper of their series: A4 on A3.
  private func sheet(width: Double, height: Double) -> Sheet {
    Sheet(width: width, height: height, scale: pack.media == nil ? 1 : 2.0.squareRoot())
  }

  private func pages(of item: ItemID, _ chosen: [Int]?) throws -> [Sheet] {
    if let copy = pack.copy(item) {
      let code = plan.codes == .none ? nil : copy.code?.rawValue
      return try material(
        plan.source(of: copy), copy.work, item, chosen, Caption(name: copy.serial, code: code))
    }
    guard let paper = pack.paper(item) else { throw CompositionTrouble.noItem(item) }
    if let work = paper.work, !paper.isDrawn {
      return try material(plan.source(of: paper), work, item, chosen, Caption(name: pack.label))
    }
    return try self.paper(paper.paper, item, chosen)
  }

  /// What pages say of their copy.
  private struct Caption {
    var name: String
    var code: String?

    /// The line beside the mark: the code only where it has no place of its own.
    func line(isCodeElsewhere: Bool) -> String {
      [name, isCodeElsewhere ? nil : code].compactMap(\.self).joined(separator: " · ")
    }
  }

  private func material(
    _ source: [SourcePage], _ work: WorkID, _ item: ItemID, _ chosen: [Int]?, _ caption: Caption
  ) throws -> [Sheet] {
    guard !source.isEmpty else { throw CompositionTrouble.noMaterial(item) }
    return try (chosen ?? Array(1...source.count)).map { number in
      guard source.indices.contains(number - 1) else { throw CompositionTrouble.noItem(item) }
      let page = source[number - 1]
      let known = try known(page, work)
      var sheet = sheet(width: known.press.width, height: known.press.height)
      sheet.put(known.press)
      let isCodeSet = try put(caption.code, in: known.codeBox, on: &sheet)
      if plan.marks == .pages || (plan.marks == .first && number == 1) {
        guard let place = known.place else { throw CompositionTrouble.noPlace(page) }
        if known.isTinted {
          sheet.whiten(
            place.rectangle(pageWidth: known.press.width, pageHeight: known.press.height))
        }
        let line = (caption.line(isCodeElsewhere: isCodeSet), "\(number)/\(source.count)")
        try put(
          mark(item, number, source.count), line, place,
          (known.press.width, known.press.height), on: &sheet)
      }
      watermark(&sheet, known.press.width, known.press.height)
      return sheet
    }
  }

  private func known(_ page: SourcePage, _ work: WorkID) throws -> MaterialLibrary.Page {
    let key = DocumentKey(work: work, material: page.material, file: page.file)
    guard let sha = digests[key],
      let known = try library.page(
        PageKey(page: page.page, half: page.half), job.style, of: sha,
        places: profile.markPlaces, field: field)
    else { throw CompositionTrouble.notOpened(page.file) }
    return known
  }

  /// Sets a code in the page's box for it.
  ///
  /// - Returns: Whether it stands there.
  private func put(_ code: String?, in box: CodeBox?, on sheet: inout Sheet) throws -> Bool {
    guard let code, let box else { return false }
    let inside = MarkPlace.Rectangle(x: box.x, y: box.y, width: box.width, height: box.height)
    guard let texts = try marks.code(code, in: inside, cells: box.cells) else { return false }
    for text in texts { put(text, on: &sheet) }
    return true
  }

  private func paper(_ name: String, _ item: ItemID, _ chosen: [Int]?) throws -> [Sheet] {
    let painter = try Papers(profile: profile).painter(
      name, PaperContents(plan: plan, pack: pack, language: profile.language), details)
    let place = try profile.paper(name).mark
    let size = PaperPainter.pageSize
    return try (chosen ?? Array(1...painter.pageCount)).filter { $0 <= painter.pageCount }
      .map { number in
        var sheet = sheet(width: size.width, height: size.height)
        let drawing = board.drawing(
          "paper \(item.rawValue) \(number)", width: size.width, height: size.height
        ) { painter.draw(page: number, in: $0) }
        sheet.put(drawing, x: 0, y: 0)
        try put(
          mark(item, number, painter.pageCount), (pack.label, ""), place, size, on: &sheet)
        watermark(&sheet, size.width, size.height)
        return sheet
      }
  }

  /// How far letters may reach beyond the space they take, in points.
  private static let overhang = 2.0

  private func put(
    _ mark: Mark, _ caption: (String, String), _ place: MarkPlace,
    _ size: (width: Double, height: Double), on sheet: inout Sheet
  ) throws {
    let stamp = try marks.stamp(
      mark: mark, caption: caption, place: place, pageWidth: size.width, pageHeight: size.height)
    sheet.put(stamp.symbol)
    for text in stamp.texts { put(text, on: &sheet) }
  }

  private func put(_ text: MarkStamp.Text, on sheet: inout Sheet) {
    let edge = Self.overhang
    let drawing = board.drawing(
      "line \(text.key)", width: text.width + 2 * edge, height: text.layout.height + 2 * edge
    ) { context in
      context.setSource(gray: 0)
      text.layout.draw(in: context, x: edge, y: edge)
    }
    sheet.put(drawing, x: text.x - edge, y: text.y - edge)
  }

  private func watermark(_ sheet: inout Sheet, _ width: Double, _ height: Double) {
    guard job.isPreview else { return }
    let word = say("ПРОСМОТР", "PREVIEW")
    let drawing = board.drawing("preview \(width) \(height)", width: width, height: height) {
      context in
      let style = TextStyle(family: "PT Sans", size: 90, bold: true, align: .center)
      let text = try TextLayout(text: word, style: style, width: 700)
      context.translate(x: width / 2, y: height / 2)
      context.rotate(-0.95)
      context.setSource(gray: 0.5, alpha: 0.25)
      text.draw(in: context, x: -350, y: -text.height / 2)
    }
    sheet.put(drawing, x: 0, y: 0)
  }

  /// The first sheet of a reprint or a rest: what it is, and why; older layouts know only reprints.
  private func slip(_ slip: JobSlip) throws -> [Sheet] {
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
