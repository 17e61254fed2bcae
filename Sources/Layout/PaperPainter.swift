public import Cairo
public import Exam

/// Draws a paper on A4, on as many pages as it needs.
public struct PaperPainter {
  /// A4 in points.
  public static let pageSize = (width: 595.276, height: 841.890)

  private let pages: [[Placed]]

  /// Lays a paper out on as few pages as its template allows by making everything smaller.
  ///
  /// - Throws: `Trouble` when a field has no data, a character no glyph, or a text no room.
  public init(template: PaperTemplate, data: PaperData) throws {
    let full = try Self.pages(template, data, 1)
    guard full.count > 1, template.shrink < 1 else {
      pages = full
      return
    }
    // As large as it may be on the fewest pages.
    var best = try Self.pages(template, data, template.shrink)
    var (small, large) = (template.shrink, 1.0)
    while full.count > best.count, large - small > Self.step {
      let middle = (small + large) / 2
      let tried = try Self.pages(template, data, middle)
      if tried.count <= best.count {
        (small, best) = (middle, tried)
      } else {
        large = middle
      }
    }
    pages = full.count > best.count ? best : full
  }

  private static let step = 0.04

  private static func pages(
    _ template: PaperTemplate, _ data: PaperData, _ scale: Double
  ) throws -> [[Placed]] {
    let margin = points(template.margin)
    let footer = template.footer == nil ? 0 : points(6)
    let frame = Frame(
      left: margin, top: margin, width: pageSize.width - 2 * margin,
      bottom: pageSize.height - margin - footer)
    var flow = PaperFlow(
      paper: template.name, frame: frame, scale: scale, header: template.header, data: data)
    try flow.begin()
    for block in template.blocks { try flow.add(block) }
    guard let text = template.footer else { return flow.pages }
    return try flow.pages.enumerated().map { index, page in
      var fields = data.fields
      fields["page"] = "\(index + 1)"
      fields["pages"] = "\(flow.pages.count)"
      let words = try Template.fill(text.text, fields, paper: template.name)
      let style = Glyphs.style(size: text.size, bold: text.bold, align: text.align)
      let layout = try Glyphs.layout(words, style, width: frame.width, paper: template.name)
      return page + [.text(layout, x: margin, y: frame.bottom + footer - layout.height)]
    }
  }

  /// How many pages the paper needs.
  public var pageCount: Int { pages.count }

  /// Draws a page, counted from 1.
  public func draw(page: Int, in context: DrawingContext) {
    context.setSource(gray: 0)
    context.setLineWidth(0.5)
    for placed in pages[page - 1] { placed.draw(in: context) }
  }
}

/// Where blocks may stand, in points.
struct Frame {
  var left: Double
  var top: Double
  var width: Double
  var bottom: Double
}

/// Something with its place on a page, in points.
enum Placed {
  case text(TextLayout, x: Double, y: Double)
  case line(x: Double, y: Double, width: Double)
  case upright(x: Double, y: Double, height: Double)
  case box(x: Double, y: Double, width: Double, height: Double)
  /// A dashed frame to cut along.
  case cut(x: Double, y: Double, width: Double, height: Double)

  func draw(in context: DrawingContext) {
    switch self {
    case .text(let layout, let x, let y): layout.draw(in: context, x: x, y: y)
    case .line(let x, let y, let width):
      context.moveTo(x: x, y: y)
      context.lineTo(x: x + width, y: y)
      context.stroke()
    case .upright(let x, let y, let height):
      context.moveTo(x: x, y: y)
      context.lineTo(x: x, y: y + height)
      context.stroke()
    case .box(let x, let y, let width, let height):
      context.rectangle(x: x, y: y, width: width, height: height)
      context.stroke()
    case .cut(let x, let y, let width, let height):
      context.setDash([3, 3])
      context.rectangle(x: x, y: y, width: width, height: height)
      context.stroke()
      context.setDash([])
    }
  }
}
