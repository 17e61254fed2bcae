import Foundation
import Testing

@testable import Tables

@Suite("Tables in text files") struct TextTests {
  private static func grid(_ bytes: [UInt8], _ name: String = "а.csv") throws -> Grid {
    try TableFile.read(bytes, fileName: name) { ["ФИО", "Кабинет"].contains($0) }
  }

  private static func rows(_ text: String) throws -> [[String]] {
    try grid(Array(text.utf8)).sheets.flatMap(\.rows).map(\.texts)
  }

  @Test(
    "the delimiter is what gives headings",
    arguments: [
      "ФИО;Кабинет\nА, Б, В;204\n", "ФИО,Кабинет\n\"А, Б, В\",204\n",
      "ФИО\tКабинет\nА, Б, В\t204\n", "ФИО|Кабинет\r\nА, Б, В|204\r\n",
      "sep=;\nФИО;Кабинет\nА, Б, В;204\n",
    ])
  func delimiters(text: String) throws {
    #expect(try Self.rows(text).suffix(2) == [["ФИО", "Кабинет"], ["А, Б, В", "204"]])
  }

  @Test("quotes, and the line on which a row begins") func quotes() throws {
    let grid = try Self.grid(
      Array("ФИО;Кабинет;\n\"А;\"\"Б\"\"\nВ\";204;\r\n Г \"д\";205;".utf8))
    #expect(
      grid.sheets[0].rows.map(\.texts) == [
        ["ФИО", "Кабинет", ""], ["А;\"Б\"\nВ", "204", ""], [" Г \"д\"", "205", ""],
      ])
    #expect(grid.sheets[0].rows.map(\.number) == [1, 2, 4])
  }

  @Test(
    "encodings",
    arguments: [
      (String.Encoding.utf8, TextEncoding.utf8), (.utf16, .utf16),
      (.utf16LittleEndian, .utf16), (.utf16BigEndian, .utf16), (.windowsCP1251, .cp1251),
      (.init(rawValue: 0x8000_0A02), .koi8), (.init(rawValue: 0x8000_0007), .macCyrillic),
    ])
  func encodings(foundation: String.Encoding, encoding: TextEncoding) throws {
    let text = "ФИО;Кабинет\nСоловьёв Пётр;204\nЖукова Юлия;Актовый зал\n"
    let grid = try Self.grid(Array(try #require(text.data(using: foundation))))
    #expect(grid.encoding == encoding)
    #expect(grid.sheets[0].rows[1].texts == ["Соловьёв Пётр", "204"])
  }

  @Test(
    "a quote that takes rows into a cell is told by its line",
    arguments: [
      ("А;Б;В\n1;\"а;2\n2;\"б;3\n3;в;4\n", 2), ("А;Б;В\n1;а;2\n2;\"б;3\n3;в\";4\n4;г;5\n", 3),
      ("А;Б;В\n1;\"а;2\n2;б;2\n3;в\";4\n4;г;5\n", 2), ("А,Б\n\"а,1\nб\",2\nв,3\n", 2),
      ("А;Б;В\n1;\"а;\nб\";2\n3;в;4\n", nil), ("А;Б;В\n1;\"а\nб\";2\n", nil),
      ("А;Б;В\n1;2;\"а\nб\"\n3;4;5\n", nil), ("А;Б;В\n1;\"а\"б;2\n", nil),
    ] as [(String, Int?)])
  func swallowing(text: String, line: Int?) {
    var error: TableError?
    do { _ = try Self.grid(Array(text.utf8)) } catch let thrown as TableError {
      error = thrown
    } catch {}
    #expect(error?.place.row == line)
    #expect(error.map { $0.reason == .openQuote } ?? true)
  }

  @Test(
    "blanks before a quote",
    arguments: ["ФИО, Кабинет\n\"А, Б\", \"2,04\"\n", "ФИО,Кабинет\n \"А, Б\" ,\"2,04\""])
  func blanks(text: String) throws {
    let row = try #require(try Self.rows(text).last)
    #expect(row.map { $0.split(separator: " ").joined(separator: " ") } == ["А, Б", "2,04"])
  }

  @Test(
    "rows that are quoted or delimited otherwise",
    arguments: [
      "\"Б Г;5А;204\"", "Б Г,5А,204", "Б Г\t5А\t204", "\"Б Г,5А,204\"", "\"Б Г;5А;204\";;",
    ])
  func odd(row: String) throws {
    #expect(
      try Self.rows("ФИО;Класс;Кабинет\nА;5А;204\n\(row)\nВ;5А;205\n")[2] == ["Б Г", "5А", "204"])
    let title = "Список, 5А, \(row.count), 2026"
    #expect(try Self.rows(title + "\nФИО;Класс;Кабинет\nА;5А;204\n")[0] == [title])
  }

  @Test("hidden cells and entities of a web table") func webCells() throws {
    let sheet = try Self.grid(
      Array(
        "<table><tr><td>&#1040;&nbsp;&eacute;&amp;<td style='display: none'>Б<td>В</table>".utf8)
    ).sheets[0]
    #expect(sheet.rows.map(\.texts) == [["А &eacute;&", "", "В"]])
    #expect(sheet.hiddenColumns == [1])
  }

  @Test(
    "what is no table says why and where",
    arguments: [
      ("ФИО\n\"А", TableError(.openQuote, "а.csv", row: 2)), (" \n", TableError(.empty, "а.csv")),
      ("%PDF-1.7", TableError(.foreign(.pdf), "а.csv")),
      ("<html></html>", TableError(.noTable, "а.csv")),
      ("PK\u{3}\u{4}", TableError(.damaged, "а.csv")),
    ])
  func errors(text: String, error: TableError) {
    #expect(throws: error) { try Self.grid(Array(text.utf8)) }
  }

  @Test("cells of a web table that span rows and columns") func spans() throws {
    let sheet = try Self.grid(
      Array("<table><tr><td rowspan=2>А<td colspan=2>Б<td>В<tr><td>Г<td>Д</table>".utf8)
    ).sheets[0]
    #expect(sheet.rows.map(\.texts) == [["А", "Б", "", "В"], ["", "Г", "Д"]])
    #expect(sheet.merges.map(\.rows) == [1...2])
  }
}
