import Exam

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
