import Exam
import QPDF

/// What decides how a page gets onto paper.
struct PrintEvidence {
  /// The page as it would be embedded; nil where it cannot be told.
  let page: PressPage?
  /// Whether only a half of it is printed.
  let isHalf: Bool
  /// How large readers show it, in points.
  let size: (width: Double, height: Double)
  /// The layers of its file that are not printed, as objects.
  let hiddenLayers: Set<Int>
  /// The fonts that its text is drawn in.
  let fonts: Set<String>

  /// The way that the page's structure asks for.
  var way: PrintWay {
    guard let reason else { return .asIs }
    // Poppler cannot be its own witness where it draws blending anew.
    return page?.isBlended == true ? .raster(reason) : .drawn(reason)
  }

  private var reason: NotAsIs? {
    if isHalf { return .half }
    guard let page, let closure = page.closure else { return .unreadable }
    let traits = closure.makeup.traits
    // Names of the page that would stand beside ours.
    let hasOurNames = page.pictures.contains { $0.key.hasPrefix(Sheet.prefix) }
    if hasOurNames || !traits.isDisjoint(with: [.pageTree, .foreignStream]) { return .tangled }
    if traits.contains(.layerCondition) || !closure.objects.isDisjoint(with: hiddenLayers) {
      return .layer
    }
    if !hasItsFonts(closure.makeup.missingFonts, of: page) { return .font }
    if page.hasOpenAnnotation { return .annotation }
    if traits.contains(.jpeg2000) { return .jpeg2000 }
    if traits.contains(.postScript) { return .postScript }
    let isSameSize = abs(page.width - size.width) < 0.1 && abs(page.height - size.height) < 0.1
    return isSameSize ? nil : .unreadable
  }

  /// Whether no letter needs a font that is missing: many programs name fonts that they do not use.
  private func hasItsFonts(_ missing: Set<String>, of page: PressPage) -> Bool {
    guard page.annotationFonts.isEmpty else { return false }
    return fonts.isEmpty || (missing.isDisjoint(with: fonts) && !missing.contains(""))
  }
}
