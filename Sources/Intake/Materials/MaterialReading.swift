import Exam

/// Reads the documents of one material: chooses pages, tells variants, collects findings.
struct MaterialReading {
  let work: Work
  let description: ExamDescription
  let forbidden: [String]
  private(set) var pages: MaterialPages
  private(set) var findings: [Finding] = []

  private var material: Material { pages.material }

  init(work: Work, material: Material, description: ExamDescription, policy: Policy) {
    self.work = work
    self.description = description
    forbidden =
      policy.forbiddenPhrases.isEmpty ? MaterialChecks.usuallyForbidden : policy.forbiddenPhrases
    pages = MaterialPages(material: material)
  }

  mutating func read(_ documents: [MaterialDocument]) {
    var seen: [String: MaterialDocument] = [:]
    for document in documents {
      if let twin = seen[document.sha256] {
        stop(
          "material.file-doubled", at: MaterialText.place(document),
          Wording(
            ru: "тот же файл, что и «\(twin.file)»: уберите один из них",
            en: "the same file as “\(twin.file)”: take one of them away"))
        continue
      }
      if let twin = seen.values.first(where: { $0.file == document.file }) {
        stop(
          "material.name-doubled", at: MaterialText.place(document),
          Wording(
            ru: "файл с таким же именем есть и в «\(twin.container ?? twin.file)»: "
              + "переименуйте один из них",
            en: "“\(twin.container ?? twin.file)” has a file of the same name: rename one of them"))
      }
      seen[document.sha256] = document
      read(document)
    }
  }

  private mutating func read(_ document: MaterialDocument) {
    let chosen = chosen(of: document)
    let checks = MaterialChecks(
      work: work, material: material, document: document, pages: chosen,
      description: description, forbidden: forbidden)
    findings += checks.findings()
    guard material.give == .participant else {
      for page in chosen { add(page, of: document, variant: nil) }
      return
    }
    let told = PageVariants(pages: chosen, described: material.variant)
    warnOfDoubledVariants(told.written, in: document)
    let evidence = VariantChecks(checks: checks, told: told)
    findings += evidence.findings()
    for (page, variant) in zip(chosen, told.variants) { add(page, of: document, variant: variant) }
  }

  private mutating func add(_ page: PageFacts, of document: MaterialDocument, variant: Variant?) {
    let source = SourcePage(material: material.id, file: document.file, page: page.page)
    pages.add(source, variant: variant)
  }

  private mutating func chosen(of document: MaterialDocument) -> [PageFacts] {
    if document.facts.isEmpty {
      stop(
        "material.empty", at: MaterialText.place(document),
        Wording(
          ru: "в файле нет страниц: скачайте его заново",
          en: "the file has no pages: download it again"))
    }
    guard let selection = material.pages else { return document.facts }
    let beyond = selection.ranges.filter { $0.upperBound > document.facts.count }
    if !beyond.isEmpty {
      stop(
        "material.pages-beyond", at: MaterialText.place(document),
        Wording(
          ru: "выбраны страницы \(selection.text), а в файле их \(document.facts.count): "
            + "исправьте pages: в exam.yaml",
          en: "pages \(selection.text) are chosen, but the file has \(document.facts.count): "
            + "correct pages: in exam.yaml"))
    }
    let count = document.facts.count
    return selection.ranges.flatMap { range in
      range.lowerBound > count
        ? [] : Array(document.facts[(range.lowerBound - 1)..<min(range.upperBound, count)])
    }
  }

  private mutating func warnOfDoubledVariants(
    _ written: Set<Variant>, in document: MaterialDocument
  ) {
    for variant in written.intersection(pages.variants).sorted() {
      findings.append(
        Finding(
          "material.variant-doubled", .warn, .work(work.id), at: MaterialText.place(document),
          Wording(
            ru: "вариант \(variant.rawValue) есть и в другом файле: страницы печатаются подряд. "
              + "Если это копия, уберите её",
            en: "variant \(variant.rawValue) is in another file too: the pages follow each other. "
              + "If it is a copy, take it away")))
    }
  }

  private mutating func stop(_ kind: String, at place: String, _ message: Wording) {
    findings.append(Finding(kind, .stop, .work(work.id), at: place, message))
  }
}
