import Testing

@testable import Tables

@Suite("OpenDocument content") struct ODSTests {
  private func sheets(_ rows: String) throws -> [GridSheet] {
    let text =
      "<office:spreadsheet><table:table table:name='Т'>\(rows)</table:table></office:spreadsheet>"
    return try ODSContent(fileName: "а.ods").read(Array(text.utf8)).sheets
  }

  @Test("repeats at the end of a sheet take no room") func farRepeats() throws {
    let rows = try sheets(
      "<table:table-row><table:table-cell><text:p>А</text:p></table:table-cell>"
        + "<table:table-cell table:number-columns-repeated='16383'/></table:table-row>"
        + "<table:table-row table:number-rows-repeated='1048575'>"
        + "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>")[0].rows
    #expect(rows.map(\.texts) == [["А"]])
  }

  @Test("equal rows and cells are all there") func equalRows() throws {
    let rows = try sheets(
      "<table:table-row table:number-rows-repeated='2'><table:table-cell"
        + " table:number-columns-repeated='3'><text:p>А</text:p></table:table-cell>"
        + "</table:table-row>")[0].rows
    #expect(rows.map(\.texts) == [["А", "А", "А"], ["А", "А", "А"]])
    #expect(rows.map(\.number) == [1, 2])
  }

  @Test("a row repeated a million times is refused") func bomb() {
    let error = #expect(throws: TableError.self) {
      try sheets(
        "<table:table-row table:number-rows-repeated='1000000'><table:table-cell"
          + " table:number-columns-repeated='16384'><text:p>А</text:p></table:table-cell>"
          + "</table:table-row>")
    }
    #expect(error?.reason == .tooLarge)
  }

  @Test("spaces, lines and remarks") func paragraphs() throws {
    let rows = try sheets(
      "<table:table-row><table:table-cell><office:annotation><text:p>нет</text:p>"
        + "</office:annotation><text:p>А<text:s text:c='2'/><text:span>Б</text:span></text:p>"
        + "<text:p>В</text:p></table:table-cell></table:table-row>")[0].rows
    #expect(rows[0].texts == ["А  Б\nВ"])
  }

  @Test("covered and filtered cells are not read") func covered() throws {
    let sheet = try sheets(
      "<table:table-column/><table:table-column table:visibility='collapse'/>"
        + "<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>А</text:p>"
        + "</table:table-cell><table:table-cell><text:p>Б</text:p></table:table-cell>"
        + "</table:table-row><table:table-row><table:covered-table-cell><text:p>В</text:p>"
        + "</table:covered-table-cell></table:table-row>"
        + "<table:table-row table:visibility='filter'><table:table-cell><text:p>Г</text:p>"
        + "</table:table-cell></table:table-row>")[0]
    #expect(sheet.rows.map(\.texts) == [["А", ""]])
    #expect(sheet.hiddenColumns == [1])
    #expect(sheet.hiddenRows == 1)
    #expect(sheet.merges.map(\.rows) == [1...2])
  }
}
