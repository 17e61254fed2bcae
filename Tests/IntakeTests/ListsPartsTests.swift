import Exam
import Testing

@testable import Intake

@Suite("XML of workbooks") struct ListsXMLTests {
  @Test("elements, attributes, entities, sections") func walk() {
    let walker = XMLWalker()
    var heard: [String] = []
    walker.onStart = { [unowned walker] name, attributes in
      heard.append("<\(name) \(attributes["b"] ?? "-")")
      walker.isGathering = name == "t"
    }
    walker.onEnd = { [unowned walker] name in
      heard.append("\(name)> \(walker.text)")
      walker.text = ""
    }
    let text =
      "\u{FEFF}<?xml version='1.0'?><!-- < --><a x:b='1&gt;2' ab=\"3\">no"
      + "<x:t >&amp;&#1071;&#x42F;<![CDATA[<&>]]></x:t><e/></a>\n"
    #expect(walker.walk(Array(text.utf8)))
    #expect(heard == ["<a 1>2", "<t -", "t> &ЯЯ<&>", "<e -", "e> ", "a> "])
  }

  @Test(
    "what is not well-formed",
    arguments: [
      "", "text", "<a>", "<a></b>", "<a/><b/>", "<a b='>", "<a>&unknown;</a>", "<!DOCTYPE a><a/>",
      "<a/>text", "</a>",
    ])
  func illFormed(text: String) {
    let walker = XMLWalker()
    walker.isGathering = true
    #expect(!walker.walk(Array(text.utf8)))
  }
}

@Suite("Numbers and dates of workbooks") struct ListsNumberTests {
  @Test(
    "formats",
    arguments: [
      ("00000", "00042"), ("0", "42"), ("General", "42"), ("\"каб. \"0", "каб. 42"),
      ("000\\-00", "000-42"), ("0\" А\"", "42 А"), ("#,##0", "42"), ("0.00", "42"),
      ("[Red]0000;\"нет\"", "0042"), ("№ 0", "№ 42"), ("@", "42"), ("0-0", "4-2"),
      ("0-0-0", "0-4-2"), ("[h]:mm", "date"), ("[$-419]d mmm yyyy", "date"), ("dd.mm.yy", "date"),
    ])
  func formats(code: String, shown: String) {
    let text =
      switch NumberFormat(code: code) {
      case .general, .decimals: "42"
      case .date: "date"
      case .pattern(let marks): NumberFormat.show("42", in: marks)
      }
    #expect(text == shown)
  }

  @Test(
    "days",
    arguments: [
      (1.0, false, "01.01.1900"), (59, false, "28.02.1900"), (61, false, "01.03.1900"),
      (46133.75, false, "21.04.2026"), (44671, true, "21.04.2026"), (45351, false, "29.02.2024"),
    ])
  func days(serial: Double, since1904: Bool, text: String) {
    #expect(SerialDate.text(serial, since1904: since1904) == text)
  }

  @Test("no days", arguments: [0, -5, .infinity, 3e6]) func noDays(serial: Double) {
    #expect(SerialDate.text(serial, since1904: false) == nil)
  }
}

@Suite("OpenDocument content") struct ListsODSTests {
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
    let trouble = #expect(throws: Trouble.self) {
      try sheets(
        "<table:table-row table:number-rows-repeated='1000000'><table:table-cell"
          + " table:number-columns-repeated='16384'><text:p>А</text:p></table:table-cell>"
          + "</table:table-row>")
    }
    #expect(trouble?.kind == "list.too-large")
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
