import Composition
import Exam
import Foundation
import Testing
import Zlib

/// What is on a page and nobody has read, or read and nobody sees.
@Suite struct UnreadTests {
  private static let helvetica =
    "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
  private static let form = "/Type /XObject /Subtype /Form /BBox [0 0 60 60] /Resources << >>"
  private static let words =
    "BT /F 6 Tf 10 180 Td 9 TL (Look at the picture and the map) Tj T* "
    + "(say which of the four towns lies farther north) Tj ET "

  private func facts(_ pdf: [UInt8]) throws -> PageFacts {
    let composer = Composer()
    _ = try composer.open(pdf, sha256: "x", password: nil)
    return try #require(try composer.facts(sha256: "x", marks: .none).first)
  }

  private func annotated(_ entries: String, _ looks: String) throws -> Bool {
    try facts(
      SmallPDF.page(
        "/Annots [<< /Type /Annot /Rect [100 100 160 160] \(entries) >>]",
        objects: [SmallPDF.stream(looks, Self.form)])
    ).isWrittenOver
  }

  @Test(arguments: [
    ("/Subtype /FreeText /F 4 /AP << /N 5 0 R >>", "0 0 20 20 re f", true),
    ("/Subtype /Ink /F 4 /InkList [[100 100 150 150]]", "", true),
    ("/Subtype /Stamp /F 36 /AP << /N 5 0 R >>", "0 0 20 20 re f", true),
    ("/Subtype /FreeText /F 0 /AP << /N 5 0 R >>", "0 0 20 20 re f", false),
    ("/Subtype /FreeText /F 6 /AP << /N 5 0 R >>", "0 0 20 20 re f", false),
    ("/Subtype /Stamp /F 4 /AP << /N 5 0 R >>", " \n", false),
    ("/Subtype /Popup /F 4", "", false),
    ("/Subtype /Link /F 4 /Border [0 0 0]", "", false),
    ("/Subtype /Widget /FT /Tx /F 4 /V (45) /AP << /N 5 0 R >>", "BT (45) Tj ET", true),
    ("/Subtype /Widget /FT /Tx /F 4 /AP << /N 5 0 R >>", "BT (45) Tj ET", true),
    ("/Subtype /Widget /FT /Tx /F 4 /V () /AP << /N 5 0 R >>", "BT () Tj ET", false),
    ("/Subtype /Widget /FT /Btn /F 4 /V /On /AS /On /AP << /N << /On 5 0 R >> >>", "", true),
    ("/Subtype /Widget /FT /Btn /F 4 /V /Off /AS /Off /AP << /N << /On 5 0 R >> >>", "", false),
  ])
  func notesAndValuesOverAPageAreSeen(entries: String, looks: String, isOver: Bool) throws {
    #expect(try annotated(entries, looks) == isOver)
  }

  /// Small filled boxes in rows, as letters made of lines are.
  private static let outlines = (0..<60).map { place in
    "\(20 + place % 15 * 10) \(110 + place / 15 * 20) 6 9 re f"
  }.joined(separator: " ")

  private static let rules = (0..<8).map { "10 \(100 + $0 * 14) 180 0.5 re f" }
    .joined(separator: " ")

  @Test(arguments: [
    (outlines, true), (rules, false), (outlines + " " + words, false), ("", false),
  ])
  func aHeaderAboveAPictureDoesNotTellWhatIsOnIt(body: String, isMostlyPicture: Bool) throws {
    let header = "BT /F 10 Tf 20 270 Td (Maths 5) Tj ET "
    let page = try facts(SmallPDF.page(resources: Self.helvetica, content: header + body))
    #expect(page.isMostlyPicture == isMostlyPicture)
    #expect(page.text.contains("Maths 5"))
  }

  @Test(arguments: [
    ("BT /F 10 Tf 20 270 Td (Maths 5) Tj ET", true),
    ("BT /F 10 Tf 1 g 20 270 Td (Maths 5) Tj ET", false),
    ("BT /F 10 Tf 20 270 Td (Maths 5) Tj ET 1 g 10 260 100 30 re f", false),
    ("BT /F 0.2 Tf 20 270 Td (Maths 5) Tj ET", false),
    ("BT /F 10 Tf 3 Tr 20 270 Td (Maths 5) Tj 0 Tr 0 -90 Td (Aa) Tj ET", false),
    ("BT /F 10 Tf 20 420 Td (Maths 5) Tj ET", false),
  ])
  func wordsThatNobodySeesAreNoEvidence(content: String, isSeen: Bool) throws {
    let page = try facts(
      SmallPDF.page(resources: Self.helvetica, content: content + " 0 g 20 110 50 20 re f"))
    #expect(page.text.contains("Maths 5") == isSeen)
    #expect(page.top.contains("Maths 5") == isSeen)
  }

  private static let lines = (0..<1600).map { UInt8($0 * 7919 / 13 % 251) }
  private static let packed = deflated(lines)

  private static func latin(_ bytes: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func ascii85(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count / 4 * 4, by: 4).map { start in
      var group = bytes[start..<start + 4].reduce(0) { $0 << 8 + Int($1) }
      var signs: [UInt8] = []
      for _ in 0..<5 {
        signs.insert(UInt8(group % 85 + 33), at: 0)
        group /= 85
      }
      return group == 0 && signs == [33, 33, 33, 33, 33] ? "z" : latin(signs)
    }.joined() + "~>"
  }

  @Test(arguments: [
    (latin(packed), "/Filter /FlateDecode", false),
    (latin(packed.prefix(packed.count / 2)), "/Filter /FlateDecode", true),
    (latin(packed), "/Filter [/FlateDecode] /DecodeParms [<< /Predictor 1 >>]", false),
    ("", "/Filter /FlateDecode", true),
    (latin(deflated(Array(lines.prefix(800)))), "/Filter /FlateDecode", true),
    (latin(lines), "", false), (latin(lines.prefix(800)), "", true),
    (ascii85(lines), "/Filter /ASCII85Decode", false),
    (ascii85(Array(lines.prefix(800))), "/Filter [/ASCII85Decode]", true),
  ])
  func aPictureThatEndsTooEarlyIsSaid(data: String, filter: String, isCut: Bool) throws {
    let picture = SmallPDF.stream(
      data,
      "/Type /XObject /Subtype /Image /Width 40 /Height 40 /BitsPerComponent 8 "
        + "/ColorSpace /DeviceGray \(filter)")
    let page = try facts(
      SmallPDF.page(
        resources: "/XObject << /I 5 0 R >>", content: "100 0 0 100 50 100 cm /I Do",
        objects: [picture]))
    #expect(page.complaints.contains { $0.contains("ends before its last line") } == isCut)
  }

  @Test(arguments: [
    ("/W 5/H 2/BPC 8/CS/G ID abcdefghij\nEI", false), ("/W 5 /H 2 /BPC 8 /CS /G ID abc EI", true),
    ("/W 5 /H 2 /BPC 8 /CS /G ID a EI efghij EI", false),
    ("/W 5 /H 2 /IM true ID ab EI", false), ("/W 5 /H 2 /BPC 8 /CS /RGB ID abcdefghij EI", true),
  ])
  func aPictureAmongTheOperatorsThatEndsTooEarlyIsSaid(picture: String, isCut: Bool) throws {
    let page = try facts(SmallPDF.page(content: "q 50 0 0 20 50 100 cm BI \(picture) Q"))
    #expect(page.complaints.contains { $0.contains("ends before its last line") } == isCut)
  }
}
