import Cairo
import Exam
import Inspection
import Layout
import Poppler
import QPDF

/// A page of a material, or a half of it.
struct PageKey: Hashable {
  let page: Int
  var half: PageHalf?
}

/// Opened materials; each page is looked at once and put into jobs as often as needed.
final class MaterialLibrary {
  /// A page ready to be put down.
  struct Page {
    let press: PressPage
    /// The first place free of ink; nil if there is none.
    let place: MarkPlace?
    /// Whether the paper has a ground of its own, so that the mark needs a white field.
    let isTinted: Bool
    /// The box for the participant's code; nil where it was not looked for, too.
    let codeBox: CodeBox?
  }

  private var materials: [String: Material] = [:]
  private var wanted: [String: Set<PageKey>] = [:]
  private var pages: [StyledKey: Page] = [:]

  private struct StyledKey: Hashable {
    let sha256: String
    let key: PageKey
    let style: PageStyle
  }

  /// Opens a PDF under its digest, its layers as they are printed.
  func open(_ bytes: [UInt8], sha256: String, password: String?) throws -> PDFDocument {
    if let known = materials[sha256] { return known.document }
    let material = try Material(bytes, password: password, number: materials.count)
    material.use(wanted[sha256] ?? [])
    materials[sha256] = material
    return material.document
  }

  /// An opened document.
  func material(_ sha256: String) -> Material? { materials[sha256] }

  /// Tells which pages will be printed.
  func use(_ pages: [String: Set<PageKey>]) {
    wanted = pages
    self.pages = [:]
    for (sha256, material) in materials { material.use(pages[sha256] ?? []) }
  }

  /// The documents that jobs may take objects from.
  var documents: [PressDocument] { materials.values.flatMap(\.pressDocuments) }

  /// The files inside an opened portfolio, in the order of their names; nil of any other document.
  func portfolio(_ sha256: String) -> [(name: String, content: [UInt8]?)]? {
    guard let structure = materials[sha256]?.structure, structure.isPortfolio else { return nil }
    return structure.embeddedFiles.sorted { $0.name < $1.name }.map { ($0.name, $0.content) }
  }

  /// A page of an opened document, or a half of it; places and field are those of one layout.
  func page(
    _ key: PageKey, _ style: PageStyle, of sha256: String, places: [MarkPlace], field: CodeField?
  ) throws -> Page? {
    let styled = StyledKey(sha256: sha256, key: key, style: style)
    if let known = pages[styled] { return known }
    guard let material = materials[sha256] else { return nil }
    let press = try material.page(key, style)
    let ink = try material.look(key).ink
    let codeBox = try field.flatMap { try material.codeBox(key, $0) }
    let page = Page(
      press: press,
      place: places.first {
        $0.isFree(of: ink, and: codeBox, width: press.width, height: press.height)
      }, isTinted: ink.isScan, codeBox: codeBox)
    pages[styled] = page
    return page
  }

  /// Facts of every page of an opened document, nil if it is not opened; `places` are nil where no
  /// mark is wanted, `field` where no code is.
  func facts(
    of sha256: String, places: [MarkPlace]?, field: CodeField?, _ begin: (Int) throws -> Void
  ) throws -> [PageFacts]? {
    guard let material = materials[sha256] else { return nil }
    let facts = try MaterialFacts(material: material, places: places, field: field).all(begin)
    material.forgetTrial()
    return facts
  }
}

extension MarkPlace {
  /// Whether the mark would stand on clean paper, and not where the code is set.
  func isFree(of ink: Ink, and box: CodeBox?, width: Double, height: Double) -> Bool {
    let area = rectangle(pageWidth: width, pageHeight: height)
    let meets = box.map { box in
      box.x < area.x + area.width && area.x < box.x + box.width
        && box.y < area.y + area.height && area.y < box.y + box.height
    }
    return meets != true
      && ink.isFree(x: area.x, y: area.y, width: area.width, height: area.height)
  }
}
