public import Exam

/// Tells from the facts of pages what is printed for each work, and what is wrong with it.
public enum MaterialResolver {
  /// The pages of every work of `description`, read from `documents`; `aside` are files of their
  /// archives that are no PDF.
  public static func resolve(
    description: ExamDescription, policy: Policy, documents: [MaterialDocument],
    aside: [MaterialAside] = []
  ) -> MaterialResult {
    var result = MaterialResult()
    for work in description.works {
      var findings: [Finding] = []
      var papers: [PaperPages] = []
      let materials = work.materials.map { material in
        var reading = MaterialReading(
          work: work, material: material, description: description, policy: policy)
        reading.read(
          documents.filter { $0.work == work.id && $0.material == material.id })
        findings += reading.findings
        papers += reading.papers
        return reading.pages
      }
      let assembly = WorkAssembly(
        work: work, policy: policy, materials: materials, found: papers,
        aside: aside.filter { $0.work == work.id })
      result.works.append(assembly.pages())
      result.findings += findings + assembly.findings()
    }
    return result
  }
}

/// Reads the documents of one material: chooses pages, tells variants, collects findings.
struct MaterialReading {
  let work: Work
  let description: ExamDescription
  let policy: Policy
  private(set) var pages: MaterialPages
  /// Papers of the packs that lay in the participants' archive.
  private(set) var papers: [PaperPages] = []
  private(set) var findings: [Finding] = []
  private var taken: [TakenPage] = []

  private var material: Material { pages.material }

  init(work: Work, material: Material, description: ExamDescription, policy: Policy) {
    self.work = work
    self.description = description
    self.policy = policy
    pages = MaterialPages(material: material)
  }

  mutating func read(_ documents: [MaterialDocument]) {
    var seen: [String: MaterialDocument] = [:]
    pages.isThere = !documents.isEmpty
    var sorting = ArchiveSorting(
      work: work, material: material, description: description, policy: policy)
    sorting.sort(documents)
    findings += sorting.findings
    papers = sorting.papers
    for document in sorting.tasks {
      if let twin = seen[document.sha256] {
        stop(
          .materialFileDoubled, at: document.place,
          Wording(
            ru: "тот же файл, что и «\(twin.file)»: уберите один из них",
            en: "the same file as “\(twin.file)”: take one of them away"))
        continue
      }
      if let twin = seen.values.first(where: { $0.file == document.file }) {
        stop(
          .materialNameDoubled, at: document.place,
          Wording(
            ru: "файл с таким же именем есть и в «\(twin.container ?? twin.file)»: "
              + "переименуйте один из них",
            en: "“\(twin.container ?? twin.file)” has a file of the same name: rename one of them"))
      }
      seen[document.sha256] = document
      read(document)
    }
    guard material.give == .participant else { return }
    checkSequences()
    if description.marks == .first { checkFirstPages() }
    findings += MaterialSections(
      work: work, material: material, description: description, policy: policy, taken: taken
    ).findings()
  }

  private mutating func read(_ document: MaterialDocument) {
    let context = MaterialContext(
      work: work, material: material, document: document, description: description, policy: policy)
    var choice = PageChoice(context: context)
    let chosen = choice.pages()
    findings += choice.findings + MaterialChecks(context: context, pages: chosen).findings()
    guard context.isForParticipants else {
      for page in chosen { add(TakenPage(document: document, page: page)) }
      return
    }
    let told = PageVariants(pages: chosen, described: material.variant)
    findings += VariantChecks(context: context, pages: chosen, told: told).findings()
    findings += PageEvidence(context: context, pages: chosen, told: told).findings()
    for (page, variant) in zip(chosen, told.variants) {
      add(TakenPage(document: document, page: page, variant: variant))
    }
  }

  private mutating func add(_ page: TakenPage) {
    taken.append(page)
    pages.add(page.source(of: material.id), variant: page.variant)
  }

  /// The first page of each variant carries the mark, where this is the copy's first material.
  private mutating func checkFirstPages() {
    guard work.materials.first(where: { $0.give == .participant })?.id == material.id else {
      return
    }
    var seen: Set<Variant?> = []
    for page in taken where seen.insert(page.variant).inserted {
      let context = MaterialContext(
        work: work, material: material, document: page.document, description: description,
        policy: policy)
      findings += MarkRoom(context: context).findings([page.page])
    }
  }

  private mutating func checkSequences() {
    let numbers = Set(taken.compactMap { $0.page.identity.number?.page })
    let variants = taken.map(\.variant).reduce(into: [Variant?]()) { all, variant in
      if !all.contains(variant) { all.append(variant) }
    }
    for variant in variants {
      findings += PageSequence(
        work: work, material: material, description: description, policy: policy,
        pages: taken.filter { $0.variant == variant }, allNumbers: numbers
      ).findings()
    }
  }

  private mutating func stop(_ kind: Finding.Kind, at place: String, _ message: Wording) {
    findings.append(Finding(kind, .stop, .work(work.id), at: place, message))
  }
}

/// The chosen pages of one material by variant; nil is «no variant».
struct MaterialPages {
  var material: Material
  /// Whether there is a document, though none of its pages may be taken.
  var isThere = false
  var byVariant: [Variant?: [SourcePage]] = [:]

  var variants: Set<Variant> { Set(byVariant.keys.compactMap(\.self)) }

  /// The pages in the order of the files.
  var inOrder: [SourcePage] = []

  /// What a participant with `variant` gets of it.
  func pages(of variant: Variant?) -> [SourcePage] {
    guard variant != nil, let own = byVariant[variant] else { return byVariant[nil] ?? [] }
    return variants.isEmpty ? own : own + (byVariant[nil] ?? [])
  }

  mutating func add(_ page: SourcePage, variant: Variant?) {
    byVariant[variant, default: []].append(page)
    inOrder.append(page)
  }
}

/// A page taken from a document, with the variant it counts to.
struct TakenPage {
  var document: MaterialDocument
  var page: IdentifiedPage
  var variant: Variant?

  /// Where it comes from.
  func source(of material: MaterialID) -> SourcePage {
    SourcePage(
      material: material, file: document.file, page: page.facts.page, half: page.facts.half)
  }

  /// Whether another page of the file follows this one at once, nothing between them left out.
  func isFollowed(by next: TakenPage) -> Bool {
    guard document.sha256 == next.document.sha256 else { return true }
    let (last, next) = (page.facts, next.page.facts)
    return last.page == next.page
      ? last.half == .left && next.half == .right
      : next.page == last.page + 1 && last.half != .left && next.half != .right
  }

  /// Whether both are the same page of the same file: taken twice on purpose.
  func isSame(as other: TakenPage) -> Bool {
    document.sha256 == other.document.sha256 && page.facts.page == other.page.facts.page
      && page.facts.half == other.page.facts.half
  }
}
