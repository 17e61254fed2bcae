import Exam
import Layout
import LayoutFiles
import Testing

/// Marks read back from their symbols.
@Suite struct MarkSymbolTests {
  private func symbol(_ text: String) throws -> MarkStamp.Symbol {
    let profile = try LayoutProfile.parse(
      name: "vpr", files: LayoutFiles.builtIn["vpr"] ?? [:])
    let mark = try #require(Mark(text))
    let place = try #require(profile.markPlaces.first)
    return try MarkPainter().stamp(
      mark: mark, caption: ("204-01", "1/1"), place: place, pageWidth: 595, pageHeight: 842
    ).symbol
  }

  @Test(arguments: [
    "TZ1:7F3A2C:1:P03:C017:5/11:2", "TZ1:000000:1:P01:S01:1/1:1",
    "TZ1:ZZZZZZ:12:P40:C100:12/12:31", "TZ1:7F3A2C:1:P03:C018:5/11:2",
  ])
  func aMarkIsReadBack(text: String) throws {
    let symbol = try symbol(text)
    #expect(MarkSymbol.text(rows: symbol.rows, side: symbol.side) == text)
  }

  @Test func aSymbolWithAWrongModuleSaysNothing() throws {
    let symbol = try symbol("TZ1:7F3A2C:1:P03:C017:5/11:2")
    for place in symbol.rows.indices {
      var rows = symbol.rows
      rows[place] ^= 0x80
      #expect(MarkSymbol.text(rows: rows, side: symbol.side) == nil)
    }
  }
}
