/// A file inside a PDF.
public struct EmbeddedFile: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its content; nil where it cannot be read, as with a password of its own.
  public let content: [UInt8]?
}

extension PDFStructure {
  private static let deepest = 16
  private static let mostFiles = 1000

  /// Whether the pages are only a stand-in for a form that a viewer of its own would draw (XFA).
  public var isDynamicForm: Bool {
    root["/AcroForm"]?["/XFA"] != nil && root["/NeedsRendering"]?.isTrue == true
  }

  /// Whether there is a form of that kind beside the pages.
  public var hasXFA: Bool { root["/AcroForm"]?["/XFA"] != nil }

  /// Whether the file is a portfolio: a cover around other files.
  public var isPortfolio: Bool { root["/Collection"] != nil }

  /// The files inside it.
  public var embeddedFiles: [EmbeddedFile] {
    guard let tree = root["/Names"]?["/EmbeddedFiles"] else { return [] }
    var files: [EmbeddedFile] = []
    collect(tree, level: 1, into: &files)
    return files
  }

  private func collect(_ node: PDFObject, level: Int, into files: inout [EmbeddedFile]) {
    guard level <= Self.deepest else { return }
    for kid in node["/Kids"]?.items ?? [] { collect(kid, level: level + 1, into: &files) }
    let names = node["/Names"]?.items ?? []
    for index in stride(from: 1, to: names.count, by: 2) where files.count < Self.mostFiles {
      let entry = names[index]
      let name = (entry["/UF"] ?? entry["/F"])?.text ?? names[index - 1].text ?? "?"
      let stream = entry["/EF"].flatMap { $0["/UF"] ?? $0["/F"] }
      files.append(EmbeddedFile(name: name, content: stream?.content))
    }
  }

  /// How many default units of 1/72 inch a page's unit is; 1 as a rule.
  public func userUnit(ofPage number: Int) -> Double {
    guard (1...max(1, pageCount)).contains(number), let unit = page(number)["/UserUnit"]?.number64,
      unit > 0
    else { return 1 }
    return unit
  }

  /// Whether a page has a form field that is printed, with a value and nothing that shows it.
  public func hasUndrawnField(onPage number: Int) -> Bool {
    guard (1...max(1, pageCount)).contains(number) else { return false }
    let isLeftToViewers = root["/AcroForm"]?["/NeedAppearances"]?.isTrue == true
    return (page(number)["/Annots"]?.items ?? []).contains { annotation in
      guard annotation["/Subtype"]?.name == "/Widget", annotation.isPrinted else { return false }
      let type = (annotation["/FT"] ?? annotation["/Parent"]?["/FT"])?.name
      guard type == "/Tx" || type == "/Ch" else { return false }
      let value = (annotation["/V"] ?? annotation["/Parent"]?["/V"])?.text ?? ""
      guard !value.isEmpty else { return false }
      return isLeftToViewers || annotation["/AP"]?["/N"] == nil
    }
  }
}
