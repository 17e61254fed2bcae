import Exam
import Foundation
import Testing

@testable import Composition

/// Which pages are printed as they are, and why others are not.
@Suite struct PrintWayTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pdf: [UInt8]
    let way: PrintWay

    init(_ name: String, _ way: PrintWay, _ pdf: [UInt8]) {
      (testDescription, self.way, self.pdf) = (name, way, pdf)
    }
  }

  private static let square = "/Type /XObject /Subtype /Form /BBox [0 0 40 40]"
  private static let text = "BT /F 20 Tf 20 200 Td (Aa) Tj ET"
  private static let helvetica =
    "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

  private static func annotation(_ entries: String) -> String {
    "/Annots [<< /Type /Annot /Rect [100 100 160 160] \(entries) >>]"
  }

  /// A page with a layer, and what the catalogue says of it.
  private static func layered(_ configuration: String, _ set: String = "6 0 R") -> [UInt8] {
    SmallPDF.page(
      resources: "/Properties << /L \(set) >>",
      content: "20 30 50 90 re f /OC /L BDC 100 100 20 20 re f EMC",
      root: "/OCProperties << /OCGs [6 0 R] /D << \(configuration) >> >>",
      objects: ["null", "<< /Type /OCG /Name (L) >>"])
  }

  static let cases = [
    Case("lines", .asIs, SmallPDF.page()),
    Case("no contents", .asIs, SmallPDF.page("/Contents null")),
    Case("an empty stream", .asIs, SmallPDF.page(content: "")),
    Case(
      "several streams", .asIs,
      SmallPDF.page("/Contents [4 0 R 5 0 R]", objects: [SmallPDF.stream("100 100 20 20 re f")])),
    Case(
      "a stream that cannot be undone", .drawn(.unreadable),
      SmallPDF.page(
        "/Contents [4 0 R 5 0 R]", objects: [SmallPDF.stream("xyz", "/Filter /FlateDecode")])),
    Case(
      "a font that is not there", .drawn(.font), SmallPDF.page(resources: helvetica, content: text)),
    Case("a font that nothing is set in", .asIs, SmallPDF.page(resources: helvetica)),
    Case(
      "text that is not drawn", .asIs,
      SmallPDF.page(resources: helvetica, content: "BT 3 Tr /F 20 Tf 20 200 Td (Aa) Tj ET")),
    Case(
      "a font of an annotation", .drawn(.font),
      SmallPDF.page(
        annotation("/Subtype /Stamp /F 4 /AP << /N 5 0 R >>"),
        objects: [
          SmallPDF.stream(
            "BT /F 20 Tf 2 2 Td (Aa) Tj ET", square + " /Resources << \(helvetica) >>")
        ])),
    Case(
      "such a font, and blending", .raster(.font),
      SmallPDF.page(
        resources: helvetica + " /ExtGState << /G << /BM /Multiply >> >>", content: "/G gs " + text)
    ),
    Case(
      "blending alone", .asIs,
      SmallPDF.page(
        resources: "/ExtGState << /G << /BM /Multiply >> >>", content: "/G gs 20 30 50 90 re f")),
    Case(
      "a name that is no text", .asIs,
      SmallPDF.page(
        resources: "/ExtGState << /\u{FF}\u{E9} << /LW 9 >> >>",
        content: "/\u{FF}\u{E9} gs 20 30 50 90 re S")),
    Case(
      "a form with the page's names", .asIs,
      SmallPDF.page(
        resources: "/XObject << /X 5 0 R /Zz 5 0 R >> /ExtGState << /G << /LW 9 >> >>",
        content: "/X Do",
        objects: [SmallPDF.stream("/G gs 5 5 30 30 re S", square)])),
    Case(
      "a picture of JPEG 2000", .drawn(.jpeg2000),
      SmallPDF.page(
        resources: "/XObject << /X 5 0 R >>",
        objects: [
          SmallPDF.stream(
            "x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /Filter /JPXDecode")
        ])),
    Case(
      "PostScript", .drawn(.postScript),
      SmallPDF.page(
        resources: "/XObject << /X 5 0 R >>",
        objects: [SmallPDF.stream("", "/Type /XObject /Subtype /PS")])),
    Case(
      "a way to another page", .drawn(.tangled),
      SmallPDF.page(resources: "/Properties << /P << /Of 3 0 R >> >>")),
    Case("a layer that is printed", .asIs, layered("")),
    Case("a layer that is not", .drawn(.layer), layered("/OFF [6 0 R]")),
    Case(
      "shown where another is not", .drawn(.layer),
      layered("", "<< /Type /OCMD /OCGs [6 0 R] /P /AllOff >>")),
    Case(
      "an annotation with its picture", .asIs,
      SmallPDF.page(
        annotation("/Subtype /Stamp /F 4 /AP << /N 5 0 R >>"),
        objects: [SmallPDF.stream("0 0 40 40 re f", square + " /Resources << >>")])),
    Case(
      "an annotation without", .drawn(.annotation),
      SmallPDF.page(annotation("/Subtype /Square /F 4"))),
    Case("one that is not printed", .asIs, SmallPDF.page(annotation("/Subtype /Square"))),
    Case("a link", .asIs, SmallPDF.page(annotation("/Subtype /Link /F 4"))),
    Case(
      "fields left to readers", .drawn(.annotation),
      SmallPDF.page(
        annotation("/Subtype /Widget /F 4 /AP << /N 5 0 R >>"),
        root: "/AcroForm << /NeedAppearances true /Fields [] >>",
        objects: [SmallPDF.stream("", square + " /Resources << >>")])),
    Case(
      "a note that is not turned with its page", .drawn(.annotation),
      SmallPDF.page(
        "/Rotate 90 " + annotation("/Subtype /Stamp /F 20 /AP << /N 5 0 R >>"),
        objects: [SmallPDF.stream("0 0 40 40 re f", square + " /Resources << >>")])),
  ]

  @Test(arguments: cases) func isDecidedByThePage(_ page: Case) throws {
    let composer = Composer()
    _ = try composer.open(page.pdf, sha256: "x", password: nil)
    #expect(try composer.facts(sha256: "x", marks: .none).map(\.way) == [page.way])
  }

  @Test func halvesAreDrawn() throws {
    let composer = Composer()
    _ = try composer.open(try Tool.halfEmptySheet(), sha256: "x", password: nil)
    let page = try #require(try composer.facts(sha256: "x", marks: .none).first)
    #expect(page.way == .asIs)
    #expect(page.halves.map(\.way) == [.drawn(.half), .drawn(.half)])
  }

  /// Where on paper a page stands: every case is looked at by another reader.
  @Test(arguments: cases.filter { $0.way == .asIs }) func comesOutTheSame(_ page: Case) throws {
    try expectSame(page.pdf)
  }

  private static let boxes = [
    "/MediaBox [0 0 200 300]", "/MediaBox [-50 -20 150 280]",
    "/MediaBox [0 0 200 300] /CropBox [10 20 160 220.5]",
    "/MediaBox [0 0 200 300] /CropBox [-10 -20 160 420]",
  ]

  @Test(arguments: boxes, [0, 90, 180, -90]) func itsPlaceIsTheReaders(
    _ box: String, _ turn: Int
  ) throws {
    let pdf = SmallPDF.page(
      "\(box) /Rotate \(turn) " + Self.annotation("/Subtype /Stamp /F 4 /AP << /N 5 0 R >>"),
      content: "20 30 50 90 re f 1 0 0 RG 9 w 30 200 m 150 20 l S",
      objects: [
        SmallPDF.stream(
          "0 1 0 rg 0 0 40 20 re f",
          Self.square + " /Matrix [0 2 -1 0 7 3] /Resources << >>")
      ])
    #expect(try ways(of: pdf) == [.asIs])
    try expectSame(pdf)
  }

  @Test func aUnitOfItsOwnEnlargesThePage() throws {
    let pdf = SmallPDF.page("/UserUnit 2")
    #expect(try ways(of: pdf) == [.asIs])
    let job = try Samples.job(of: pdf)
    let info = String(decoding: try Tool.run("pdfinfo", [], job), as: UTF8.self)
    #expect(info.contains("400 x 600 pts"), "\(info)")
  }

  /// What a printer gets that garbles the fonts or the whole PDF.
  @Test(arguments: [(PageStyle.asIs, false), (.drawn, false), (.raster, true)])
  func aPrinterMayAskForAnotherWay(_ style: PageStyle, isPicture: Bool) throws {
    let pdf = Array(
      try Data(contentsOf: Samples.fixtures.appendingPathComponent("missing-page.pdf")))
    let job = try Samples.job(of: pdf, style: style)
    func lines(_ tool: String, _ options: [String] = []) throws -> Int {
      String(decoding: try Tool.run(tool, options, job), as: UTF8.self).split(separator: "\n").count
    }
    // Both begin with two lines of headings.
    #expect(try (lines("pdffonts") > 2) == !isPicture)
    #expect(try (lines("pdfimages", ["-list"]) > 2) == isPicture)
    // So coarse that it does not matter how edges are softened; ink is 0.0066 of this page.
    let (printed, source) = (try Tool.drawn(job, dpi: 12), try Tool.drawn(pdf, dpi: 12))
    #expect(Tool.difference(printed, source) < 0.002)
  }

  private func ways(of pdf: [UInt8]) throws -> [PrintWay] {
    let composer = Composer()
    _ = try composer.open(pdf, sha256: "x", password: nil)
    return try composer.facts(sha256: "x", marks: .none).map(\.way)
  }

  private func expectSame(_ pdf: [UInt8]) throws {
    let job = try Samples.job(of: pdf)
    let (source, printed) = (try Tool.drawn(pdf), try Tool.drawn(job))
    #expect(source == printed)
  }

  /// The traps once more, for a third reader.
  @Test(
    .enabled(if: Tool.pdfium != nil, "make pdfium installs it"),
    arguments: cases.filter { $0.way == .asIs })
  func comesOutTheSameInPdfium(_ page: Case) throws {
    #expect(try Tool.isSameForPdfium(page.pdf, Samples.job(of: page.pdf)) == true)
  }
}
