import Layout
import QPDF

/// One side of paper of a job: what is put on it, in order, as operators of its own.
struct Sheet {
  /// The paper's size in points.
  let width: Double
  let height: Double
  /// The page of a material under everything else.
  private(set) var base: PressPage?
  /// The forms that `content` draws, in order of their names.
  private(set) var forms: [(name: String, key: ObjectKey)] = []
  /// The operators: `q … Do Q` for each form, then the marks.
  private(set) var content: [UInt8] = []

  /// What the names of our forms begin with.
  static let prefix = "/Tz"

  /// The height before enlarging: y grows upwards on paper, and downwards for those who draw.
  private let drawnHeight: Double

  /// Makes an empty side.
  ///
  /// - Parameters:
  ///   - width: The width of what is drawn, in points.
  ///   - height: Its height.
  ///   - scale: How much larger the paper is.
  init(width: Double, height: Double, scale: Double = 1) {
    (self.width, self.height) = (width * scale, height * scale)
    drawnHeight = height
    if scale != 1 { write([scale, 0, 0, scale, 0, 0], "cm\n") }
  }

  /// Puts a material's page down, and its annotations on it.
  mutating func put(_ page: PressPage) {
    base = page
    write("q ")
    if page.placement != [1, 0, 0, 1, 0, 0] { write(page.placement, "cm ") }
    draw("P", .form(document: page.document, page: page.number))
    for (index, annotation) in page.annotations.enumerated() {
      write("q ")
      write(annotation.placement, "cm ")
      draw("A\(index)", .source(document: page.document, annotation.form))
      write("Q ")
    }
    write("Q\n")
  }

  /// Puts down a drawing of the job's own, its upper left corner at a point.
  mutating func put(_ drawing: Drawing, x: Double, y: Double) {
    write("q ")
    write([1, 0, 0, 1, x, drawnHeight - y - drawing.height], "cm ")
    draw("D\(drawing.number)", .form(document: DrawingBoard.document, page: drawing.number))
    write("Q\n")
  }

  /// Makes a rectangle white.
  mutating func whiten(_ area: MarkPlace.Rectangle) {
    write("q 1 g ")
    write([area.x, drawnHeight - area.y - area.height, area.width, area.height], "re f Q\n")
  }

  /// Puts down a mark's symbol, as a picture of one bit a module.
  mutating func put(_ symbol: MarkStamp.Symbol) {
    write("q 0 g ")
    write(
      [symbol.size, 0, 0, symbol.size, symbol.x, drawnHeight - symbol.y - symbol.size], "cm\n")
    write("BI /W \(symbol.side) /H \(symbol.side) /BPC 1 /IM true /F /AHx ID\n")
    // A mask paints where its bits are not set. Hexadecimal, as no reader can mistake its end.
    for byte in symbol.rows {
      content.append(Self.digits[Int(~byte >> 4)])
      content.append(Self.digits[Int(~byte & 15)])
    }
    write(">\nEI Q\n")
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private mutating func draw(_ name: String, _ key: ObjectKey) {
    let name = Self.prefix + name
    write("\(name) Do ")
    if !forms.contains(where: { $0.name == name }) { forms.append((name, key)) }
  }

  private mutating func write(_ text: String) { content += Array(text.utf8) }

  private mutating func write(_ numbers: [Double], _ text: String) {
    for number in numbers {
      PDFNumber.append(number, to: &content)
      content.append(UInt8(ascii: " "))
    }
    write(text)
  }
}
