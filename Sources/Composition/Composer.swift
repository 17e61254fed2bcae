import Cairo
public import Exam
import Inspection
public import Layout
public import Planning
import Poppler

/// Composes jobs of a plan: the packs as PDF, or as pictures.
///
/// Lives in the render worker and is used from one thread.
public final class Composer {
  private let library = MaterialLibrary()
  private let marks = MarkPainter()
  private(set) var profile: LayoutProfile?
  private(set) var plan: Plan?
  private var field: CodeField?
  private var digests: [JobPages.DocumentKey: String] = [:]

  /// Makes a composer without layout, plan or documents.
  public init() {}

  /// Sets the layout for all that follows.
  public func use(layout: LayoutProfile) {
    profile = layout
    field = CodeField(words: layout.policy.pagePatterns.codeField)
  }

  /// Sets the plan for all that follows.
  public func use(plan: Plan) {
    self.plan = plan
    digests = Dictionary(
      plan.documents.map {
        (.init(work: $0.work, material: $0.material, file: $0.file), $0.sha256)
      }, uniquingKeysWith: { first, _ in first })
    library.use(plan.pages(digests))
  }

  /// Opens a PDF and returns its page count.
  public func open(_ bytes: [UInt8], sha256: String, password: String?) throws -> Int {
    try library.open(bytes, sha256: sha256, password: password).pageCount
  }

  /// The files inside an opened portfolio, without content where it cannot be read; none of any other
  /// PDF.
  public func portfolio(sha256: String) -> [(name: String, content: [UInt8]?)] {
    library.portfolio(sha256) ?? []
  }

  /// Facts of every page of an opened PDF; `begin` hears of each page before it is looked at.
  public func facts(
    sha256: String, marks: MarkRule, codes: CodeRule = .mark,
    _ begin: (Int) throws -> Void = { _ in }
  ) throws -> [PageFacts] {
    let places = marks == .none ? nil : profile?.markPlaces
    let field = codes == .box ? field : nil
    guard let facts = try library.facts(of: sha256, places: places, field: field, begin) else {
      throw CompositionTrouble.notOpened(sha256)
    }
    return facts
  }

  /// Pages of every paper of the plan.
  public func measure() throws -> Measures {
    guard let plan, let profile else { throw CompositionTrouble.noPlan }
    var measures = Measures()
    for pack in plan.packs {
      for paper in pack.papers where paper.isDrawn {
        let contents = PaperContents(plan: plan, pack: pack, language: profile.language)
        measures.pages[pack.id, default: [:]][paper.id] = try Self.pages {
          try Papers(profile: profile)
            .painter(paper.paper, contents, PaperContents.Job()).pageCount
        }
      }
    }
    return measures
  }

  /// A pack whose papers cannot be written is not printed, and its length does not matter; the others
  /// are measured all the same.
  private static func pages(_ measure: () throws -> Int) throws -> Int {
    do {
      return try measure()
    } catch let trouble as Trouble where trouble.kind == Glyphs.missingKind {
      return 1
    }
  }

  /// One job as PDF, proved.
  public func compose(
    _ pack: PackID, _ job: JobContent
  ) throws -> (pdf: [UInt8], pages: Int, sheets: Int) {
    let graph = try graph(pack, job)
    let pdf = try JobWriter.write(graph)
    do {
      try JobProof.check(pdf, graph)
    } catch let fault as ProofFault {
      throw CompositionTrouble.notProved(fault)
    }
    let pages = graph.sheets.count
    return (pdf, pages, plan?.sides == .two ? (pages + 1) / 2 : pages)
  }

  /// One job as PNG pictures, as poppler shows what is printed.
  public func pictures(_ pack: PackID, _ job: JobContent, dpi: Int) throws -> [[UInt8]] {
    let document = try PDFDocument(bytes: try compose(pack, job).pdf, password: nil)
    return try (1...document.pageCount).map { number in
      try document.withPage(number) { page in
        try page.picture(of: page.area(nil), scale: Double(dpi) / 72).png()
      }
    }
  }

  /// Each page of a job of one copy, and how its paper differs from the material, as a PNG picture.
  public func differences(
    _ pack: PackID, _ job: JobContent, dpi: Int
  ) throws -> [(page: SourcePage, way: PrintWay, picture: [UInt8])] {
    guard let plan, let item = job.items.first?.item, let copy = plan.pack(pack)?.copy(item) else {
      throw CompositionTrouble.noPlan
    }
    let printed = try PDFDocument(bytes: try compose(pack, job).pdf, password: nil)
    let scale = Double(dpi) / 72
    return try zip(1..., plan.source(of: copy)).map { number, page in
      let key = JobPages.DocumentKey(work: copy.work, material: page.material, file: page.file)
      guard let sha = digests[key], let material = library.material(sha) else {
        throw CompositionTrouble.notOpened(page.file)
      }
      let part = PageKey(page: page.page, half: page.half)
      let (original, width) = try material.document.withPage(page.page) { source in
        let area = source.area(page.half)
        return (try source.picture(of: area, scale: scale), area.width)
      }
      // Enlarged copies are compared as large as their source.
      let paper = try printed.withPage(number) { sheet in
        let area = sheet.area(nil)
        return try sheet.picture(of: area, scale: scale * width / area.width)
      }
      return (
        page, try material.look(part).way(job.style),
        try PictureDifference.picture(of: original, and: paper).png()
      )
    }
  }

  func graph(_ id: PackID, _ job: JobContent) throws -> JobGraph {
    guard let plan, let profile, let pack = plan.pack(id) else { throw CompositionTrouble.noPlan }
    let pages = JobPages(
      plan: plan, pack: pack, job: job, profile: profile, library: library,
      field: plan.codes == .box ? field : nil, marks: marks, digests: digests)
    let sheets = try pages.all()
    guard !sheets.isEmpty else { throw CompositionTrouble.noPlan }
    let documents = library.documents + [try pages.board.finished()].compactMap(\.self)
    return JobGraph(
      sheets: sheets, documents: Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) }))
  }

  /// The exam's day, so that the same papers give the same bytes.
  var creationDate: String { (plan?.exam.date?.iso ?? "2000-01-01") + "T00:00:00Z" }
}

extension Plan {
  /// The pages that its copies and papers take from materials, by the digests of their files.
  fileprivate func pages(_ digests: [JobPages.DocumentKey: String]) -> [String: Set<PageKey>] {
    var pages: [String: Set<PageKey>] = [:]
    func add(_ sources: [SourcePage], _ work: WorkID) {
      for page in sources {
        let key = JobPages.DocumentKey(work: work, material: page.material, file: page.file)
        guard let sha256 = digests[key] else { continue }
        pages[sha256, default: []].insert(PageKey(page: page.page, half: page.half))
      }
    }
    for booklet in booklets { add(booklet.source, booklet.work) }
    for paper in packs.flatMap(\.papers) {
      if let work = paper.work, !paper.isDrawn { add(source(of: paper), work) }
    }
    return pages
  }
}
