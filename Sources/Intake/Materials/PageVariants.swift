import Exam

/// Which variant each page of a document is of.
struct PageVariants {
  /// A variant for each page; nil where nothing tells.
  var variants: [Variant?]
  /// The variants that the text itself names.
  var written: Set<Variant>
  /// The pages that do not say it themselves.
  var silent: [PageFacts]

  /// The text wins; where it is silent, exam.yaml; where that is too, the page before.
  init(pages: [PageFacts], described: Variant?) {
    let read = pages.map { PageIdentity(text: $0.text).variant }
    written = Set(read.compactMap(\.self))
    silent = zip(pages, read).filter { $0.1 == nil }.map(\.0)
    var last = described ?? read.lazy.compactMap(\.self).first
    variants = []
    for variant in read {
      if let variant {
        last = described ?? variant
        variants.append(variant)
      } else {
        variants.append(last)
      }
    }
  }
}
