import Exam

/// What is really on the source pages: files by their digests, whatever they are called.
struct SourceContents {
  /// One source page.
  struct Page: Hashable {
    let sha256: String
    let page: Int
    let half: PageHalf?
  }

  private struct Key: Hashable {
    let work: WorkID
    let material: MaterialID
    let file: String
  }

  private let digests: [Key: String]

  init(documents: [PlanDocument]) {
    digests = Dictionary(
      documents.map {
        (Key(work: $0.work, material: $0.material, file: $0.file), $0.sha256)
      }, uniquingKeysWith: { first, _ in first })
  }

  func pages(of booklet: Booklet) -> [Page] {
    booklet.source.map { page in
      let key = Key(work: booklet.work, material: page.material, file: page.file)
      return Page(sha256: digests[key] ?? "", page: page.page, half: page.half)
    }
  }
}
