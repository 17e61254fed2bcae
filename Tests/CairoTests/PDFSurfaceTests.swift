import Cairo
import Testing

private func drawing() throws -> [UInt8] {
  var bytes: [UInt8] = []
  let surface = try unsafe PDFSurface(
    width: 200, height: 300, creationDate: "2026-04-21T00:00:00Z",
    write: { unsafe bytes.append(contentsOf: $0) })
  surface.context.setSource(gray: 0)
  let text = try TextLayout(text: "Кабинет 204", style: TextStyle(family: "PT Sans", size: 14))
  text.draw(in: surface.context, x: 20, y: 20)
  surface.context.rectangle(x: 10, y: 100, width: 50, height: 50)
  surface.context.fill()
  try surface.showPage()
  try surface.finish()
  return bytes
}

@Test func theSameDrawingGivesTheSameBytes() throws {
  let first = try drawing()
  #expect(first.starts(with: Array("%PDF".utf8)))
  #expect(try drawing() == first)
}

@Test func aCharacterWithoutGlyphIsNamed() {
  let missing = #expect(throws: MissingGlyph.self) {
    try TextLayout(text: "А\u{10FFFD}", style: TextStyle(family: "PT Sans", size: 10))
  }
  #expect(missing?.characters == ["U+10FFFD"])
}
