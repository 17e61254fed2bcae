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

/// Finds the variants that a page names: on a line of their own, or beside its running header.
struct VariantText {
  private let patterns: [PagePattern]
  private let codeField: [String]

  /// So many lines from the top may be a header, wherever they stand on the page.
  private static let headLines = 5
  /// Longer lines are sentences.
  private static let mostWords = 16

  init(patterns: PagePatterns) {
    self.patterns = patterns.variant.compactMap(PagePattern.init)
    codeField = patterns.codeField
  }

  /// Every variant that is named.
  func variants(lines: [Substring], margins: String) -> Set<Variant> {
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    let heads = filled.prefix(Self.headLines) + margins.split(whereSeparator: \.isNewline)
    var found: Set<Variant> = []
    for line in heads { found.formUnion(variants(inHead: line)) }
    for line in filled.dropFirst(Self.headLines) { found.formUnion(variants(ofLine: line)) }
    return found
  }

  /// Of a line that says nothing else.
  private func variants(ofLine line: Substring) -> Set<Variant> {
    let words = PageWords(String(line))
    let fits = self.fits(in: words)
    let taken = Set(fits.flatMap { Array($0.words) })
    let others = words.words.indices.filter { !taken.contains($0) }.map { words.words[$0] }
    let isOwn = others.allSatisfy { word in
      codeField.contains(String(word.text)) || PageWords.isSame(word.folded, "часть")
        || word.text.allSatisfy { $0.isNumber || $0 == "I" }
    }
    guard isOwn, others.count <= 3, !line.contains("_") else { return [] }
    return Set(fits.compactMap(\.variant))
  }

  /// Of a line of the header, where subject, class and name may stand beside it.
  private func variants(inHead line: Substring) -> Set<Variant> {
    let words = PageWords(String(line))
    guard words.words.count <= Self.mostWords else { return variants(ofLine: line) }
    return Set(fits(in: words).filter { isSaid($0, in: words) }.compactMap(\.variant))
  }

  /// «I вариант … II вариант» reads as «вариант II» in the middle, too: the order of patterns that finds
  /// more of them is right.
  private func fits(in words: PageWords) -> [PatternFit] {
    let (first, second) = (fits(in: words, patterns), fits(in: words, patterns.reversed()))
    return second.count > first.count ? second : first
  }

  private func fits(in words: PageWords, _ patterns: [PagePattern]) -> [PatternFit] {
    var fits: [PatternFit] = []
    for pattern in patterns {
      for fit in pattern.fits(in: words)
      where !fits.contains(where: { $0.words.overlaps(fit.words) }) {
        if !words.hasBlank(in: fit) { fits.append(fit) }
      }
    }
    return fits
  }

  /// Whether the words around do not make a sentence of it: «Вариант 3 тарифа стоит», «выберите 1 вариант».
  private func isSaid(_ fit: PatternFit, in words: PageWords) -> Bool {
    let all = words.words
    if fit.words.upperBound < all.count {
      let next = all[fit.words.upperBound]
      let isApart = next.gap.contains { ".,;:|()»—–".contains($0) } || next.gap.contains("  ")
      guard isApart || next.text.first?.isLowercase != true else { return false }
    }
    guard fit.words.lowerBound > 0 else { return true }
    let first = all[fit.words.lowerBound]
    if first.text.first?.isUppercase == true { return true }
    return !all[..<fit.words.lowerBound].contains { word in
      WordEnding.isVerb(word.folded) || Self.counting.contains(word.folded)
    }
  }

  private static let counting: Set<String> = ["только", "ровно", "лишь", "есть", "хотя"]
}

extension PageWords {
  /// Whether there is a blank to fill inside a fit: «Вариант ____».
  fileprivate func hasBlank(in fit: PatternFit) -> Bool {
    words[fit.words].dropFirst().contains { word in
      word.gap.contains { "_…".contains($0) } || word.gap.contains("..")
    }
  }
}
