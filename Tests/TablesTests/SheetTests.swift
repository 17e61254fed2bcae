import Testing

@testable import Tables

@Suite("Worksheets") struct SheetTests {
  /// A sheet whose rows are given as XML, with what stands before and behind them.
  private func sheet(
    _ rows: String, before: String = "", behind: String = ""
  ) throws -> GridSheet {
    let text = "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(behind)</worksheet>"
    return try XLSXSheet(name: "Т", book: XLSXBook()).read(Array(text.utf8), "а.xlsx")
  }

  private func row(_ number: Int, _ cells: [(String, String)], _ attributes: String = "") -> String
  {
    "<row r='\(number)' \(attributes)>"
      + cells.map { "<c r='\($0.0)\(number)'><v>\($0.1)</v></c>" }.joined() + "</row>"
  }

  @Test("what a merged cell covers is not seen, and so not read") func covered() throws {
    let rows =
      row(1, [("A", "1"), ("B", "2")]) + row(2, [("A", "3"), ("B", "4")]) + row(3, [("A", "5")])
    for (reference, texts) in [
      ("A1:A2", [["1", "2"], ["", "4"], ["5"]]), ("A1:B1", [["1", ""], ["3", "4"], ["5"]]),
      ("A1:B3", [["1", ""], ["", ""], [""]]), ("C1:D9", [["1", "2"], ["3", "4"], ["5"]]),
    ] {
      let merges = "<mergeCells><mergeCell ref='\(reference)'/></mergeCells>"
      #expect(try sheet(rows, behind: merges).rows.map(\.texts) == texts)
    }
  }

  @Test("cells in any order, none twice") func disorder() throws {
    let cells = row(1, [("C", "3"), ("A", "1"), ("B", "2")])
    #expect(try sheet(cells).rows.map(\.texts) == [["1", "2", "3"]])
    let error = #expect(throws: TableError.self) { try sheet(row(1, [("A", "1"), ("A", "2")])) }
    #expect(error == TableError(.damaged, "а.xlsx", sheet: "Т"))
  }

  @Test(
    "rows of no height and columns of no width are hidden", arguments: ["hidden='1'", "ht='0'"])
  func hidden(attributes: String) throws {
    let columns = "<cols><col min='2' max='2' width='0' customWidth='1'/></cols>"
    let sheet = try sheet(
      row(1, [("A", "1"), ("B", "2")]) + row(2, [("A", "3")], attributes), before: columns)
    #expect(sheet.rows.map(\.texts) == [["1", ""]])
    #expect(sheet.hiddenRows == 1)
    #expect(sheet.hiddenColumns == [1])
  }

  @Test("hidden parts of XML Spreadsheet 2003") func spreadsheetML() throws {
    func row(_ texts: [String], _ attributes: String = "") -> String {
      "<Row \(attributes)>"
        + texts.map { "<Cell><Data ss:Type='String'>\($0)</Data></Cell>" }.joined() + "</Row>"
    }
    let text =
      "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>"
      + "<Worksheet ss:Name='А'><Table><Column/><Column ss:Hidden='1' ss:Span='1'/><Column/>"
      + row(["1", "2", "3", "4"]) + row(["5"], "ss:Hidden='1'") + row(["6"], "ss:Index='5'")
      + "</Table></Worksheet><Worksheet ss:Name='Б'><Table>" + row(["7"]) + "</Table>"
      + "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"
    let grid = try TableFile.read(Array(text.utf8), fileName: "а.xls") { _ in false }
    #expect(grid.sheets.map(\.name) == ["А"])
    #expect(grid.hiddenSheets == 1)
    #expect(
      grid.sheets[0].rows.filter { !$0.isEmpty }.map(\.texts) == [["1", "", "", "4"], ["6"]])
    #expect(grid.sheets[0].rows.last?.number == 5)
    #expect(grid.sheets[0].hiddenRows == 1)
    #expect(grid.sheets[0].hiddenColumns == [1, 2])
  }
}
