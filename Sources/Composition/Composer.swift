import Cairo
public import Exam
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
  private var digests: [JobPages.DocumentKey: String] = [:]

  /// Makes a composer without layout, plan or documents.
  public init() {}

  /// Sets the layout for all that follows.
  public func use(layout: LayoutProfile) { profile = layout }

  /// Sets the plan for all that follows.
  public func use(plan: Plan) {
    self.plan = plan
    digests = Dictionary(
      plan.documents.map {
        (.init(work: $0.work, material: $0.material, file: $0.file), $0.sha256)
      }, uniquingKeysWith: { first, _ in first })
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

  /// Facts of every page of an opened PDF.
  public func facts(sha256: String, marks: MarkRule) throws -> [PageFacts] {
    let places = marks == .none ? nil : profile?.markPlaces
    guard let facts = try library.facts(of: sha256, places: places) else {
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

  /// One job as PDF.
  public func compose(
    _ pack: PackID, _ job: JobContent
  ) throws -> (pdf: [UInt8], pages: Int, sheets: Int) {
    let pages = try pages(pack, job)
    guard let first = pages.first else { throw CompositionTrouble.noPlan }
    var pdf: [UInt8] = []
    let surface = try unsafe PDFSurface(
      width: first.width, height: first.height, creationDate: creationDate,
      write: { unsafe pdf.append(contentsOf: $0) })
    for page in pages {
      surface.setSize(width: page.width, height: page.height)
      try page.draw(surface.context)
      if job.isPreview { try watermark(page, surface.context) }
      try surface.showPage()
    }
    try surface.finish()
    return (pdf, pages.count, plan?.sides == .two ? (pages.count + 1) / 2 : pages.count)
  }

  /// One job as PNG pictures.
  public func pictures(_ pack: PackID, _ job: JobContent, dpi: Int) throws -> [[UInt8]] {
    let scale = Double(dpi) / 72
    return try pages(pack, job).map { page in
      let image = try ImageSurface(
        width: Int((page.width * scale).rounded()), height: Int((page.height * scale).rounded()),
        format: .argb32)
      image.context.setSource(gray: 1)
      image.context.paint()
      image.context.scale(x: scale, y: scale)
      try page.draw(image.context)
      if job.isPreview { try watermark(page, image.context) }
      return try image.png()
    }
  }

  private func pages(_ id: PackID, _ job: JobContent) throws -> [JobPage] {
    guard let plan, let profile, let pack = plan.pack(id) else { throw CompositionTrouble.noPlan }
    return try JobPages(
      plan: plan, pack: pack, job: job, profile: profile, library: library, marks: marks,
      digests: digests
    ).all()
  }

  /// The exam's day, so that the same job gives the same bytes.
  var creationDate: String { (plan?.exam.date?.iso ?? "2000-01-01") + "T00:00:00Z" }

  private func watermark(_ page: JobPage, _ context: DrawingContext) throws {
    let word = profile?.language == .en ? "PREVIEW" : "ПРОСМОТР"
    let style = TextStyle(family: "PT Sans", size: 90, bold: true, align: .center)
    let text = try TextLayout(text: word, style: style, width: 700)
    context.saved {
      context.translate(x: page.width / 2, y: page.height / 2)
      context.rotate(-0.95)
      context.setSource(gray: 0.5, alpha: 0.25)
      text.draw(in: context, x: -350, y: -text.height / 2)
    }
    context.setSource(gray: 0)
  }
}
