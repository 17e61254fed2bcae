import Exam
import Intake
import Testing

/// What poppler says of pages, and whether a participants' page is stopped for it.
@Suite struct ComplaintTests {
  private func found(_ complaint: String, give: Give = .participant) -> [String] {
    var page = MaterialSamples.page(1)
    page.complaints = [complaint]
    let result = MaterialSamples.resolve(
      [MaterialSamples.document("a.pdf", [page])], give: give)
    return MaterialSamples.found(result).filter { $0.hasSuffix("material.broken") }
  }

  @Test(arguments: [
    "Unknown font tag 'F4'", "No current point in closepath",
    "Restoring state when no valid states to pop", "There's a form with more Q than q",
    "There's a form with more q than Q, trying to fix", "Bad annotation destination",
    "Bad annotation destination position", "Illegal annotation destination",
    "Unknown annotation destination type", "Annotation destination array is too short",
    "Bad named destination value", "Illegal URI-type link",
    "parseAction: Unknown annotation action object: URI = 'x'",
    "Invalid Rendition Action: JS not string or stream",
    "Movie action is missing both the Annot and T keys", "Page transition object (page 1) is wrong",
    "Can't get Fields array\n", "Reference in Fields array to an invalid or non existent object",
    "Suspects object is wrong type (null)", "MarkInfo object is wrong type (array)",
    "Illegal entry in bfrange block in ToUnicode CMap",
    "Illegal entry in cidchar block in ToUnicode CMap", "Illegal entry in ToUnicode CMap",
    "Couldn't find ToUnicode CMap file for 'X'", "Couldn't open 'nameToUnicode' file 'x'",
    "Failed parsing hints table object", "Page count in linearization table is invalid",
    "Malformed JP2 file format: first box must be JPEG 2000 signature box\n",
  ])
  func complaintsThatCostNoInkAreNoStops(words: String) {
    #expect(found("Syntax error at position -1: \(words)") == [])
    #expect(found("Syntax error: \(words)") == [])
  }

  @Test(arguments: [
    "Mismatch between font type and embedded font file", "Substituting font 'A' for 'B'",
    "Invalid entry in bfchar block in ToUnicode CMap", "Invalid Font Weight",
    "May not be a PDF file (continuing anyway)", "No valid XRef size in trailer",
    "Did no succeed opening JPX Stream as JP2, trying as J2K.", "Unable to read header",
    "Invalid least number of objects reading page offset hints table",
  ])
  func warningsAreNoStops(words: String) {
    #expect(found("Syntax warning at position -1: \(words)") == [])
  }

  @Test(arguments: [
    "No font in show", "No font in show/space", "No font in move/show",
    "Couldn't find a font for 'Arial'",
    "Couldn't find a font to substitute for 'X' ('Adobe-Korea1' character collection)",
    "Missing language pack for 'Adobe-GB1' mapping", "Embedded font file may be invalid",
    "non-embedded font using identity encoding: Impact", "Illegal entry in cidrange block in CMap",
    "Unknown CMap 'X' for character collection 'Y'", "Missing or bad Type3 CharProc entry",
    "font resource is not a dictionary", "Invalid XRef entry 12", "Couldn't read xref table",
    "Couldn't find trailer dictionary", "Document has not the mandatory ending %%EOF",
    "Page count in top-level pages object is incorrect", "Bad 'Length' attribute in stream",
    "Page annotations object (page 1) is likely malformed. Too big: (100000)",
    "Bad bounding box for annotation", "Bad bounding box in Type 3 glyph",
    "Invalid or missing AS value in annotation containing one or more appearance subdictionaries",
    "AnnotWidget::layoutText, cannot convert U+5E73", "Unknown font in field's DA string",
    "No current point in lineto", "No current point in curveto", "Leftover args in content stream",
    "Unknown operator 'inf'", "XObject 'Im1' is unknown", "XObject 'Im1' is wrong type",
    "Page contents object (page 1) is wrong type (null)", "Weird page contents",
    "Bad image parameters", "Did no succeed opening JPX Stream.",
    "Could not find start of jpeg data", "Unexpected EOF in JBIG2 stream",
    "Bad black code (0001) in CCITTFax stream", "Unknown filter 'X'",
    "Missing 'endstream' or incorrect stream length", "Illegal character <9c> in hex string",
    "Function type is missing or wrong type", "Bad color space (fill)",
    "A complaint that nobody has met yet",
  ])
  func whatMayCostInkIsAStopUntilSomebodyLooked(words: String) {
    #expect(found("Syntax error at position 271: \(words)") == ["stop material.broken"])
    #expect(found("Syntax error: \(words)", give: .room) == ["warn material.broken"])
  }

  @Test(arguments: [
    "Internal error: xref num 2 not found but needed, try to reconstruct",
    "IO error: cut short", "Unimplemented feature: Unimplemented shading type 9",
  ])
  func otherKindsOfComplaintsAreStops(text: String) {
    #expect(found(text) == ["stop material.broken"])
  }

  @Test(arguments: [
    ("Syntax error: Embedded font file may be invalid", "шрифт"),
    ("Syntax error: Missing language pack for 'Adobe-GB1' mapping", "шрифт"),
    ("Syntax error: Bad black code (0001) in CCITTFax stream", "рисунок"),
    ("Syntax error: Unknown operator 'inf'", "содержимое страницы"),
  ])
  func whatIsBrokenIsSaid(text: String, word: String) {
    var page = MaterialSamples.page(1)
    page.complaints = [text]
    let result = MaterialSamples.resolve([MaterialSamples.document("a.pdf", [page])])
    let message = result.findings.first { $0.kind == .materialBroken }?.message.ru ?? ""
    #expect(message.contains("(\(word))"))
  }
}
