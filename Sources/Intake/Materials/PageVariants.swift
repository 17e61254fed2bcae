import Exam

/// Which variant each page of a document is of.
struct PageVariants {
  /// A variant for each page; nil where nothing tells.
  var variants: [Variant?]
  /// The variants that the text itself names.
  var written: Set<Variant>
  /// The pages that do not say it themselves.
  var silent: [IdentifiedPage]

  /// The text wins; where it is silent, exam.yaml; where that is too, the page before.
  init(pages: [IdentifiedPage], described: Variant?) {
    let read = pages.map(\.identity.variant)
    written = Set(read.compactMap(\.self))
    silent = pages.filter { $0.identity.variant == nil }
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

  /// The variants in the order of the pages, each as often as its pages begin anew.
  var runs: [Variant] {
    variants.compactMap(\.self).reduce(into: []) { runs, variant in
      if runs.last != variant { runs.append(variant) }
    }
  }
}
